import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Hands, nameOf } from '../../src/application/dispatch-hands.ts';
import { createPick } from '../../src/application/dispatch-pick.ts';
import { createPacing } from '../../src/application/pacing.ts';
import type { DueSend, Lane } from '../../src/domain/outbound.ts';
import type { SendOutcome } from '../../src/ports/cloud-api.ts';
import type { DueExcept } from '../../src/ports/store.ts';
import { sendingBench, template } from './sending.ts';
import { operator } from './support.ts';

const NOW = Date.UTC(2026, 0, 1);
const PICK = 64;

/** An outbox in memory that reads as the port says, and counts what it was asked for. */
class Outbox {
  readonly waiting: DueSend[] = [];
  readonly onWire = new Set<string>();
  rows = 0;
  readings = 0;
  /** Whose sends were read. */
  readonly tenants = new Set<string>();
  #made = 0;

  add(tenantId: string, numberId: string, conversation = `${this.#made}`): DueSend {
    this.#made += 1;
    const send = {
      tenantId,
      numberId,
      messageId: `msg_${this.#made}`,
      conversationId: `${tenantId} ${numberId} ${conversation}`,
    };
    this.waiting.push(send);
    return send;
  }

  claim(sends: readonly DueSend[]): void {
    for (const send of sends) {
      this.waiting.splice(this.waiting.indexOf(send), 1);
      this.onWire.add(send.conversationId);
    }
  }

  /** The exact rows, so that what was picked is found again. */
  async due(_now: number, limit: number, except: DueExcept, after: Lane | null = null): Promise<DueSend[]> {
    this.readings += 1;
    const full = new Set((except.lanes ?? []).map(nameOf));
    const held = new Set([...except.conversationIds, ...this.onWire]);
    const first = new Set<string>();
    const due = this.waiting.filter((send) => {
      if (first.has(send.conversationId)) return false;
      first.add(send.conversationId);
      if (except.tenantIds?.has(send.tenantId)) return false;
      return !held.has(send.conversationId) && !except.numberIds.includes(send.numberId) && !full.has(nameOf(send));
    });
    const names = [...Map.groupBy(due, nameOf)].sort(([a], [b]) => (a < b ? -1 : 1));
    const start = after === null ? 0 : names.findIndex(([name]) => name > nameOf(after));
    const lanes = [...names.slice(start), ...names.slice(0, Math.max(0, start))].slice(0, limit);
    const rows = lanes.flatMap(([, sends]) => sends.slice(0, Math.ceil(limit / lanes.length)));
    this.rows += rows.length;
    for (const { tenantId } of rows) this.tenants.add(tenantId);
    return rows;
  }
}

const NAMES = ['ten_a', 'ten_b', 'ten_c', 'ten_d', 'ten_e'];

describe('the turns of tenants', () => {
  it('come round: nobody waits for another twice, order is kept, and no share is overdrawn', async () => {
    const someone = fc.record({
      tenant: fc.constantFrom(...NAMES),
      number: fc.constantFrom('num_1', 'num_2'),
      conversation: fc.constantFrom('x', 'y', 'z', undefined),
      times: fc.integer({ min: 1, max: 120 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(someone, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.nat(), { maxLength: 20 }),
        async (arrivals, rate, settled) => {
          const outbox = new Outbox();
          const hands = new Hands(24);
          const pick = createPick(
            outbox,
            createPacing(() => rate),
            hands,
          );
          for (const { tenant, number, conversation, times } of arrivals) {
            for (let n = 0; n < times; n += 1) outbox.add(tenant, number, conversation);
          }
          const lastOf = new Map<string, number>();
          const flying: (DueSend & { leave: () => void })[] = [];
          for (const [step, which] of settled.entries()) {
            const { sends } = await pick(NOW + step * 300);
            expect(sends.length).toBeLessThanOrEqual(PICK);
            for (const send of sends) {
              const place = Number(send.messageId.slice(4));
              expect(place).toBeGreaterThan(lastOf.get(send.conversationId) ?? 0);
              lastOf.set(send.conversationId, place);
            }
            // Between two of one tenant's, every other that was chosen later in this pick had its turn.
            for (const [i, { tenantId }] of sends.entries()) {
              const again = sends.findIndex((send, j) => j > i && send.tenantId === tenantId);
              const between = sends.slice(i + 1, Math.max(i + 1, again)).map((send) => send.tenantId);
              expect(new Set(between).size).toBe(between.length);
            }
            outbox.claim(outbox.waiting.filter(({ messageId }) => sends.some((send) => send.messageId === messageId)));
            flying.push(...sends);
            expect(hands.busy).toBe(flying.length);
            expect(hands.busy).toBeLessThanOrEqual(24);
            for (const tenant of NAMES) {
              expect(flying.filter(({ tenantId }) => tenantId === tenant).length).toBeLessThanOrEqual(12);
            }
            const [done] = flying.length === 0 ? [] : flying.splice(which % flying.length, 1);
            done?.leave();
            if (done !== undefined) outbox.onWire.delete(done.conversationId);
          }
        },
      ),
    );
  });

  it('give a newcomer the next token of a number that another has long queued on', async () => {
    const outbox = new Outbox();
    const pick = createPick(
      outbox,
      createPacing(() => 10),
      new Hands(),
    );
    for (let n = 0; n < 500; n += 1) outbox.add('ten_loud', 'num_shared');
    for (let step = 0; step < 10; step += 1) outbox.claim(await waitingOf(outbox, pick, NOW + step * 100));
    const late = outbox.add('ten_quiet', 'num_shared');
    const [first] = (await pick(NOW + 1_000)).sends;
    expect(first?.messageId).toBe(late.messageId);
  });

  it('share the tokens of a shared number equally, over many picks of one token each', async () => {
    const outbox = new Outbox();
    const pick = createPick(
      outbox,
      createPacing(() => 1),
      new Hands(),
    );
    for (let n = 0; n < 90; n += 1) for (const tenant of ['ten_a', 'ten_b', 'ten_c']) outbox.add(tenant, 'num_1');
    const sent: string[] = [];
    for (let second = 0; second < 60; second += 1) {
      const { sends } = await pick(NOW + second * 1_000);
      outbox.claim(outbox.waiting.filter(({ messageId }) => sends.some((send) => send.messageId === messageId)));
      for (const { tenantId, leave } of sends) {
        sent.push(tenantId);
        leave();
      }
    }
    expect(['ten_a', 'ten_b', 'ten_c'].map((id) => sent.filter((one) => one === id).length)).toEqual([20, 20, 20]);
  });

  it('leave room for others on the processors: a loud tenant’s are not even read while there is none', async () => {
    const outbox = new Outbox();
    const shut = new Set(['ten_loud']);
    const spent: string[] = [];
    const room = {
      inCompany: true,
      isOpen: (tenantId: string) => !shut.has(tenantId),
      spend: (tenantId: string) => void spent.push(tenantId),
    };
    const pacing = createPacing(() => 1_000);
    const pick = createPick(outbox, pacing, new Hands(), () => new Set(), room);
    for (let n = 0; n < 100; n += 1) outbox.add('ten_loud', `num_${n % 20}`);
    outbox.add('ten_quiet', 'num_quiet');
    const first = await pick(NOW);
    expect(first.sends.map(({ tenantId }) => tenantId)).toEqual(['ten_quiet']);
    // It is asked for again soon, since nobody tells when there is room.
    expect(first.heldUntil).toBe(NOW);
    outbox.claim(outbox.waiting.filter(({ tenantId }) => tenantId === 'ten_quiet'));
    outbox.tenants.clear();
    await pick(NOW);
    expect([...outbox.tenants]).toEqual([]);
    shut.clear();
    const { sends } = await pick(NOW);
    expect(sends).toHaveLength(8);
    expect(spent).toEqual(['ten_quiet', ...sends.map(() => 'ten_loud')]);
  });

  it('come to more tenants than one reading holds', async () => {
    const outbox = new Outbox();
    const pick = createPick(
      outbox,
      createPacing(() => 10_000),
      new Hands(100_000),
    );
    const tenants = Array.from({ length: 300 }, (_, n) => `ten_${String(n).padStart(3, '0')}`);
    for (const tenant of tenants) for (let n = 0; n < 10; n += 1) outbox.add(tenant, `num_${tenant}`);
    const served = new Set<string>();
    for (let picks = 0; picks < Math.ceil(tenants.length / PICK); picks += 1) {
      const { sends, heldUntil } = await pick(NOW);
      for (const { tenantId } of sends) served.add(tenantId);
      outbox.claim(outbox.waiting.filter(({ messageId }) => sends.some((send) => send.messageId === messageId)));
      // The pick was full, so it is asked for again at once.
      expect(heldUntil).toBe(NOW);
    }
    expect(served.size).toBe(300);
  });

  it('cost a bounded number of rows, however much waits and however much of it is held', async () => {
    const outbox = new Outbox();
    const pacing = createPacing(() => 100_000);
    const pick = createPick(outbox, pacing, new Hands());
    for (let n = 0; n < 5_000; n += 1) {
      const { numberId, conversationId } = outbox.add('ten_a', 'num_1');
      const error = { code: 131056, title: '', details: null, fbtraceId: null, meaning: '', action: '' };
      pacing.learn(
        { numberId, conversationId },
        { kind: 'refused', class: 'later', error: { ...error, retryable: true }, retryAfterSeconds: 60, answer: null },
        NOW,
        NOW,
      );
    }
    await pick(NOW);
    expect(outbox.readings).toBeLessThanOrEqual(8);
    expect(outbox.rows).toBeLessThanOrEqual(8 * 2 * PICK);
  });
});

async function waitingOf(outbox: Outbox, pick: ReturnType<typeof createPick>, now: number): Promise<DueSend[]> {
  const { sends } = await pick(now);
  for (const { leave } of sends) leave();
  return outbox.waiting.filter(({ messageId }) => sends.some((send) => send.messageId === messageId));
}

describe('hands', () => {
  it('leave some for whoever comes next, however many hang', () => {
    const hands = new Hands(192);
    const taken = (lane: Lane) => {
      let count = 0;
      for (; hands.hasRoom(lane); count += 1) hands.take(lane);
      return count;
    };
    expect(taken({ tenantId: 'ten_a', numberId: 'num_1' })).toBe(64);
    expect(taken({ tenantId: 'ten_a', numberId: 'num_2' })).toBeGreaterThan(0);
    for (let n = 0; n < 6; n += 1) expect(taken({ tenantId: `ten_${n}`, numberId: 'num_9' })).toBeGreaterThan(0);
    expect(hands.busy).toBeLessThan(192);
  });
});

it('a tenant whose calls hang, with a long queue behind them, holds up nobody else', async () => {
  const { calls, dispatch, numbers, quiet, script, send, store, tenants } = await sendingBench();
  const other = await tenants.create(operator(), { name: 'Other', kind: 'direct' });
  await numbers.register({
    ...{ id: 'num_2', tenantId: other.id, phoneNumberId: '2', display: '', wabaId: null },
    ...{ credentials: 'master', messagesPerSecond: null, sharing: null },
  });
  const hanging: PromiseWithResolvers<SendOutcome>[] = [];
  for (let n = 0; n < 120; n += 1) {
    const never = Promise.withResolvers<SendOutcome>();
    hanging.push(never);
    script.push(never.promise);
    await send.template(operator(), template({ to: { phone: `+9647700${String(n).padStart(6, '0')}` }, wait: false }));
  }
  await dispatch.start();
  await quiet();
  const stuck = calls.length;
  expect(stuck).toBe(64);
  script.length = 0;
  const theirs = { ...operator(), tenantId: other.id };
  const sent = await send.template(theirs, template({ from: 'num_2', wait: false }));
  await expect.poll(async () => (await store.messages.getMany(other.id, [sent.id]))[0]?.status).toBe('ACCEPTED');
  expect(calls.slice(stuck).map(({ credentials }) => credentials.phoneNumberId)).toEqual(['2']);
  for (const { resolve } of hanging) resolve({ kind: 'notWritten', reason: 'over' });
  await dispatch.stop();
});
