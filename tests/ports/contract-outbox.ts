import { describe, expect, it } from 'vitest';
import { handleOf } from '../../src/domain/inbound.ts';
import type { Settlement } from '../../src/domain/outbound.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import { NO_FACTS } from '../../src/domain/window.ts';
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
  REFUSED,
  status,
} from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

const UNCONFIRMED: Settlement = { kind: 'unconfirmed', reason: 'time-out', error: null };

export function outboxContract(rig: () => StoreRig): void {
  const statusOf = async (id: string) => (await messageById(rig().store, id)).status;
  const settle = (id: string, attempt: number, settlement: Settlement, now = NOW) =>
    rig().store.outbox.settle(HOME_TENANT, id, attempt, settlement, now);

  describe('accepting a send', () => {
    it('stores message, event and a due row in one step', async () => {
      const { store } = rig();
      const outcome = await store.outbox.accept(draft({ reference: 'order 7' }));
      expect(outcome).toMatchObject({ kind: 'accepted', job: null, message: { status: 'QUEUED', text: 'hello' } });
      const [event] = await everyEvent(store);
      expect(event).toMatchObject({ seq: 1, type: 'outbound_message', body: { message: { reference: 'order 7' } } });
      expect(await store.outbox.nextDue()).toBe(NOW);
      const message = await messageById(store, event?.messageId ?? '');
      expect(message).toMatchObject({ direction: 'OUTBOUND', whatsappId: null, sentBy: 'test key', answer: null });
    });

    it('puts a direct send on the wire at once and never in the queue', async () => {
      const { store } = rig();
      const outcome = await store.outbox.accept(draft({ direct: true }));
      if (outcome.kind !== 'accepted') throw new Error('expected an accepted send');
      expect(outcome.message.status).toBe('SENDING');
      expect(outcome.job).toMatchObject({ attempt: 1, handle: handleOf(outcome.message.id, 1), number: NUMBER });
      expect(await claim(store, NOW)).toEqual([]);
      expect(await store.outbox.nextDue()).toBeNull();
    });

    it('answers a repeated key with the same message as it stands, and another body with a conflict', async () => {
      const { store } = rig();
      const idempotency = { key: 'order-7', fingerprint: 'a' };
      const id = await accept(store, { idempotency });
      await claimOne(store);
      expect(await store.outbox.accept(draft({ idempotency }))).toMatchObject({
        kind: 'existing',
        message: { id, status: 'SENDING' },
      });
      expect(await store.outbox.accept(draft({ idempotency: { key: 'order-7', fingerprint: 'b' } }))).toEqual({
        kind: 'conflict',
      });
      expect(await everyEvent(store)).toHaveLength(1);
      const found = await store.messages.byIdempotencyKey(HOME_TENANT, 'order-7');
      expect(found).toMatchObject({ fingerprint: 'a', message: { id } });
      expect(await store.messages.byIdempotencyKey(OTHER_TENANT, 'order-7')).toBeNull();
    });

    it('lets one of two equal keys win when both come at once', async () => {
      const { store } = rig();
      const idempotency = { key: 'order-7', fingerprint: 'a' };
      const outcomes = await Promise.all([1, 2, 3].map(() => store.outbox.accept(draft({ idempotency }))));
      expect(outcomes.map(({ kind }) => kind)).toEqual(['accepted', 'existing', 'existing']);
    });

    it('keeps keys of different tenants apart', async () => {
      const { store } = rig();
      const idempotency = { key: 'order-7', fingerprint: 'a' };
      await accept(store, { idempotency });
      const other = await store.outbox.accept(draft({ idempotency, tenantId: OTHER_TENANT, number: OTHER_NUMBER }));
      expect(other.kind).toBe('accepted');
    });

    it('rejects a send that cannot be stored alone', async () => {
      const { store } = rig();
      const bad = draft({ raw: 1n as unknown as null });
      const results = await Promise.allSettled([store.outbox.accept(bad), store.outbox.accept(draft())]);
      expect(results.map((result) => result.status)).toEqual(['rejected', 'fulfilled']);
    });
  });

  describe('claiming', () => {
    it('marks due rows as the next attempt and names it in the handle', async () => {
      const { store } = rig();
      const id = await accept(store, { replyTo: { messageId: null, whatsappId: 'wamid.q' } });
      expect(await claim(store, NOW - 1)).toEqual([]);
      expect(await claim(store, NOW)).toEqual([
        {
          tenantId: HOME_TENANT,
          messageId: id,
          conversationId: (await messageById(store, id)).conversationId,
          number: NUMBER,
          attempt: 1,
          handle: handleOf(id, 1),
          to: { phone: '+9647701234567' },
          content: { kind: 'text', body: 'hello', previewUrl: false },
          replyTo: 'wamid.q',
          window: NO_FACTS,
        },
      ]);
      expect(await statusOf(id)).toBe('SENDING');
      expect(await claim(store, NOW)).toEqual([]);
    });

    it('takes no more than asked for', async () => {
      const { store } = rig();
      for (const phone of ['+9641', '+9642', '+9643']) await accept(store, { to: { phone } });
      expect(await claim(store, NOW, 2)).toHaveLength(2);
      expect(await claim(store, NOW, 2)).toHaveLength(1);
    });

    it('takes the oldest message of a conversation and holds the others until it is settled', async () => {
      const { store } = rig();
      const [first, second] = [await accept(store), await accept(store)];
      expect((await claim(store, NOW)).map(({ messageId }) => messageId)).toEqual([first]);
      expect(await store.outbox.nextDue()).toBeNull();
      await settle(first, 1, acceptedAs('wamid.1'));
      expect((await claim(store, NOW)).map(({ messageId }) => messageId)).toEqual([second]);
    });

    it('holds the followers of a message that waits for another attempt', async () => {
      const { store } = rig();
      const [first, second] = [await accept(store), await accept(store)];
      await claimOne(store);
      await settle(first, 1, { kind: 'requeued', notBefore: NOW + 5_000, error: null });
      expect(await statusOf(first)).toBe('QUEUED');
      expect(await claim(store, NOW + 4_999)).toEqual([]);
      expect(await store.outbox.nextDue()).toBe(NOW + 5_000);
      expect(await claimOne(store, NOW + 5_000)).toMatchObject({ messageId: first, attempt: 2 });
      expect(await statusOf(second)).toBe('QUEUED');
    });

    it.each([
      ['failed', { kind: 'failed', error: REFUSED, answer: { error: { code: 131026 } } }],
      ['unconfirmed', UNCONFIRMED],
    ] satisfies [string, Settlement][])(
      'lets the followers of a message that is %s pass',
      async (_name, settlement) => {
        const { store } = rig();
        const [first, second] = [await accept(store), await accept(store)];
        await claimOne(store);
        await settle(first, 1, settlement);
        expect(await claimOne(store)).toMatchObject({ messageId: second });
      },
    );
  });

  describe('settling', () => {
    it('keeps what Meta answered, and tells it', async () => {
      const { store } = rig();
      const id = await accept(store);
      await claimOne(store);
      expect(await settle(id, 1, acceptedAs('wamid.1'))).toMatchObject({
        id,
        status: 'ACCEPTED',
        whatsappId: 'wamid.1',
      });
      expect(await messageById(store, id)).toMatchObject({ answer: { messages: [{ id: 'wamid.1' }] }, error: null });
      expect((await everyEvent(store)).at(-1)).toMatchObject({
        type: 'message_status',
        messageId: id,
        body: { status: 'ACCEPTED', message: { whatsappId: 'wamid.1' } },
      });
      expect(await store.messages.byWhatsappId(HOME_TENANT, 'wamid.1')).toMatchObject({ id });
    });

    it('keeps the error of a refusal', async () => {
      const { store } = rig();
      const id = await accept(store);
      await claimOne(store);
      await settle(id, 1, { kind: 'failed', error: REFUSED, answer: { error: 1 } });
      expect(await messageById(store, id)).toMatchObject({ status: 'FAILED', error: REFUSED, answer: { error: 1 } });
    });

    it('ignores an attempt that is no longer the one under way', async () => {
      const { store } = rig();
      const id = await accept(store);
      await claimOne(store);
      await settle(id, 1, { kind: 'requeued', notBefore: NOW, error: null });
      expect(await settle(id, 1, acceptedAs('wamid.1'))).toMatchObject({ status: 'QUEUED', whatsappId: null });
      await claimOne(store);
      expect(await settle(id, 1, acceptedAs('wamid.1'))).toMatchObject({ status: 'SENDING', whatsappId: null });
      expect(await settle(id, 2, acceptedAs('wamid.2'))).toMatchObject({ status: 'ACCEPTED', whatsappId: 'wamid.2' });
      expect(await settle(id, 2, acceptedAs('wamid.3'))).toMatchObject({ whatsappId: 'wamid.2' });
    });

    it("rejects another tenant's message", async () => {
      const { store } = rig();
      const id = await accept(store);
      await claimOne(store);
      await expect(store.outbox.settle(OTHER_TENANT, id, 1, acceptedAs('wamid.1'), NOW)).rejects.toThrow(id);
      expect(await statusOf(id)).toBe('SENDING');
    });

    it('applies the statuses that overtook the answer, once', async () => {
      const { store } = rig();
      const id = await accept(store);
      await claimOne(store);
      await append(store, status('wamid.1', 'DELIVERED'), status('wamid.1', 'SENT'), status('wamid.1', 'SENT'));
      expect(await statusOf(id)).toBe('SENDING');
      expect(await settle(id, 1, acceptedAs('wamid.1'))).toMatchObject({ status: 'DELIVERED' });
      await append(store, status('wamid.1', 'SENT'));
      const told = (await everyEvent(store)).map(({ body }) => body.status);
      expect(told.toSorted()).toEqual(['ACCEPTED', 'DELIVERED', 'QUEUED', 'SENT']);
    });

    it('never moves a status backwards, and keeps every step', async () => {
      const { store } = rig();
      const id = await accept(store);
      await claimOne(store);
      await settle(id, 1, acceptedAs('wamid.1'), NOW + 1);
      await append(store, status('wamid.1', 'READ', { at: NOW + 3_000 }));
      await append(store, status('wamid.1', 'FAILED', { at: NOW + 4_000, error: REFUSED }));
      await append(store, status('wamid.1', 'SENT', { at: NOW + 2_000 }));
      expect(await messageById(store, id)).toMatchObject({ status: 'READ', error: null });
      const [timeline] = await store.messages.timelines(HOME_TENANT, [id]);
      const steps = ['QUEUED', 'SENDING', 'ACCEPTED', 'SENT', 'READ', 'FAILED'];
      expect(timeline?.map((step) => step.status)).toEqual(steps);
      expect(timeline?.at(-1)).toMatchObject({ error: REFUSED, at: new Date(NOW + 4_000).toISOString() });
    });
  });
}
