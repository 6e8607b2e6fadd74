import { describe, expect, it } from 'vitest';
import type { ApiKey } from '../../src/domain/api-key.ts';
import { HOME_TENANT, NO_QUOTAS, type Tenant } from '../../src/domain/tenant.ts';
import { draft, NOW, OTHER_TENANT } from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

const TENANT: Tenant = {
  id: 'ten_1',
  name: 'متجر \ud800 "quoted"',
  kind: 'direct',
  state: 'suspended',
  timeZone: 'Europe/Berlin',
  defaultNumberId: 'num_1',
  quotas: { ...NO_QUOTAS, sendsPerDay: 0, mediaBytes: 2 ** 40 },
  createdAt: Number.MAX_SAFE_INTEGER,
};

function key(id: string, over: Partial<ApiKey> = {}): ApiKey {
  return {
    id,
    tenantId: 'ten_1',
    name: 'till \u0000',
    scopes: ['send', 'read'],
    hash: 'ab'.repeat(32),
    createdAt: NOW,
    createdBy: 'master',
    expiresAt: null,
    allowedIps: ['192.0.2.0/24'],
    lastUsedAt: null,
    revokedAt: null,
    replacedBy: null,
    ...over,
  };
}

export function tenancyContract(rig: () => StoreRig): void {
  describe('tenants', () => {
    it("begin with the operator's own", async () => {
      const [home, ...others] = await rig().store.tenants.all();
      const settings = { kind: 'standard', state: 'active', timeZone: 'Asia/Baghdad', defaultNumberId: null };
      expect(home).toMatchObject({ id: HOME_TENANT, name: 'Dijla Tech', ...settings, quotas: NO_QUOTAS });
      expect(home?.createdAt).toBeGreaterThan(Date.parse('2020-01-01'));
      expect(others).toEqual([]);
    });

    it('are kept as they were given, and changed by id', async () => {
      await rig().store.tenants.put(TENANT);
      await rig().store.tenants.put({ ...TENANT, name: 'shop', defaultNumberId: null, createdAt: 1 });
      const shop = { ...TENANT, name: 'shop', defaultNumberId: null };
      expect((await (await rig().reopen()).tenants.all())[1]).toEqual(shop);
    });
  });

  describe('keys', () => {
    it('are kept as they were given, and changed together', async () => {
      const old = key('key_1');
      await rig().store.keys.put([old, key('key_0')]);
      await rig().store.keys.put([
        { ...old, expiresAt: 7, replacedBy: 'key_2', revokedAt: 8 },
        key('key_2', { expiresAt: 9, allowedIps: [] }),
      ]);
      const stored = await (await rig().reopen()).keys.all();
      expect(stored).toEqual([
        key('key_0'),
        key('key_1', { expiresAt: 7, replacedBy: 'key_2', revokedAt: 8 }),
        key('key_2', { expiresAt: 9, allowedIps: [] }),
      ]);
    });

    it("note their last use, which no change takes back, and nobody else's", async () => {
      const { keys } = rig().store;
      await keys.put([key('key_1')]);
      await keys.used('ten_1', 'key_1', NOW);
      await keys.used('ten_2', 'key_1', NOW + 1);
      await keys.put([key('key_1', { revokedAt: NOW + 2 })]);
      expect(await keys.all()).toEqual([key('key_1', { lastUsedAt: NOW, revokedAt: NOW + 2 })]);
    });

    it('are deleted by their own tenant only', async () => {
      const { keys } = rig().store;
      await keys.put([key('key_1'), key('key_2')]);
      await keys.delete('ten_2', ['key_1']);
      await keys.delete('ten_1', ['key_2', 'key_3']);
      expect((await keys.all()).map(({ id }) => id)).toEqual(['key_1']);
    });
  });

  describe('sessions', () => {
    it('are deleted by what opened them, and by age', async () => {
      const { sessions } = rig().store;
      const session = { idHash: 'aa', tenantId: 'ten_1', credential: 'key_1', lastUsedAt: NOW };
      await sessions.put(session);
      await sessions.put({ ...session, idHash: 'bb', credential: 'key_2' });
      await sessions.put({ ...session, idHash: 'cc', credential: 'key_3', lastUsedAt: NOW - 1 });
      await sessions.deleteOf('key_1');
      await sessions.deleteIdle(NOW);
      const found = await Promise.all(['aa', 'bb', 'cc'].map((idHash) => sessions.get(idHash)));
      expect(found.map((one) => one?.idHash)).toEqual([undefined, 'bb', undefined]);
    });
  });

  describe('sends of a day', () => {
    const day = (limit: number | null, date = '2026-01-01') => ({ day: { date, limit } });
    const accept = async (over: Parameters<typeof draft>[0]) => (await rig().store.outbox.accept(draft(over))).kind;

    it('are counted by tenant and day', async () => {
      for (const over of [day(null), day(null), day(null, '2026-01-02'), {}]) await accept(over);
      await accept({ ...day(null), tenantId: OTHER_TENANT });
      const { tenants } = await rig().reopen();
      expect(await tenants.sendsOn(HOME_TENANT, '2026-01-01')).toBe(2);
      expect(await tenants.sendsOn(HOME_TENANT, '2026-01-02')).toBe(1);
      expect(await tenants.sendsOn(OTHER_TENANT, '2026-01-01')).toBe(1);
      expect(await tenants.sendsOn(OTHER_TENANT, '2026-01-02')).toBe(0);
    });

    it('end at the limit, with nothing stored of what is over it', async () => {
      const idempotency = { key: 'k', fingerprint: 'f' };
      expect(await accept({ ...day(2), idempotency })).toBe('accepted');
      expect(await accept(day(2))).toBe('accepted');
      const { last } = await rig().store.events.head(HOME_TENANT);
      expect(await accept({ ...day(2), idempotency: { key: 'k2', fingerprint: 'f' } })).toBe('overQuota');
      expect((await rig().store.events.head(HOME_TENANT)).last).toBe(last);
      expect(await rig().store.messages.byIdempotencyKey(HOME_TENANT, 'k2')).toBeNull();
      expect(await accept(day(0, '2026-01-02'))).toBe('overQuota');
      // A repeat is no new send, and takes nothing.
      expect(await accept({ ...day(2), idempotency })).toBe('existing');
      expect(await accept(day(3))).toBe('accepted');
    });

    it('are not exceeded by sends that come together', async () => {
      const kinds = await Promise.all(Array.from({ length: 20 }, () => accept(day(7))));
      expect(kinds.filter((kind) => kind === 'accepted')).toHaveLength(7);
      expect(await rig().store.tenants.sendsOn(HOME_TENANT, '2026-01-01')).toBe(7);
    });
  });
}
