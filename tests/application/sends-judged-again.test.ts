import { describe, expect, it } from 'vitest';
import type { PersonNews } from '../../src/domain/window.ts';
import { MASTER, metaError, PERSON, reply, sendingBench, template } from './sending.ts';
import { operator } from './support.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const WHO = { phone: PERSON, userId: null, parentUserId: null, username: null, name: null };
const DAYS = 2 * 24 * 3600;

const definition = (name: string, category: string) => ({
  ...{ id: name, wabaId: MASTER.wabaId, name, language: 'en_US', status: 'APPROVED', category, components: [] },
  parameterFormat: 'POSITIONAL' as const,
});
const TEMPLATES = [definition('sale', 'MARKETING'), definition('receipt', 'UTILITY')];
const named = (name: string) => ({ name, language: 'en_US', parameters: null, components: null });

type Bench = Awaited<ReturnType<typeof sendingBench>>;

async function bench(): Promise<Bench> {
  const made = await sendingBench({ templates: TEMPLATES });
  await made.store.templates.replaceAll(MASTER.wabaId, TEMPLATES, made.clock.now());
  return made;
}

function tell({ take }: Bench, key: string, ...news: readonly PersonNews[]): Promise<void> {
  const { phoneNumberId, wabaId } = MASTER;
  const at = news[0]?.at ?? 0;
  const base = { kind: 'notice', key, phoneNumberId, at, raw: {}, field: 'user_preferences', wabaId } as const;
  return take({ ...base, eventType: 'platform', news });
}

const stop = (at: number, wanted = false): PersonNews => ({ kind: 'marketing', who: WHO, at, wanted });

describe('a free-form message that waited', () => {
  it('is not given to Meta once its window has closed', async () => {
    const made = await bench();
    const { send, receive, clock, dispatch, calls, store } = made;
    await receive('wamid.in1', clock.now() - 23 * HOUR);
    const queued = await send.reply(operator(), reply('patient', { wait: false, expiresInSeconds: DAYS }));
    clock.advance(HOUR);
    expect(await dispatch.runDue()).toBe(1);
    expect(calls).toEqual([]);
    const [message] = await store.messages.getMany('dijla', [queued.id]);
    expect(message).toMatchObject({ status: 'FAILED', error: { code: 131047 }, answer: null });
    expect(message?.error?.meaning).toContain('did not give it to WhatsApp');
    // Settled for good: nothing is left to send, nor to be found on the wire.
    expect(await store.outbox.expireOnWire(Number.MAX_SAFE_INTEGER, clock.now())).toEqual([]);
    expect(await store.outbox.nextDue()).toBeNull();
  });

  it('gives its sender, who waits, the error of a closed window', async () => {
    const { send, receive, clock, dispatch, calls } = await bench();
    await receive('wamid.in1', clock.now() - DAY + 1);
    const first = await send.reply(operator(), reply('hello', { wait: false, idempotencyKey: 'k' }));
    clock.advance(1);
    const answer = expect(send.reply(operator(), reply('hello', { idempotencyKey: 'k' }))).rejects.toMatchObject({
      code: 'WINDOW_CLOSED',
      details: { templates: ['receipt', 'sale'], messageRef: { id: first.id, status: 'FAILED' } },
    });
    await dispatch.runDue();
    await answer;
    expect(calls).toEqual([]);
  });

  it('goes when the person wrote or called meanwhile', async () => {
    const made = await bench();
    const { send, receive, clock, dispatch, calls } = made;
    await receive('wamid.in1', clock.now() - 23 * HOUR);
    const wait = { wait: false, expiresInSeconds: DAYS };
    await send.reply(operator(), reply('one', wait));
    clock.advance(2 * HOUR);
    await tell(made, 'n|1', { kind: 'called', who: WHO, at: clock.now() - HOUR });
    expect(await dispatch.runDue()).toBe(1);
    expect(calls).toHaveLength(1);
  });

  it('does not cost its number a turn', async () => {
    const { send, receive, clock, dispatch, pacing, numbers } = await bench();
    await receive('wamid.in1', clock.now() - 23 * HOUR);
    const { conversationId } = await send.reply(operator(), reply('late', { wait: false, expiresInSeconds: DAYS }));
    clock.advance(HOUR);
    await dispatch.runDue();
    const paced = { numberId: numbers.byMetaId(MASTER.phoneNumberId)?.id ?? '', conversationId };
    const turns = (of: Bench['pacing']) => {
      let taken = 0;
      while (of.take(paced, clock.now()) === null) taken += 1;
      return taken;
    };
    expect(turns(pacing)).toBe(turns((await bench()).pacing));
  });
});

describe("Meta's word on a window", () => {
  it('closes it for a number on which nobody was ever heard, until the person writes', async () => {
    const { send, receive, clock, dispatch, script } = await bench();
    await dispatch.start();
    const error = metaError(131047);
    script.push({ kind: 'refused', class: 'never', error, retryAfterSeconds: null, answer: { error: {} } });
    await expect(send.reply(operator(), reply('first'))).rejects.toMatchObject({ code: 'WINDOW_CLOSED' });
    await expect(send.reply(operator(), reply('second'))).rejects.toMatchObject({
      code: 'WINDOW_CLOSED',
      details: { field: 'to', templates: ['receipt', 'sale'] },
    });
    clock.advance(1000);
    await receive('wamid.in1', clock.now());
    expect(await send.reply(operator(), reply('third'))).toMatchObject({ status: 'ACCEPTED' });
  });
});

describe('a marketing template', () => {
  const marketing = (over = {}) => template({ template: named('sale'), wait: false, ...over });

  it('is refused for somebody who stopped them, and utility templates and replies are not', async () => {
    const made = await bench();
    const { send, receive, clock } = made;
    await tell(made, 'n|1', stop(clock.now()));
    await expect(send.template(operator(), marketing())).rejects.toMatchObject({
      code: 'OPTED_OUT',
      message: expect.stringContaining('2026-01-01'),
      details: { field: 'to', retryable: false, action: expect.stringContaining('utility') },
    });
    expect(await send.template(operator(), marketing({ template: named('receipt') }))).toMatchObject({
      status: 'QUEUED',
    });
    expect(await send.template(operator(), marketing({ to: { phone: '+9647700000005' } }))).toMatchObject({
      status: 'QUEUED',
    });
    await receive('wamid.in1', clock.now());
    expect(await send.reply(operator(), reply('hello', { wait: false }))).toMatchObject({ status: 'QUEUED' });
    await tell(made, 'n|2', stop(clock.now() + 1000, true));
    expect(await send.template(operator(), marketing())).toMatchObject({ status: 'QUEUED' });
  });

  it('is left out of the templates to send instead of a reply', async () => {
    const made = await bench();
    const { send, receive, clock } = made;
    await receive('wamid.in1', clock.now() - DAY);
    await tell(made, 'n|1', stop(clock.now()));
    await expect(send.reply(operator(), reply('late'))).rejects.toMatchObject({
      code: 'WINDOW_CLOSED',
      details: { templates: ['receipt'] },
    });
  });

  it('that waited is not given to Meta when the person stopped them meanwhile', async () => {
    const made = await bench();
    const { send, clock, dispatch, calls } = made;
    await send.template(operator(), marketing({ idempotencyKey: 'k' }));
    await tell(made, 'n|1', stop(clock.now()));
    await dispatch.runDue();
    expect(calls).toEqual([]);
    await expect(send.template(operator(), marketing({ idempotencyKey: 'k' }))).rejects.toMatchObject({
      code: 'OPTED_OUT',
      details: { messageRef: { status: 'FAILED' }, meta: { code: 131050 } },
    });
  });

  it('that Meta refuses, since the person stopped them, is the last one', async () => {
    const { send, dispatch, script, calls } = await bench();
    await dispatch.start();
    const error = metaError(131050);
    script.push({ kind: 'refused', class: 'never', error, retryAfterSeconds: null, answer: { error: {} } });
    for (let i = 0; i < 2; i += 1) {
      await expect(send.template(operator(), marketing({ wait: true }))).rejects.toMatchObject({ code: 'OPTED_OUT' });
    }
    expect(calls).toHaveLength(1);
  });

  it('of an account that is not known here is left to Meta', async () => {
    const made = await bench();
    const { send, clock, calls, numbers } = made;
    await numbers.register({
      ...{ id: 'num_9', tenantId: 'dijla', phoneNumberId: '9', display: '', wabaId: null },
      ...{ credentials: 'direct', messagesPerSecond: null, sharing: null },
    });
    const news = { ...stop(clock.now()) };
    const base = { kind: 'notice', key: 'n|9', phoneNumberId: '9', at: clock.now(), raw: {}, wabaId: null } as const;
    await made.take({ ...base, field: 'user_preferences', eventType: 'platform', news: [news] });
    const credentials = { accessToken: 'EAAown', phoneNumberId: '9' };
    await send.template(operator(), marketing({ credentials, wait: true }));
    expect(calls).toHaveLength(1);
  });
});

describe('the templates to send instead', () => {
  it("are those of the sending number's account", async () => {
    const { send, receive, clock, numbers } = await bench();
    await numbers.register({
      ...{ id: 'num_9', tenantId: 'dijla', phoneNumberId: '9', display: '', wabaId: 'another' },
      ...{ credentials: 'master', messagesPerSecond: null, sharing: null },
    });
    await receive('wamid.in1', clock.now() - DAY, '9');
    await expect(send.reply(operator(), reply('late', { from: '9' }))).rejects.toMatchObject({
      code: 'WINDOW_CLOSED',
      details: { templates: [] },
    });
  });
});
