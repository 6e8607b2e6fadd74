import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handleOf } from '../../src/domain/inbound.ts';
import type { Settlement } from '../../src/domain/outbound.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import { accept, append, NOW, NUMBER, REFUSED, registered, status } from './fixtures.ts';
import { type ModelSend, OutboxModel } from './outbox-model.ts';
import { type SqliteRig, sqliteRig } from './sqlite-rig.ts';

/*
 * Any history of the outbox, made of sends, claims, answers, time-outs, statuses and decisions in any order, leaves the
 * store where a small reference model says; and no send that may have gone out is ever claimed again.
 */

const WIRE_DEADLINE_MS = 35_000;
const CONVERSATIONS = 3;

let rig: SqliteRig;
let histories = 0;
beforeAll(async () => {
  rig = await sqliteRig();
  await rig.store.numbers.register(registered(NUMBER));
});
afterAll(() => rig.dispose());

type Step =
  | { readonly do: 'accept'; readonly conversation: number; readonly ttl: number }
  | { readonly do: 'claim' }
  | { readonly do: 'settle'; readonly pick: number; readonly kind: Settlement['kind']; readonly stale: boolean }
  | { readonly do: 'status'; readonly pick: number; readonly word: 'SENT' | 'DELIVERED' | 'READ' | 'FAILED' }
  | { readonly do: 'decide'; readonly pick: number; readonly decision: 'cancel' | 'sent' | 'notSent' }
  | { readonly do: 'tidy' }
  | { readonly do: 'wait'; readonly ms: number };

const pick = fc.nat(30);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('accept'),
      conversation: fc.nat(CONVERSATIONS - 1),
      ttl: fc.constantFrom(20_000, 86_400_000),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('claim') }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('settle'),
      pick,
      kind: fc.constantFrom('accepted', 'failed', 'requeued', 'unconfirmed'),
      stale: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('status'),
      pick,
      word: fc.constantFrom('SENT', 'DELIVERED', 'READ', 'FAILED'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('decide'), pick, decision: fc.constantFrom('cancel', 'sent', 'notSent') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tidy') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait'), ms: fc.constantFrom(500, 10_000, 40_000) }) },
) as fc.Arbitrary<Step>;

function settlementOf(kind: Settlement['kind'], send: ModelSend, notBefore: number): Settlement {
  switch (kind) {
    case 'accepted':
      return { kind, whatsappId: `wamid.${send.id}`, held: false, answer: null };
    case 'failed':
      return { kind, error: REFUSED, answer: null };
    case 'requeued':
      return { kind, notBefore, error: null };
    case 'unconfirmed':
      return { kind, reason: 'no answer', error: null };
  }
}

/** Runs one history on the store and on the model, comparing after every step. */
async function run(steps: readonly Step[]): Promise<void> {
  histories += 1;
  const { outbox, messages } = rig.store;
  const model = new OutboxModel(NOW);
  const person = (conversation: number) => ({
    phone: `+9647${String(histories * 10 + conversation).padStart(9, '0')}`,
  });
  const oneOf = (n: number, fits: (send: ModelSend) => boolean) => {
    const sends = model.sends.filter(fits);
    return sends.length === 0 ? undefined : sends[n % sends.length];
  };

  async function take(one: Step): Promise<void> {
    const { now } = model;
    switch (one.do) {
      case 'accept': {
        const expiresAt = now + one.ttl;
        const id = await accept(rig.store, { to: person(one.conversation), now, expiresAt });
        return model.accept(id, one.conversation, expiresAt);
      }
      case 'claim': {
        const ours = new Map(model.sends.map((send) => [send.id, send]));
        const due = (await outbox.due(now, 1_000, { numberIds: [], conversationIds: [] })).filter((s) =>
          ours.has(s.messageId),
        );
        expect(due.map((s) => s.messageId).sort()).toEqual(
          model
            .due()
            .map((s) => s.id)
            .sort(),
        );
        const claimed = await outbox.claim(
          due.map((s) => s.messageId),
          now,
        );
        expect(claimed.map((job) => job.messageId).sort()).toEqual(due.map((s) => s.messageId).sort());
        for (const { messageId } of claimed) model.claim(ours.get(messageId) as ModelSend);
        return;
      }
      case 'settle': {
        const send = oneOf(one.pick, ({ row }) => row === 'on_wire' || row === 'unconfirmed');
        if (send === undefined) return;
        const attempt = one.stale ? send.attempt - 1 : send.attempt;
        const notBefore = now + 1_000;
        // A late answer to an unconfirmed send settles it for good; it is never put back.
        if (send.row === 'unconfirmed' && (one.kind === 'requeued' || one.kind === 'unconfirmed')) return;
        await outbox.settle(HOME_TENANT, send.id, attempt, settlementOf(one.kind, send, notBefore), now);
        if (!one.stale) model.settle(send, one.kind as Parameters<OutboxModel['settle']>[1], notBefore);
        return;
      }
      case 'status': {
        const send = oneOf(one.pick, ({ attempt }) => attempt > 0);
        if (send === undefined) return;
        const handle = handleOf(send.id, send.attempt);
        await append(rig.store, status(`wamid.${send.id}`, one.word, { handle, at: now }));
        return model.status(send, one.word);
      }
      case 'decide': {
        const send = oneOf(one.pick, () => true);
        if (send === undefined) return;
        await outbox.decide(HOME_TENANT, send.id, one.decision, now);
        if (one.decision === 'cancel') model.cancel(send);
        else model.resolve(send, one.decision);
        return;
      }
      case 'tidy':
        await outbox.expireOnWire(now - WIRE_DEADLINE_MS, now);
        model.expireOnWire(now - WIRE_DEADLINE_MS);
        await outbox.expireQueued(now);
        return model.expireQueued();
      case 'wait':
        model.now += one.ms;
    }
  }

  for (const one of steps) {
    await take(one);
    const ids = model.sends.map(({ id }) => id);
    const stored = await messages.getMany(HOME_TENANT, ids);
    expect(stored.map((record) => record?.status)).toEqual(model.sends.map((send) => send.status));
    // The promise itself: at most one attempt per send may have reached a person.
    for (const { reached } of model.sends) expect(reached.size).toBeLessThanOrEqual(1);
  }
  // Nothing of this history may be due in the next.
  for (const { id } of model.sends) await outbox.decide(HOME_TENANT, id, 'cancel', model.now);
}

it('goes where the reference model goes, through any history', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), run), { numRuns: 150 });
});
