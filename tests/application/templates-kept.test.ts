import { expect, it } from 'vitest';
import { operator, reader } from './support.ts';
import { AWAY, hello, news, statusNews, templatesBench } from './template-lists.ts';

const HOUR = 60 * 60 * 1000;

it('fetches the list at the start and every hour', async () => {
  const { templates, clock, meta, store } = await templatesBench();
  templates.start();
  await expect.poll(() => store.entries.size).toBe(1);
  clock.advance(HOUR);
  await expect.poll(() => meta.asked).toBe(2);
  await templates.stop();
  clock.advance(HOUR);
  expect(meta.asked).toBe(2);
});

it('shows a reader what Meta told at once, and fetches the list once for a burst', async () => {
  const { templates, clock, meta } = await templatesBench();
  expect(await templates.list(operator())).toMatchObject([{ status: 'APPROVED' }]);
  meta.answer = () => new Promise(() => {});
  for (let times = 0; times < 50; times += 1) templates.heard([statusNews('PAUSED', clock.now())]);
  expect(await templates.list(operator())).toMatchObject([{ status: 'PAUSED' }]);
  expect(meta.asked).toBe(1);
  clock.advance(1_000);
  await expect.poll(() => meta.asked).toBe(2);
});

it('has a reader wait for the list when the news are of a template that it does not hold', async () => {
  const { templates, clock, meta } = await templatesBench();
  await templates.list(operator());
  const made = hello({ id: '9', name: 'made_elsewhere' });
  meta.answer = () => ({ ok: true, value: [hello(), made] });
  templates.heard([statusNews('APPROVED', clock.now(), { message_template_id: 9 })]);
  expect((await templates.list(operator())).map(({ name }) => name)).toEqual(['hello', 'made_elsewhere']);
  expect(meta.asked).toBe(2);
});

it('answers with what it has when Meta takes longer than 5 s to tell it anew', async () => {
  const { templates, clock, meta } = await templatesBench();
  await templates.list(operator());
  meta.answer = () => new Promise(() => {});
  clock.advance(HOUR);
  const listed = templates.list(operator());
  await expect.poll(() => clock.pending()).toBe(1);
  clock.advance(5_000);
  expect(await listed).toMatchObject([{ name: 'hello' }]);
});

it('asks Meta for an unknown name once in 30 s, however many miss it, also while Meta is away', async () => {
  const { list, clock, meta } = await templatesBench();
  meta.answer = () => AWAY;
  const misses = Array.from({ length: 100 }, (_, i) => list.named(`unknown_${i}`));
  expect((await Promise.all(misses)).flat()).toEqual([]);
  expect([meta.asked, await list.namedLately('a')]).toEqual([1, null]);
  for (const name of ['a', 'b', 'c']) expect(await list.named(name)).toEqual([]);
  expect(meta.asked).toBe(1);
  clock.advance(30_000);
  await list.named('a');
  expect(meta.asked).toBe(2);
});

it('lets a send go on to Meta when the list does not come within 5 s', async () => {
  const { list, clock, meta } = await templatesBench();
  meta.answer = () => new Promise(() => {});
  const found = list.named('hello');
  await expect.poll(() => clock.pending()).toBe(1);
  clock.advance(5_000);
  expect(await found).toEqual([]);
});

it('fetches again when news come while a list is on its way', async () => {
  const { list, clock, meta } = await templatesBench();
  const answers: (() => void)[] = [];
  meta.answer = () => new Promise((resolve) => void answers.push(() => resolve({ ok: true, value: [hello()] })));
  const synced = list.sync();
  await expect.poll(() => answers.length).toBe(1);
  list.heard([]);
  answers.shift()?.();
  await expect.poll(() => answers.length).toBe(1);
  answers.shift()?.();
  expect(await synced).toMatchObject({ ok: true, value: { total: 1, syncedAt: clock.now() } });
});

it('keeps the accounts apart, each for the tenants that have a number of it', async () => {
  const numbers = [
    { phoneNumberId: '100', tenantId: 'dijla', wabaId: '2' },
    { phoneNumberId: '200', tenantId: 'ten_shop', wabaId: '3' },
    { phoneNumberId: '300', tenantId: 'ten_bare', wabaId: null },
  ];
  const { templates, clock, meta } = await templatesBench(['2', '3'], numbers);
  meta.answer = ({ wabaId }) => ({ ok: true, value: [hello({ id: `t${wabaId}`, wabaId, name: `of_${wabaId}` })] });
  const names = async (tenantId: string) => (await templates.list(reader(tenantId))).map(({ name }) => name);
  expect(await names('ten_shop')).toEqual(['of_3']);
  expect(await names('ten_bare')).toEqual([]);
  expect(await names('dijla')).toEqual(['of_2', 'of_3']);
  expect(await templates.ofNumber('200')?.named('of_3')).toHaveLength(1);
  expect(await templates.ofNumber('200')?.named('of_2')).toEqual([]);
  expect([templates.ofNumber('300'), templates.ofNumber('400')]).toEqual([null, null]);
  expect(await templates.sentBy(reader('ten_shop'), '100', 'of_2', 'ar')).toBeNull();
  expect(await templates.byId(reader('ten_shop'), '2', 't2')).toBeNull();
  const paused = { event: 'PAUSED', message_template_id: 't2' };
  templates.heard([news('message_template_status_update', paused, clock.now(), '3')]);
  expect(await templates.byId(operator(), '2', 't2')).toMatchObject({ status: 'APPROVED' });
  templates.heard([news('message_template_status_update', paused, clock.now(), '2')]);
  expect(await templates.byId(operator(), '2', 't2')).toMatchObject({ status: 'PAUSED' });
});
