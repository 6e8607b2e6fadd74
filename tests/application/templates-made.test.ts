import { expect, it } from 'vitest';
import { createTemplateManagement } from '../../src/application/template-management.ts';
import type { AuditEntry } from '../../src/domain/audit.ts';
import type { GatewayError } from '../../src/domain/errors.ts';
import type { ChangeOutcome, MadeTemplate } from '../../src/ports/template-api.ts';
import { made } from './new-templates.ts';
import { metaError } from './sending.ts';
import { operator, reader, testSystem } from './support.ts';
import { AWAY, hello, statusNews, templatesBench } from './template-lists.ts';

async function managed() {
  const bench = await templatesBench();
  const calls: { readonly call: string; readonly given: unknown }[] = [];
  const script: { create: ChangeOutcome<MadeTemplate>; delete: ChangeOutcome<null> } = {
    create: { kind: 'done', value: { id: '9', status: 'PENDING', category: 'MARKETING' } },
    delete: { kind: 'done', value: null },
  };
  const recorded: AuditEntry[] = [];
  const management = createTemplateManagement({
    audit: { add: async (entry) => void recorded.push(entry) },
    system: testSystem(),
    templates: bench.templates,
    cloudApi: {
      templates: {
        async create(_account, definition) {
          calls.push({ call: 'create', given: definition['name'] });
          return script.create;
        },
        async delete(_account, name, id) {
          calls.push({ call: 'delete', given: { name, id } });
          return script.delete;
        },
      },
    },
  });
  const named = async (name: string) => (await bench.list.kept()).filter((one) => one.name === name);
  return { ...bench, management, calls, recorded, script, named };
}

const REFUSED = { class: 'never', error: metaError(100), retryAfterSeconds: null, answer: null } as const;
const failure = (code: string, details: object = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) } satisfies Partial<
    Record<keyof GatewayError, unknown>
  >);

it('a template that was made is in the list at once, as Meta took it, and news count for it', async () => {
  const { management, templates, named, list, meta, clock } = await managed();
  await list.sync();
  const created = await management.create(operator(), { ...made(), wabaId: null });
  expect(created).toMatchObject({ id: '9', status: 'PENDING', category: 'MARKETING', name: 'order_here' });
  expect(await named('order_here')).toHaveLength(1);
  meta.answer = () => ({ ok: true, value: [hello()] });
  await list.sync();
  expect(await named('order_here')).toHaveLength(1);
  templates.heard([statusNews('APPROVED', clock.now(), { message_template_id: '9' })]);
  expect(await named('order_here')).toMatchObject([{ status: 'APPROVED' }]);
});

it('what is asked of Meta is recorded before, and what it made of it after', async () => {
  const { management, calls, recorded, script, list } = await managed();
  await list.sync();
  const asked = () => recorded.map(({ action, target, result }) => [action, target, result]);
  script.create = { kind: 'refused', ...REFUSED };
  await expect(management.create(operator(), { ...made(), wabaId: null })).rejects.toThrow();
  script.delete = { kind: 'unknown', reason: 'time-out', error: null, answer: null };
  await expect(management.delete(operator(), { name: 'hello', id: null, wabaId: null })).rejects.toThrow();
  expect(asked()).toEqual([
    ['template.create', 'order_here', 'started'],
    ['template.create', 'order_here', 'refused'],
    ['template.delete', 'hello', 'started'],
    ['template.delete', 'hello', 'unconfirmed'],
  ]);
  expect(recorded[2]?.changes).toEqual({ templates: { before: [{ id: '1', language: 'ar' }], after: null } });
  expect(calls).toHaveLength(2);
});

it('Meta is asked for nothing that cannot be recorded', async () => {
  const { management, calls, list, recorded } = await managed();
  await list.sync();
  recorded.push = () => {
    throw new Error('the disk is full');
  };
  await expect(management.create(operator(), { ...made(), wabaId: null })).rejects.toThrow('the disk is full');
  await expect(management.delete(operator(), { name: 'hello', id: null, wabaId: null })).rejects.toThrow();
  expect(calls).toEqual([]);
});

it('a name that is taken in a language is refused before Meta is asked, by a list that is fresh', async () => {
  const { management, calls, list, meta, clock } = await managed();
  await list.sync();
  const taken = { ...made({ name: 'hello', language: 'ar' }), wabaId: null };
  await expect(management.create(operator(), taken)).rejects.toEqual(failure('INVALID_INPUT', { field: 'name' }));
  expect(calls).toEqual([]);
  meta.answer = () => ({ ok: true, value: [] });
  clock.advance(60_000);
  expect(await management.create(operator(), taken)).toMatchObject({ id: '9' });
});

it('a template is deleted by name in every language, or by id in one', async () => {
  const { management, calls, list, meta, named } = await managed();
  const all = [hello(), hello({ id: '2', language: 'en' }), hello({ id: '3', name: 'other' })];
  meta.answer = () => ({ ok: true, value: all });
  await list.sync();
  const what = { name: null, id: null, wabaId: null };
  expect(await management.delete(operator(), { ...what, id: '2' })).toMatchObject([{ id: '2' }]);
  expect((await named('hello')).map(({ id }) => id)).toEqual(['1']);
  expect(await management.delete(operator(), { ...what, name: 'hello' })).toMatchObject([{ id: '1' }]);
  expect(await named('hello')).toEqual([]);
  expect(calls.map(({ given }) => given)).toEqual([
    { name: 'hello', id: '2' },
    { name: 'hello', id: null },
  ]);
  meta.answer = () => ({ ok: true, value: [hello({ id: '3', name: 'other' })] });
  const gone = management.delete(operator(), { ...what, name: 'hello' });
  await expect(gone).rejects.toEqual(failure('NOT_FOUND', { field: 'name' }));
  await expect(management.delete(operator(), what)).rejects.toEqual(failure('INVALID_INPUT', { field: 'name' }));
  expect(calls).toHaveLength(2);
});

it('a list that was asked for before a deletion does not bring the template back', async () => {
  const { management, calls, list, meta, named } = await managed();
  await list.sync();
  const answers: (() => void)[] = [];
  meta.answer = () => new Promise((resolve) => void answers.push(() => resolve({ ok: true, value: [hello()] })));
  const synced = list.sync();
  await expect.poll(() => answers.length).toBe(1);
  const deleted = management.delete(operator(), { name: 'hello', id: null, wabaId: null });
  await expect.poll(() => calls.length).toBe(1);
  meta.answer = () => AWAY;
  answers[0]?.();
  await Promise.all([synced, deleted]);
  expect(await named('hello')).toEqual([]);
});

it.each<[string, ChangeOutcome<never>, string, object]>([
  ['a refusal', { kind: 'refused', ...REFUSED }, 'REJECTED_BY_META', { meta: metaError(100) }],
  [
    'a limit',
    { kind: 'refused', ...REFUSED, class: 'later', retryAfterSeconds: 60 },
    'RATE_LIMITED',
    { retryAfterSeconds: 60 },
  ],
  ['no connection', { kind: 'notWritten', reason: 'away' }, 'META_UNAVAILABLE', { retryable: true }],
  ['no answer', { kind: 'unknown', reason: 'late', error: null, answer: null }, 'UNCONFIRMED', { retryable: false }],
])('%s is told for what it is, once', async (_name, outcome, code, details) => {
  const { management, script, calls, list, named } = await managed();
  await list.sync();
  Object.assign(script, { create: outcome, delete: outcome });
  await expect(management.create(operator(), { ...made(), wabaId: null })).rejects.toEqual(failure(code, details));
  const deletion = management.delete(operator(), { name: 'hello', id: null, wabaId: null });
  await expect(deletion).rejects.toEqual(failure(code, details));
  expect(calls).toHaveLength(2);
  expect([await named('order_here'), (await named('hello')).length]).toEqual([[], 1]);
});

it('a sync tells what changed, or why there was none', async () => {
  const { management, meta, clock } = await managed();
  const syncedAt = clock.now();
  expect(await management.sync(operator(), '2')).toEqual({ added: 1, changed: 0, removed: 0, total: 1, syncedAt });
  meta.answer = () => ({ ok: true, value: [hello({ status: 'PAUSED' }), hello({ id: '5' })] });
  expect(await management.sync(operator(), null)).toMatchObject({ added: 1, changed: 1, removed: 0, total: 2 });
  meta.answer = () => AWAY;
  await expect(management.sync(operator(), null)).rejects.toEqual(failure('META_UNAVAILABLE'));
  meta.answer = () => ({ ok: false, reason: 'limit', error: metaError(80008, { retryable: true }) });
  await expect(management.sync(operator(), null)).rejects.toEqual(failure('RATE_LIMITED'));
});

it("needs the scope to manage, and an account of one's own", async () => {
  const { management, calls } = await managed();
  const manager = { ...operator(), kind: 'tenant', tenantId: 'ten_other', scopes: ['manage'] } as const;
  const what = { name: 'hello', id: null };
  for (const wabaId of [null, '2', '404']) {
    await expect(management.create(manager, { ...made(), wabaId })).rejects.toEqual(
      failure('NOT_FOUND', { field: 'wabaId' }),
    );
    await expect(management.delete(manager, { ...what, wabaId })).rejects.toEqual(failure('NOT_FOUND'));
    await expect(management.sync(manager, wabaId)).rejects.toEqual(failure('NOT_FOUND'));
  }
  await expect(management.sync(reader('dijla'), null)).rejects.toEqual(failure('FORBIDDEN'));
  await expect(management.create(reader('dijla'), { ...made(), wabaId: null })).rejects.toEqual(failure('FORBIDDEN'));
  await expect(management.delete(reader('dijla'), { ...what, wabaId: null })).rejects.toEqual(failure('FORBIDDEN'));
  expect(calls).toEqual([]);
});
