import { describe, expect, it } from 'vitest';
import type { Decision, Lane } from '../../src/domain/outbound.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import type { DueExcept } from '../../src/ports/store.ts';
import {
  accept,
  acceptedAs,
  append,
  claim,
  claimOne,
  draft,
  everyEvent,
  messageById,
  NOW,
  NUMBER,
  OTHER_NUMBER,
  OTHER_TENANT,
  status,
} from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

const NOTHING: DueExcept = { numberIds: [], conversationIds: [] };
const SECOND_NUMBER = { id: 'num_9', phoneNumberId: '1009', display: '' };

/** What waits, in which order, for how long, and what its sender may still decide. */
export function queueContract(rig: () => StoreRig): void {
  const statusOf = async (id: string) => (await messageById(rig().store, id)).status;
  const due = async (except = NOTHING, limit = 10, now = NOW) =>
    (await rig().store.outbox.due(now, limit, except)).map(({ messageId }) => messageId);
  const to = (phone: string) => ({ to: { phone } });
  const decide = (id: string, decision: Decision) => rig().store.outbox.decide(HOME_TENANT, id, decision, NOW + 1);
  const stepsOf = async (id: string) => {
    const [timeline] = await rig().store.messages.timelines(HOME_TENANT, [id]);
    return timeline?.map((step) => step.status);
  };

  describe('reading what is due', () => {
    it('gives the first of each conversation, oldest first, and changes nothing', async () => {
      const { store } = rig();
      const second = await accept(store, { ...to('+9642'), now: NOW - 1 });
      const first = await accept(store, { ...to('+9641'), now: NOW - 2 });
      await accept(store, { ...to('+9641'), now: NOW - 2 });
      await accept(store, { ...to('+9643'), now: NOW + 1 });
      expect(await due()).toEqual([first, second]);
      expect(await due()).toEqual([first, second]);
      expect(await due(NOTHING, 1)).toEqual([first]);
      expect(await store.outbox.nextDue(NOW)).toBe(NOW + 1);
    });

    it('lets what is excepted hide nothing behind it', async () => {
      const { store } = rig();
      const early = { now: NOW - 5 };
      const loud = [];
      for (const phone of ['+9641', '+9642', '+9643']) loud.push(await accept(store, { ...to(phone), ...early }));
      const quiet = await accept(store, { ...to('+9641'), number: SECOND_NUMBER });
      const { conversationId } = await messageById(store, loud[0] ?? '');
      expect(await due({ ...NOTHING, numberIds: [NUMBER.id] }, 1)).toEqual([quiet]);
      expect(await due({ ...NOTHING, conversationIds: [conversationId] }, 4)).toEqual([...loud.slice(1), quiet]);
      const lane = { tenantId: HOME_TENANT, numberId: NUMBER.id };
      expect(await due({ ...NOTHING, lanes: [lane] }, 1)).toEqual([quiet]);
      expect(await due({ ...NOTHING, tenantIds: new Set([HOME_TENANT]) })).toEqual([]);
      expect(await due({ ...NOTHING, tenantIds: new Set([OTHER_TENANT]) }, 1)).toEqual(loud.slice(0, 1));
      expect(await due({ numberIds: [NUMBER.id, SECOND_NUMBER.id], conversationIds: [] })).toEqual([]);
    });

    it('gives every tenant and number an equal part, from where it is told to begin and round again', async () => {
      const { store } = rig();
      const many = [];
      for (const n of [1, 2, 3, 4]) many.push(await accept(store, { ...to(`+964${n}`), now: NOW - 9 }));
      const elsewhere = await accept(store, { ...to('+9641'), number: SECOND_NUMBER });
      const { message } = await acceptedBy(draft({ tenantId: OTHER_TENANT, number: NUMBER }));
      const lanes = await store.outbox.due(NOW, 6, NOTHING);
      const [mine, second, other] = [
        { tenantId: HOME_TENANT, numberId: NUMBER.id },
        { tenantId: HOME_TENANT, numberId: SECOND_NUMBER.id },
        { tenantId: OTHER_TENANT, numberId: NUMBER.id },
      ];
      const part = { ...mine, conversationId: expect.any(String) };
      expect(lanes).toEqual([
        { ...part, messageId: many[0] },
        { ...part, messageId: many[1] },
        { ...part, ...second, messageId: elsewhere },
        { ...part, ...other, messageId: message.id },
      ]);
      const from = async (after: Lane) =>
        (await store.outbox.due(NOW, 2, NOTHING, after)).map(({ messageId }) => messageId);
      expect(await from(mine)).toEqual([elsewhere, message.id]);
      expect(await from(second)).toEqual([message.id, many[0]]);
      expect(await from(other)).toEqual([many[0], elsewhere]);
    });

    it('holds a conversation while one of its sends is on the wire, a direct one too', async () => {
      const { store } = rig();
      const first = await accept(store);
      const direct = await accept(store, { direct: true });
      const second = await accept(store);
      expect(await due()).toEqual([]);
      await store.outbox.settle(HOME_TENANT, direct, 1, acceptedAs('wamid.d'), NOW);
      expect(await due()).toEqual([first]);
      await claimOne(store);
      await store.outbox.settle(HOME_TENANT, first, 1, acceptedAs('wamid.1'), NOW);
      expect(await due()).toEqual([second]);
    });

    it('claims only what is still due, and the first of a conversation alone', async () => {
      const { store } = rig();
      const [first, second] = [await accept(store), await accept(store)];
      const later = await accept(store, { ...to('+9642'), now: NOW + 1 });
      const jobs = await store.outbox.claim([second, later, 'msg_none', first, first], NOW);
      expect(jobs.map(({ messageId }) => messageId)).toEqual([first]);
      expect(await statusOf(second)).toBe('QUEUED');
    });

    it('brings the earliest to the front again after an attempt that came to nothing', async () => {
      const { store } = rig();
      const [first, second, third] = [await accept(store), await accept(store), await accept(store)];
      await claimOne(store);
      // The time-out was noticed before the answer "surely not sent" came.
      await store.outbox.expireOnWire(NOW, NOW);
      expect(await due()).toEqual([second]);
      await store.outbox.settle(HOME_TENANT, first, 1, { kind: 'requeued', notBefore: NOW, error: null }, NOW);
      for (const [id, whatsappId] of [
        [first, 'wamid.1'],
        [second, 'wamid.2'],
        [third, 'wamid.3'],
      ] as const) {
        expect(await due()).toEqual([id]);
        const { attempt } = await claimOne(store);
        await store.outbox.settle(HOME_TENANT, id, attempt, acceptedAs(whatsappId), NOW);
      }
    });

    it('costs no walk through the rest of a long conversation', async () => {
      const { store } = rig();
      const all = await Promise.all(Array.from({ length: 300 }, () => accept(store)));
      for (const id of all.slice(0, 5)) {
        expect(await due()).toEqual([id]);
        await claimOne(store);
        await store.outbox.settle(HOME_TENANT, id, 1, acceptedAs(`wamid.${id}`), NOW);
      }
      const [{ depth } = { depth: 0 }] = await store.outbox.queues();
      expect(depth).toBe(295);
    });
  });

  describe('a queued send whose time is over', () => {
    it('is never claimed, becomes EXPIRED, and lets its followers pass', async () => {
      const { store } = rig();
      const expiring = await accept(store, { expiresAt: NOW + 1_000 });
      const follower = await accept(store);
      expect(await store.outbox.expireQueued(NOW + 999)).toEqual([]);
      expect(await due(NOTHING, 10, NOW + 1_000)).toEqual([]);
      expect(await store.outbox.claim([expiring], NOW + 1_000)).toEqual([]);
      expect(await store.outbox.expireQueued(NOW + 1_000)).toEqual([HOME_TENANT]);
      expect(await statusOf(expiring)).toBe('EXPIRED');
      expect(await stepsOf(expiring)).toEqual(['QUEUED', 'EXPIRED']);
      expect((await everyEvent(store)).at(-1)).toMatchObject({ messageId: expiring, body: { status: 'EXPIRED' } });
      expect(await store.outbox.expireQueued(NOW + 1_000)).toEqual([]);
      expect(await due()).toEqual([follower]);
    });

    it('is left alone on the wire', async () => {
      const { store } = rig();
      const id = await accept(store, { expiresAt: NOW + 1_000 });
      await claimOne(store);
      expect(await store.outbox.expireQueued(NOW + 1_000)).toEqual([]);
      expect(await statusOf(id)).toBe('SENDING');
    });
  });

  describe('a decision of the sender', () => {
    it('takes a queued send back, for good, and lets its followers pass', async () => {
      const { store } = rig();
      const [first, second] = [await accept(store), await accept(store)];
      const cancelled = { allowed: true, message: { id: first, status: 'CANCELLED' } };
      expect(await decide(first, 'cancel')).toMatchObject({ ...cancelled, changed: true });
      expect(await decide(first, 'cancel')).toMatchObject({ ...cancelled, changed: false });
      expect(await stepsOf(first)).toEqual(['QUEUED', 'CANCELLED']);
      expect((await everyEvent(store)).at(-1)).toMatchObject({ messageId: first, body: { status: 'CANCELLED' } });
      expect(await due()).toEqual([second]);
    });

    it.each(['cancel', 'sent', 'notSent'] as const)('%s is refused for what Meta has or may have', async (decision) => {
      const { store } = rig();
      const id = await accept(store);
      await claimOne(store);
      expect(await decide(id, decision)).toMatchObject({ allowed: false, changed: false });
      await store.outbox.settle(HOME_TENANT, id, 1, acceptedAs('wamid.1'), NOW);
      expect(await decide(id, decision)).toMatchObject({ allowed: false, message: { status: 'ACCEPTED' } });
    });

    it('resolves an unconfirmed send as sent; what Meta says later is still kept', async () => {
      const { store } = rig();
      const id = await accept(store);
      const { handle } = await claimOne(store);
      await store.outbox.expireOnWire(NOW, NOW);
      expect(await decide(id, 'cancel')).toMatchObject({ allowed: false });
      expect(await decide(id, 'sent')).toMatchObject({ allowed: true, changed: true, message: { status: 'SENT' } });
      expect(await decide(id, 'sent')).toMatchObject({ allowed: true, changed: false });
      await append(store, status('wamid.1', 'SENT', { handle, at: NOW + 5_000 }));
      expect(await messageById(store, id)).toMatchObject({ status: 'SENT', whatsappId: 'wamid.1' });
      await append(store, status('wamid.1', 'FAILED', { at: NOW + 6_000 }));
      expect(await statusOf(id)).toBe('FAILED');
      expect(await stepsOf(id)).toEqual(['QUEUED', 'SENDING', 'UNCONFIRMED', 'SENT', 'SENT', 'FAILED']);
    });

    it('resolves an unconfirmed send as not sent, which yields to what Meta says later', async () => {
      const { store } = rig();
      const id = await accept(store);
      const { handle } = await claimOne(store);
      await store.outbox.expireOnWire(NOW, NOW);
      expect(await decide(id, 'notSent')).toMatchObject({ allowed: true, message: { status: 'CANCELLED' } });
      expect(await decide(id, 'sent')).toMatchObject({ allowed: false });
      expect(await due(NOTHING, 10, NOW + 99_000)).toEqual([]);
      await append(store, status('wamid.1', 'DELIVERED', { handle }));
      expect(await messageById(store, id)).toMatchObject({ status: 'DELIVERED', whatsappId: 'wamid.1' });
    });

    it("is nobody else's to take", async () => {
      const { store } = rig();
      const id = await accept(store);
      expect(await store.outbox.decide(OTHER_TENANT, id, 'cancel', NOW)).toBeNull();
      expect(await decide('msg_none', 'cancel')).toBeNull();
      expect(await statusOf(id)).toBe('QUEUED');
    });
  });

  it('tells what waits on each number, and what each send waits for', async () => {
    const { store } = rig();
    const [first, second] = [await accept(store, { now: NOW - 7 }), await accept(store)];
    const { message } = await acceptedBy(draft({ tenantId: OTHER_TENANT, number: OTHER_NUMBER }));
    await accept(store, { direct: true, ...to('+9645') });
    expect((await store.outbox.queues()).toSorted((a, b) => a.numberId.localeCompare(b.numberId))).toEqual([
      { tenantId: HOME_TENANT, numberId: NUMBER.id, depth: 2, oldestAt: NOW - 7 },
      { tenantId: OTHER_TENANT, numberId: OTHER_NUMBER.id, depth: 1, oldestAt: NOW },
    ]);
    const { conversationId } = await messageById(store, first);
    const place = { numberId: NUMBER.id, conversationId, expiresAt: NOW + 24 * 60 * 60 * 1000 };
    expect(await store.outbox.queued(HOME_TENANT, [second, 'msg_none', message.id, first])).toEqual([
      { ...place, first: false, attempt: 0, notBefore: NOW },
      null,
      null,
      { ...place, first: true, attempt: 0, notBefore: NOW - 7 },
    ]);
    await claim(store);
    expect(await store.outbox.queued(HOME_TENANT, [first])).toEqual([null]);
  });

  async function acceptedBy(one: ReturnType<typeof draft>) {
    const outcome = await rig().store.outbox.accept(one);
    if (outcome.kind !== 'accepted') throw new Error('expected an accepted send');
    return outcome;
  }
}
