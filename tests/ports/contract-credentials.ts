import { describe, expect, it } from 'vitest';
import { HOME_TENANT, type PhoneNumber } from '../../src/domain/tenant.ts';
import {
  accept,
  append,
  inbound,
  NOW,
  NUMBER,
  newestMessage,
  OTHER_NUMBER,
  OTHER_TENANT,
  registered,
  routed,
  status,
  webhook,
} from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

const OWN: PhoneNumber = {
  ...{ id: 'num_7', tenantId: OTHER_TENANT, phoneNumberId: '7', display: '+9647', wabaId: '70', credentials: 'stored' },
  ...{ messagesPerSecond: null, sharing: null, verifiedName: 'Shop', quality: 'GREEN' },
};
const SEALED = { keyId: 'k1', wrap: 'wrapped', box: 'boxed' };

export function credentialsContract(rig: () => StoreRig): void {
  describe('stored credentials', () => {
    it('are kept with their number, and replaced with it', async () => {
      const { store } = rig();
      expect(await store.credentials.all()).toEqual([]);
      expect(await store.credentials.put(OWN, SEALED)).toEqual(OWN);
      const again = { ...SEALED, box: 'other' };
      expect(await store.credentials.put({ ...OWN, quality: 'RED' }, again)).toEqual({ ...OWN, quality: 'RED' });
      const reopened = await rig().reopen();
      expect(await reopened.credentials.all()).toEqual([{ tenantId: OTHER_TENANT, numberId: OWN.id, sealed: again }]);
      expect(await reopened.numbers.all()).toContainEqual({ ...OWN, quality: 'RED' });
    });

    it('complete a number that a direct call has bound, and keep its rate', async () => {
      const { store } = rig();
      await store.numbers.register({ ...OWN, credentials: 'direct', wabaId: null, display: '' });
      await store.numbers.setRate(OTHER_TENANT, OWN.id, 5);
      expect(await store.credentials.put(OWN, SEALED)).toEqual({ ...OWN, messagesPerSecond: 5 });
    });

    it("are not written for another tenant's number, which is told", async () => {
      const { store } = rig();
      const claimed = { ...registered(NUMBER, OTHER_TENANT), credentials: 'stored' } as const;
      expect(await store.credentials.put(claimed, SEALED)).toEqual(registered(NUMBER));
      expect(await store.credentials.all()).toEqual([]);
    });

    it('are wrapped anew only if they are still what was read', async () => {
      const { store } = rig();
      await store.credentials.put(OWN, SEALED);
      const fresh = { ...SEALED, keyId: 'k2', wrap: 'anew' };
      await store.credentials.rewrap(HOME_TENANT, OWN.id, 'k1', fresh);
      await store.credentials.rewrap(OTHER_TENANT, OWN.id, 'k0', fresh);
      await store.credentials.rewrap(OTHER_TENANT, OWN.id, 'k1', { ...fresh, box: 'of before' });
      expect((await store.credentials.all())[0]?.sealed).toEqual(SEALED);
      await store.credentials.rewrap(OTHER_TENANT, OWN.id, 'k1', fresh);
      expect((await store.credentials.all())[0]?.sealed).toEqual(fresh);
    });

    it('are destroyed with their number, by its tenant alone', async () => {
      const { store } = rig();
      await store.credentials.put(OWN, SEALED);
      await store.numbers.remove(HOME_TENANT, OWN.id);
      expect(await store.credentials.all()).toHaveLength(1);
      await store.numbers.remove(OTHER_TENANT, OWN.id);
      expect(await store.credentials.all()).toEqual([]);
      expect(await store.numbers.all()).toHaveLength(2);
    });

    it('are destroyed when the number goes to another tenant', async () => {
      const { store } = rig();
      await store.credentials.put(OWN, SEALED);
      await store.numbers.assign(OTHER_TENANT, OWN.id, { tenantId: HOME_TENANT, sharing: null });
      expect(await store.credentials.all()).toEqual([]);
    });
  });

  describe('a number that is assigned', () => {
    it('has another tenant and other sharers from then on, and its conversations stay', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1'));
      const sharing = { tenants: [OTHER_TENANT], defaultTenantId: null, answerDays: 7 };
      await store.numbers.assign(OTHER_TENANT, NUMBER.id, { tenantId: OTHER_TENANT, sharing });
      expect(await store.numbers.all()).toContainEqual(registered(NUMBER));
      await store.numbers.assign(HOME_TENANT, NUMBER.id, { tenantId: OTHER_TENANT, sharing });
      const assigned = { ...registered(NUMBER, OTHER_TENANT), sharing };
      expect(await (await rig().reopen()).numbers.all()).toEqual([assigned, registered(OTHER_NUMBER, OTHER_TENANT)]);
      expect((await newestMessage(rig().store)).whatsappId).toBe('wamid.1');
    });
  });

  it("a webhook at a tenant's own address is quarantined under that tenant", async () => {
    const { store } = rig();
    await store.inbound.append({ ...webhook([]), problem: 'foreign', tenantId: OTHER_TENANT });
    await store.inbound.append({ ...webhook([]), id: 'raw_z', problem: 'broken' });
    const kept = await store.quarantine.list(null, 9);
    expect(kept.map(({ tenantId }) => tenantId)).toEqual([OTHER_TENANT, null]);
  });

  it("a status at a tenant's own address touches no message of another's, by wamid or handle", async () => {
    const { store } = rig();
    const sent = await accept(store, { direct: true });
    const lost = await accept(store, { direct: true, to: { phone: '+9642' } });
    const taken = { kind: 'accepted', whatsappId: 'wamid.sent', held: false, answer: null } as const;
    await store.outbox.settle(HOME_TENANT, sent, 1, taken, NOW);
    const told = [status('wamid.sent', 'READ'), { ...status('wamid.forged', 'READ'), handle: `${lost}:1` }];
    const items = (confined: boolean, tenantId: string) =>
      told.map((item) => ({ ...routed(item), tenantId, confined }));
    const statuses = async () => {
      const records = await store.messages.getMany(HOME_TENANT, [sent, lost]);
      return records.map((record) => record?.status);
    };
    const before = await statuses();
    expect(await store.inbound.append(webhook(items(true, OTHER_TENANT)))).toMatchObject({ stored: 0 });
    expect(await statuses()).toEqual(before);
    await store.inbound.append({ ...webhook(items(true, HOME_TENANT)), id: 'raw_z' });
    expect(await statuses()).toEqual(['READ', 'READ']);
  });
}
