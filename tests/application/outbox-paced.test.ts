import { describe, expect, it } from 'vitest';
import type { MetaErrorClass } from '../../src/domain/errors.ts';
import type { SendOutcome } from '../../src/ports/cloud-api.ts';
import { ACCEPTED, MASTER, metaError, reply, sendingBench, template } from './sending.ts';
import { operator, reader } from './support.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DIRECT = { accessToken: 'EAAown', phoneNumberId: '300000000000003' };
const NUMBER_ID = `num_${MASTER.phoneNumberId}`;

type Bench = Awaited<ReturnType<typeof sendingBench>>;

function refused(code: number, kind: MetaErrorClass = 'later', retryAfterSeconds: number | null = null): SendOutcome {
  const error = metaError(code, { retryable: kind === 'later' });
  return { kind: 'refused', class: kind, error, retryAfterSeconds, answer: null };
}

const phone = (index: number) => ({ to: { phone: `+96477000${String(index).padStart(5, '0')}` } });

/** Queues sends to as many people. */
async function queueFor({ send }: Bench, people: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < people; i += 1) {
    const { id } = await send.template(operator(), template({ ...phone(i), wait: false }));
    ids.push(id);
  }
  return ids;
}

async function statusOf({ store }: Bench, id: string) {
  const [record] = await store.messages.getMany('dijla', [id]);
  return record?.status;
}

describe('the cost of a send', () => {
  it('is three commits when it is queued: accept, claim with mark, settle', async () => {
    const { send, dispatch, writes } = await sendingBench();
    await send.template(operator(), template({ wait: false }));
    await dispatch.runDue();
    expect(writes).toEqual(['accept', 'due', 'claim', 'settle']);
  });

  it('is two commits with credentials of its own: accept with mark, settle', async () => {
    const { send, writes } = await sendingBench();
    await send.template(operator(), template({ credentials: DIRECT }));
    expect(writes).toEqual(['accept', 'settle']);
  });

  it('is one claim for many', async () => {
    const bench = await sendingBench();
    await queueFor(bench, 20);
    expect(await bench.dispatch.runDue()).toBe(20);
    expect(bench.writes.filter((name) => name === 'claim')).toHaveLength(1);
  });
});

describe('a number’s rate', () => {
  it('lets a burst go, and the rest as tokens come back, all in the end', async () => {
    const bench = await sendingBench({ rateOf: () => 5 });
    await queueFor(bench, 12);
    expect(await bench.dispatch.runDue()).toBe(5);
    expect(await bench.dispatch.runDue()).toBe(0);
    bench.clock.advance(400);
    expect(await bench.dispatch.runDue()).toBe(2);
    bench.clock.advance(SECOND);
    expect(await bench.dispatch.runDue()).toBe(5);
    expect(bench.calls).toHaveLength(12);
  });

  it('does not hold the sends of another number that stand behind a long queue', async () => {
    const bench = await sendingBench({ rateOf: (id) => (id === 'num_2' ? 5 : 1) });
    const { dispatch, numbers, send, calls } = bench;
    const other = {
      tenantId: 'dijla',
      display: '',
      wabaId: null,
      credentials: 'master',
      messagesPerSecond: null,
      sharing: null,
    } as const;
    await numbers.register({ ...other, id: 'num_2', phoneNumberId: '2' });
    await queueFor(bench, 100);
    await send.template(operator(), template({ from: 'num_2', wait: false }));
    expect(await dispatch.runDue()).toBe(2);
    expect(calls.map(({ credentials }) => credentials.phoneNumberId)).toEqual([MASTER.phoneNumberId, '2']);
  });

  it('is learned down when Meta finds it too fast: the message waits and the number slows', async () => {
    const bench = await sendingBench();
    bench.script.push(refused(130429));
    const [id = ''] = await queueFor(bench, 1);
    await bench.dispatch.runDue();
    expect(await statusOf(bench, id)).toBe('QUEUED');
    expect(bench.pacing.paceOf(NUMBER_ID, bench.clock.now()).rate).toBe(40);
  });
});

it('holds a person who was sent too much, keeps the order, and sends to others meanwhile', async () => {
  const bench = await sendingBench();
  const { dispatch, send, script, clock, calls } = bench;
  script.push(refused(131056), refused(131056));
  const bodies = ['one', 'two'];
  for (const body of bodies) await send.reply(operator(), reply(body, { ...phone(1), wait: false }));
  await dispatch.runDue();
  clock.advance(SECOND);
  await dispatch.runDue();
  const { id } = await send.reply(operator(), reply('other', { ...phone(2), wait: false }));
  clock.advance(3_999);
  expect(await dispatch.runDue()).toBe(1);
  expect(await statusOf(bench, id)).toBe('ACCEPTED');
  clock.advance(1);
  expect([await dispatch.runDue(), await dispatch.runDue()]).toEqual([1, 1]);
  const sent = calls.map(({ send: { content } }) => (content.kind === 'text' ? content.body : ''));
  expect(sent).toEqual(['one', 'one', 'other', 'one', 'two']);
});

describe.each([131048, 368, 131031])('code %i', (code) => {
  it('pauses the number: its messages wait, none fails, and a single one tries again', async () => {
    const bench = await sendingBench();
    const { dispatch, script, clock, calls, queue } = bench;
    script.push(refused(code, 'changed'));
    const ids = await queueFor(bench, 1);
    await dispatch.runDue();
    ids.push(...(await queueFor(bench, 3)).slice(1));
    expect(await dispatch.runDue()).toBe(0);
    expect(await Promise.all(ids.map((id) => statusOf(bench, id)))).toEqual(['QUEUED', 'QUEUED', 'QUEUED']);
    const [state] = await queue.ofNumbers(operator(), [NUMBER_ID]);
    expect(state).toMatchObject({ depth: 4, pausedUntil: new Date(clock.now() + 5 * MINUTE).toISOString() });
    expect(state?.pauseReason).toContain(String(code));
    expect(await queue.waitsFor(operator(), ids)).toEqual(['PAUSED_NUMBER', 'PAUSED_NUMBER', 'PAUSED_NUMBER']);

    clock.advance(5 * MINUTE);
    expect(await dispatch.runDue()).toBe(1);
    while ((await dispatch.runDue()) > 0) {
      // The first success frees the number.
    }
    expect(await Promise.all(ids.map((id) => statusOf(bench, id)))).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
    expect(calls).toHaveLength(5);
  });
});

it.each(['changed', 'never'] as const)('a refusal of the class %s is final', async (kind) => {
  const bench = await sendingBench();
  bench.script.push(refused(131042, kind));
  const [id = ''] = await queueFor(bench, 1);
  await bench.dispatch.runDue();
  expect(await statusOf(bench, id)).toBe('FAILED');
});

it('a refusal that is doubtful is held as unconfirmed, never sent again', async () => {
  const bench = await sendingBench();
  bench.script.push(refused(131016, 'doubtful'));
  const [id = ''] = await queueFor(bench, 1);
  await bench.dispatch.runDue();
  bench.clock.advance(24 * 60 * MINUTE);
  expect(await bench.dispatch.runDue()).toBe(0);
  expect(await statusOf(bench, id)).toBe('UNCONFIRMED');
});

it('backs off fourfold, up to five minutes, half of it by chance', async () => {
  const bench = await sendingBench();
  const { clock, dispatch, script, store } = bench;
  await queueFor(bench, 1);
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 7; attempt += 1) {
    script.push(refused(131057));
    expect(await dispatch.runDue()).toBe(1);
    const wait = ((await store.outbox.nextDue()) ?? 0) - clock.now();
    waits.push(wait);
    clock.advance(wait - 1);
    expect(await dispatch.runDue()).toBe(0);
    clock.advance(1);
  }
  // The tests' chance is always one half: 3/4 of 0.5, 2, 8 … s, and of 300 s in the end.
  expect(waits).toEqual([375, 1_500, 6_000, 24_000, 96_000, 225_000, 225_000]);
});

describe('the loop', () => {
  it('reads and claims nothing while all that waits is held, and goes on by itself when it may', async () => {
    const bench = await sendingBench();
    const { dispatch, script, clock, calls, writes, quiet, store } = bench;
    script.push(refused(131048, 'changed'));
    await dispatch.start();
    const [id = ''] = await queueFor(bench, 1);
    await expect.poll(async () => (await store.messages.getMany('dijla', [id]))[0]?.error?.code).toBe(131048);
    await quiet();
    const before = writes.length;
    for (let second = 1; second < 30; second += 1) clock.advance(SECOND);
    await quiet();
    expect(writes.slice(before).filter((name) => !name.startsWith('expire'))).toEqual([]);
    for (let minute = 1; minute <= 5; minute += 1) {
      clock.advance(MINUTE);
      await quiet();
    }
    await expect.poll(() => calls.length).toBe(2);
    await expect.poll(() => statusOf(bench, id)).toBe('ACCEPTED');
    expect(writes.slice(before).filter((name) => name === 'claim')).toHaveLength(1);
  });

  it('gathers tokens, so that a busy number needs few claims', async () => {
    const bench = await sendingBench();
    const { dispatch, clock, calls, writes, quiet } = bench;
    await queueFor(bench, 160);
    await dispatch.start();
    for (let step = 0; step < 100 && calls.length < 160; step += 1) {
      await quiet();
      clock.advance(25);
    }
    expect(calls).toHaveLength(160);
    expect(writes.filter((name) => name === 'claim').length).toBeLessThan(80);
  });

  it('gives up what has waited too long, and lets its followers go', async () => {
    const bench = await sendingBench();
    const { dispatch, send, clock, calls, store } = bench;
    const late = await send.template(operator(), template({ wait: false, expiresInSeconds: 60 }));
    const follower = await send.template(operator(), template({ wait: false }));
    clock.advance(MINUTE);
    expect(await dispatch.runDue()).toBe(0);
    await dispatch.start();
    await expect.poll(() => statusOf(bench, follower.id)).toBe('ACCEPTED');
    expect(await statusOf(bench, late.id)).toBe('EXPIRED');
    expect(calls.map(({ handle }) => handle)).toEqual([`${follower.id}:1`]);
    const [timeline] = await store.messages.timelines('dijla', [late.id]);
    expect(timeline?.at(-1)).toMatchObject({ status: 'EXPIRED', at: new Date(clock.now()).toISOString() });
  });

  it('waits for a day unless it is told otherwise, from a minute to 30 days', async () => {
    const { send, store, clock } = await sendingBench();
    await send.template(operator(), template({ wait: false }));
    expect(await store.outbox.expireQueued(clock.now() + 24 * 60 * MINUTE - 1)).toEqual([]);
    expect(await store.outbox.expireQueued(clock.now() + 24 * 60 * MINUTE)).toEqual(['dijla']);
    for (const expiresInSeconds of [59, 2_592_001, 60.5, Number.NaN]) {
      await expect(send.template(operator(), template({ expiresInSeconds }))).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        details: { field: 'expiresInSeconds' },
      });
    }
  });

  it('tells a sender that a message expired, when asked again by its key', async () => {
    const { send, dispatch, clock } = await sendingBench();
    const command = template({ wait: false, idempotencyKey: 'k', expiresInSeconds: 60 });
    await send.template(operator(), command);
    clock.advance(MINUTE);
    await dispatch.start();
    const asked = async () => send.template(operator(), command).catch((error: unknown) => error);
    await expect
      .poll(asked)
      .toMatchObject({ code: 'REJECTED_BY_META', details: { messageRef: { status: 'EXPIRED' } } });
  });
});

describe('a send with credentials of its own', () => {
  const direct = template({ credentials: DIRECT });

  it('waits for its turn while its caller waits', async () => {
    const { send, clock, calls } = await sendingBench({ rateOf: () => 1 });
    await send.template(operator(), direct);
    const second = send.template(operator(), { ...direct, ...phone(2) });
    await expect.poll(() => clock.pending()).toBeGreaterThan(1);
    expect(calls).toHaveLength(1);
    clock.advance(SECOND);
    expect(await second).toMatchObject({ status: 'ACCEPTED' });
  });

  it('fails at once, surely not sent, when its turn is more than ten seconds away, and is told when to come back', async () => {
    const { send, script, calls, store } = await sendingBench();
    script.push(refused(131057, 'later', 90));
    await expect(send.template(operator(), direct)).rejects.toMatchObject({ details: { retryAfterSeconds: 90 } });
    await expect(send.template(operator(), direct)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      details: { retryAfterSeconds: 90, retryable: true, messageRef: { status: 'FAILED' } },
    });
    expect(calls).toHaveLength(1);
    expect(await store.outbox.nextDue()).toBeNull();
  });

  it('does not stay behind when the gateway stops: it has failed, surely not sent', async () => {
    const { send, clock, dispatch, calls } = await sendingBench({ rateOf: () => 1 });
    await send.template(operator(), direct);
    const second = send.template(operator(), { ...direct, ...phone(2) }).catch((error: unknown) => error);
    await expect.poll(() => clock.pending()).toBeGreaterThan(1);
    await dispatch.stop();
    expect(await second).toMatchObject({ code: 'RATE_LIMITED', details: { messageRef: { status: 'FAILED' } } });
    expect(calls).toHaveLength(1);
  });
});

describe('what is to be seen of a queue', () => {
  it('is its depth, its age, its rate and what each message waits for', async () => {
    const bench = await sendingBench({ rateOf: () => 1 });
    const { send, dispatch, queue, clock, script, system } = bench;
    const to = (index: number) => template({ ...phone(index), wait: false });
    script.push(refused(131057));
    const retried = await send.template(operator(), to(1));
    const follower = await send.template(operator(), to(1));
    await dispatch.runDue();
    const waiting = await send.template(operator(), to(2));
    clock.advance(250);
    const ids = [retried.id, follower.id, waiting.id, 'msg_none'];
    expect(await queue.waitsFor(operator(), ids)).toEqual(['RETRY', 'EARLIER_MESSAGE', 'RATE', null]);
    expect(await queue.ofNumbers(operator(), [NUMBER_ID, 'num_none'])).toEqual([
      { depth: 3, oldestAt: retried.createdAt, rate: 1, pausedUntil: null, pauseReason: null, pauseError: null },
      null,
    ]);
    const { text } = await system.metrics.render();
    expect(text).toContain(`dijla_outbox_depth{number="${NUMBER_ID}"} 3`);
    expect(text).toContain(`dijla_outbox_oldest_seconds{number="${NUMBER_ID}"} 0.25`);
    expect(text).toContain(`dijla_number_rate{number="${NUMBER_ID}"} 1`);
    expect(text).not.toContain('dijla_number_paused_seconds{');
  });

  it('is nobody else’s', async () => {
    const bench = await sendingBench();
    const [id = ''] = await queueFor(bench, 1);
    expect(await bench.queue.ofNumbers(reader('other'), [NUMBER_ID])).toEqual([null]);
    expect(await bench.queue.waitsFor(reader('other'), [id])).toEqual([null]);
  });
});

describe('a decision of the sender', () => {
  it('takes a queued message back; who waits for it is told, its followers go', async () => {
    const bench = await sendingBench();
    const { send, dispatch, decisions, clock, script, store } = bench;
    await dispatch.start();
    script.push(refused(131057));
    const first = send.template(operator(), template()).catch((error: unknown) => error);
    await expect.poll(async () => (await store.outbox.nextDue(clock.now())) !== null).toBe(true);
    const follower = await send.template(operator(), template({ wait: false }));
    const { rows } = await store.messages.list('dijla', { status: 'QUEUED' }, { limit: 5, from: 'oldest' });
    const id = rows.at(-1)?.id ?? '';
    expect(await decisions.cancel(operator(), id)).toMatchObject({ id, status: 'CANCELLED' });
    expect(await first).toMatchObject({ code: 'REJECTED_BY_META', details: { messageRef: { status: 'CANCELLED' } } });
    await expect.poll(() => statusOf(bench, follower.id)).toBe('ACCEPTED');
    expect(await decisions.cancel(operator(), id)).toMatchObject({ status: 'CANCELLED' });
  });

  it('resolves what stayed unanswered', async () => {
    const bench = await sendingBench();
    const { decisions, dispatch, script } = bench;
    const lost: SendOutcome = { kind: 'unknown', reason: 'time-out', error: null, answer: null };
    script.push(lost, lost);
    const [sent = '', unsent = ''] = await queueFor(bench, 2);
    await dispatch.runDue();
    expect(await decisions.resolve(operator(), sent, 'sent')).toMatchObject({ status: 'SENT' });
    expect(await decisions.resolve(operator(), unsent, 'notSent')).toMatchObject({ status: 'CANCELLED' });
  });

  it('is refused for anything else, for another’s message and without the right to send', async () => {
    const bench = await sendingBench();
    const { decisions, dispatch } = bench;
    const [id = ''] = await queueFor(bench, 1);
    const invalid = { code: 'INVALID_INPUT', details: { field: 'id' } };
    await expect(decisions.resolve(operator(), id, 'sent')).rejects.toMatchObject(invalid);
    await expect(decisions.cancel(reader('dijla'), id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const other = { ...reader('other'), scopes: ['send' as const] };
    await expect(decisions.cancel(other, id)).rejects.toMatchObject({ code: 'NOT_FOUND', details: { field: 'id' } });
    await dispatch.runDue();
    await expect(decisions.cancel(operator(), id)).rejects.toMatchObject(invalid);
    expect(await statusOf(bench, id)).toBe('ACCEPTED');
  });
});

it('an answer that comes in late still settles its message', async () => {
  const bench = await sendingBench();
  const { clock, dispatch, script, calls } = bench;
  const answer = Promise.withResolvers<SendOutcome>();
  script.push(answer.promise);
  await dispatch.start();
  const [id = ''] = await queueFor(bench, 1);
  await expect.poll(() => calls.length).toBe(1);
  clock.advance(35 * SECOND);
  await expect.poll(() => statusOf(bench, id)).toBe('UNCONFIRMED');
  answer.resolve(ACCEPTED('wamid.late'));
  await expect.poll(() => statusOf(bench, id)).toBe('ACCEPTED');
});
