import { describe, expect, it } from 'vitest';
import type { InboundItem, RoutedItem } from '../../src/domain/inbound.ts';
import { handleOf } from '../../src/domain/inbound.ts';
import { HOME_TENANT, NO_QUOTAS, RENTED, type Sharing, type Tenant } from '../../src/domain/tenant.ts';
import type { Store } from '../../src/ports/store.ts';
import {
  ALI,
  accept,
  acceptedAs,
  changed,
  everyEvent,
  inbound,
  messageById,
  NOW,
  OTHER_TENANT,
  person,
  registered,
  routed,
  status,
  webhook,
} from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

/** A number that tenants share. */
export const SHARED = { id: 'num_9', phoneNumberId: '1009', display: '+9647809999999' };

export async function shareNumber(store: Store, sharing: Partial<Sharing> = {}): Promise<void> {
  await store.numbers.register({ ...registered(SHARED), sharing: { ...RENTED, ...sharing } });
  const one: Tenant = {
    ...{ id: OTHER_TENANT, name: 'Other', kind: 'standard', state: 'active', timeZone: 'UTC' },
    ...{ defaultNumberId: null, quotas: NO_QUOTAS, createdAt: NOW },
  };
  await store.tenants.put(one);
}

/** As routing hands it to the store. */
export function shared(item: InboundItem): RoutedItem {
  const one = routed(item, HOME_TENANT, SHARED);
  return item.kind === 'status' ? one : { ...one, shared: true };
}

export const toShared = { phoneNumberId: SHARED.phoneNumberId } as const;

/** A tenant writes to somebody from the shared number, and Meta takes it. */
export async function writeTo(store: Store, tenantId: string, whatsappId: string, phone = ALI.phone ?? '') {
  const id = await accept(store, { tenantId, number: SHARED, direct: true, to: { phone } });
  await store.outbox.settle(tenantId, id, 1, acceptedAs(whatsappId), NOW);
  return id;
}

export function sharedContract(rig: () => StoreRig): void {
  const take = (...items: readonly InboundItem[]) => rig().store.inbound.append(webhook(items.map(shared)));
  const wamidsOf = async (tenantId: string) => {
    const { rows } = await rig().store.messages.list(
      tenantId,
      { direction: 'INBOUND', phoneNumberId: SHARED.phoneNumberId },
      { limit: 100, from: 'oldest' },
    );
    return rows.map(({ whatsappId }) => whatsappId).toReversed();
  };

  describe('a shared number', () => {
    it('gives each message to the tenant that it answers, and tells which logs grew', async () => {
      const { store } = rig();
      await shareNumber(store);
      await writeTo(store, HOME_TENANT, 'wamid.home');
      await writeTo(store, OTHER_TENANT, 'wamid.other');
      const { tenants, stored } = await take(
        inbound('wamid.1', ALI, { ...toShared, replyTo: 'wamid.home' }),
        inbound('wamid.2', ALI, { ...toShared, replyTo: 'wamid.1' }),
        inbound('wamid.3', ALI, toShared),
        inbound('wamid.4', person({ phone: '+9649' }), toShared),
      );
      expect([[...tenants].sort(), stored]).toEqual([[HOME_TENANT, OTHER_TENANT].sort(), 4]);
      // The third answers whoever wrote last: of two in one millisecond the one whose id is the greater.
      expect(await wamidsOf(OTHER_TENANT)).toEqual(['wamid.3']);
      expect(await wamidsOf(HOME_TENANT)).toEqual(['wamid.1', 'wamid.2', 'wamid.4']);
      await writeTo(store, OTHER_TENANT, 'wamid.again', '+9649');
      expect(await take(inbound('wamid.4', person({ phone: '+9649' }), toShared))).toMatchObject({ stored: 0 });
      expect(await wamidsOf(OTHER_TENANT)).toEqual(['wamid.3']);
    });

    it('lets statuses follow their message, by its wamid and by our handle, whoever else shares the number', async () => {
      const { store } = rig();
      await shareNumber(store);
      const answered = await writeTo(store, OTHER_TENANT, 'wamid.o1');
      const lost = await accept(store, { tenantId: OTHER_TENANT, number: SHARED, direct: true });
      const words = [
        status('wamid.o1', 'DELIVERED', toShared),
        status('wamid.o2', 'SENT', { ...toShared, handle: handleOf(lost, 1) }),
      ];
      expect((await take(...words)).tenants).toEqual([OTHER_TENANT]);
      expect((await messageById(store, answered, OTHER_TENANT)).status).toBe('DELIVERED');
      expect(await messageById(store, lost, OTHER_TENANT)).toMatchObject({ status: 'SENT', whatsappId: 'wamid.o2' });
      expect(await everyEvent(store)).toEqual([]);
    });

    it('applies a status that overtook the answer to whichever tenant’s message it turns out to be about', async () => {
      const { store } = rig();
      await shareNumber(store);
      const id = await accept(store, { tenantId: OTHER_TENANT, number: SHARED, direct: true });
      await take(status('wamid.early', 'READ', toShared));
      await store.outbox.settle(OTHER_TENANT, id, 1, acceptedAs('wamid.early'), NOW);
      expect((await messageById(store, id, OTHER_TENANT)).status).toBe('READ');
      expect(await everyEvent(store)).toEqual([]);
    });

    it('remembers who wrote to somebody under the ids that they get later', async () => {
      const { store } = rig();
      await shareNumber(store);
      await writeTo(store, OTHER_TENANT, 'wamid.o1');
      const now = person({ phone: '+96477777' });
      await take(changed('wamid.change', ALI, now, toShared));
      await take(inbound('wamid.1', now, toShared));
      await take(inbound('wamid.2', ALI, { ...toShared, at: NOW + 1 }));
      expect(await wamidsOf(OTHER_TENANT)).toEqual(['wamid.change', 'wamid.1']);
      // The old phone may be somebody else's by now.
      expect(await wamidsOf(HOME_TENANT)).toEqual(['wamid.2']);
    });

    it('tells a tenant of the window and of wishes, but not by way of what the person came to another', async () => {
      const { store } = rig();
      await shareNumber(store);
      await writeTo(store, OTHER_TENANT, 'wamid.o1');
      await writeTo(store, HOME_TENANT, 'wamid.h1');
      await take(inbound('wamid.1', ALI, { ...toShared, replyTo: 'wamid.o1', entryPoint: 'ad' }));
      const facts = (tenantId: string) =>
        store.windows.ofAddress(tenantId, SHARED.phoneNumberId, { phone: ALI.phone ?? '' });
      expect(await facts(OTHER_TENANT)).toMatchObject({ lastInboundAt: NOW, entry: { source: 'ad' } });
      expect(await facts(HOME_TENANT)).toMatchObject({ lastInboundAt: NOW, entry: null });
      const { rows } = await store.conversations.list(HOME_TENANT, {}, { limit: 1, from: 'newest' });
      const people = rows.map(({ contactId }) => ({ phoneNumberId: SHARED.phoneNumberId, contactId }));
      expect(await store.windows.ofContacts(HOME_TENANT, people)).toMatchObject([{ lastInboundAt: NOW, entry: null }]);
    });

    it('tells apart what each tenant has waiting on it', async () => {
      const { store } = rig();
      await shareNumber(store);
      await accept(store, { tenantId: OTHER_TENANT, number: SHARED, now: NOW - 5 });
      await accept(store, { number: SHARED, to: { phone: '+9649' } });
      const queues = await store.outbox.queues();
      expect(queues.toSorted((a, b) => a.oldestAt - b.oldestAt)).toEqual([
        { tenantId: OTHER_TENANT, numberId: SHARED.id, depth: 1, oldestAt: NOW - 5 },
        { tenantId: HOME_TENANT, numberId: SHARED.id, depth: 1, oldestAt: NOW },
      ]);
    });
  });
}
