import { describe, expect, it } from 'vitest';
import type { Settlement } from '../../src/domain/outbound.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import {
  accept,
  acceptedAs,
  append,
  claim,
  claimOne,
  everyEvent,
  inbound,
  messageById,
  NOW,
  REFUSED,
  status,
} from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

const UNCONFIRMED: Settlement = { kind: 'unconfirmed', reason: 'time-out', error: null };

export function unansweredContract(rig: () => StoreRig): void {
  const statusOf = async (id: string) => (await messageById(rig().store, id)).status;
  const settle = (id: string, attempt: number, settlement: Settlement, now = NOW) =>
    rig().store.outbox.settle(HOME_TENANT, id, attempt, settlement, now);

  describe('a send without an answer', () => {
    it('becomes UNCONFIRMED when its deadline has passed, and may still be settled by its owner', async () => {
      const { store } = rig();
      const id = await accept(store);
      await claimOne(store, NOW);
      expect(await store.outbox.expireOnWire(NOW - 1, NOW + 35_000)).toEqual([]);
      expect(await store.outbox.expireOnWire(NOW, NOW + 35_000)).toEqual([HOME_TENANT]);
      expect(await statusOf(id)).toBe('UNCONFIRMED');
      expect((await everyEvent(store)).at(-1)?.body.status).toBe('UNCONFIRMED');
      expect(await store.outbox.expireOnWire(NOW, NOW + 35_000)).toEqual([]);
      expect(await claim(store, NOW + 99_000)).toEqual([]);
      expect(await settle(id, 1, acceptedAs('wamid.1'))).toMatchObject({ status: 'ACCEPTED' });
    });

    it('is found after a restart, queued sends still wait', async () => {
      const id = await accept(rig().store);
      await claimOne(rig().store);
      const waiting = await accept(rig().store, { to: { phone: '+9649' } });
      const store = await rig().reopen();
      expect(await store.outbox.expireOnWire(Number.POSITIVE_INFINITY, NOW)).toEqual([HOME_TENANT]);
      expect(await statusOf(id)).toBe('UNCONFIRMED');
      expect(await claimOne(store)).toMatchObject({ messageId: waiting });
    });

    it('resolves when a status echoes its handle', async () => {
      const { store } = rig();
      const id = await accept(store);
      const { handle } = await claimOne(store);
      await settle(id, 1, UNCONFIRMED);
      await append(store, status('wamid.1', 'SENT', { handle }));
      expect(await messageById(store, id)).toMatchObject({ status: 'SENT', whatsappId: 'wamid.1' });
      expect(await settle(id, 1, { kind: 'failed', error: REFUSED, answer: null })).toMatchObject({ status: 'SENT' });
    });

    it('keeps what Meta said when the time-out is noticed later', async () => {
      const { store } = rig();
      const id = await accept(store);
      const { handle } = await claimOne(store);
      await append(store, status('wamid.1', 'DELIVERED', { handle }));
      expect(await store.outbox.expireOnWire(NOW, NOW)).toEqual([]);
      expect(await statusOf(id)).toBe('DELIVERED');
      expect(await store.outbox.expireOnWire(NOW, NOW)).toEqual([]);
    });

    it('is not sent again when a status of an earlier attempt shows that Meta has it', async () => {
      const { store } = rig();
      const id = await accept(store);
      const { handle } = await claimOne(store);
      await settle(id, 1, { kind: 'requeued', notBefore: NOW, error: null });
      await append(store, status('wamid.1', 'SENT', { handle }));
      expect(await claim(store, NOW)).toEqual([]);
      expect(await statusOf(id)).toBe('SENT');
    });

    it("is not touched by another number's status with its handle", async () => {
      const { store } = rig();
      const id = await accept(store);
      const { handle } = await claimOne(store);
      await append(store, status('wamid.1', 'SENT', { handle, phoneNumberId: '4444' }));
      expect(await messageById(store, id)).toMatchObject({ status: 'SENDING', whatsappId: null });
    });
  });

  it('a reply finds the message that it quotes, of its own number', async () => {
    const { store } = rig();
    const id = await accept(store);
    await claimOne(store);
    await settle(id, 1, acceptedAs('wamid.1'));
    await append(store, inbound('wamid.2', undefined, { replyTo: 'wamid.1' }));
    expect(await store.messages.byWhatsappId(HOME_TENANT, 'wamid.2')).toMatchObject({ replyToId: id });
  });
}
