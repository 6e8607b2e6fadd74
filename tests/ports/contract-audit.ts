import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../src/domain/audit.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import type { AuditFilter } from '../../src/ports/audit.ts';
import { accept, freshId, messageById, NOW, OTHER_TENANT } from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

export function entry(over: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: `aud_${freshId()}`,
    at: NOW,
    tenantId: HOME_TENANT,
    actor: { role: 'tenant', keyId: 'key_1', keyName: 'till \u0000 "x"', session: false, tenantId: HOME_TENANT },
    address: '192.0.2.7',
    action: 'tenant.update',
    target: HOME_TENANT,
    changes: { name: { before: 'متجر \ud800', after: null } },
    result: 'done',
    ...over,
  };
}

export function auditContract(rig: () => StoreRig): void {
  describe('the audit log', () => {
    const listed = async (filter: AuditFilter = {}, tenantId: string | null = null) =>
      (await rig().store.audit.list(tenantId, filter, { limit: 50, from: 'newest' })).rows;
    const ids = async (...args: Parameters<typeof listed>) => (await listed(...args)).map(({ id }) => id);

    it('keeps entries as they were given, for ever, the newest first', async () => {
      const entries = [entry(), entry({ at: NOW - 1, target: null, changes: {}, address: null })];
      for (const one of entries) await rig().store.audit.add(one);
      const later = NOW * 2;
      await rig().store.prune({ events: later, raw: later, parked: later, idempotency: later, seen: later });
      await rig().reopen();
      expect((await listed()).map(({ seq: _seq, ...one }) => one)).toEqual(entries.toReversed());
    });

    it('is read by page, in both directions', async () => {
      const { audit } = rig().store;
      for (const n of [1, 2, 3, 4]) await audit.add(entry({ target: String(n) }));
      const newest = await audit.list(HOME_TENANT, {}, { limit: 2, from: 'newest' });
      expect([newest.rows.map(({ target }) => target), newest.more]).toEqual([['4', '3'], true]);
      const next = await audit.list(HOME_TENANT, {}, { limit: 2, from: 'newest', before: newest.rows[1]?.seq });
      expect([next.rows.map(({ target }) => target), next.more]).toEqual([['2', '1'], false]);
      const back = await audit.list(HOME_TENANT, {}, { limit: 2, from: 'oldest', after: next.rows[1]?.seq });
      expect([back.rows.map(({ target }) => target), back.more]).toEqual([['3', '2'], true]);
    });

    it('is filtered by tenant, action, key and time, also when a clock was set back', async () => {
      const master = {
        role: 'operator',
        keyId: null,
        keyName: 'master',
        session: true,
        tenantId: HOME_TENANT,
      } as const;
      const all = [
        entry({ at: NOW + 5 }),
        entry({ at: NOW, action: 'api_key.issue', actor: master }),
        entry({ at: NOW + 1, tenantId: OTHER_TENANT }),
        entry({ at: NOW + 9, actor: { ...master, role: 'tenant', keyId: 'key_2', keyName: 'till \u0000 "x"' } }),
      ];
      for (const one of all) await rig().store.audit.add(one);
      const [a, b, c, d] = all.map(({ id }) => id);
      expect(await ids({}, OTHER_TENANT)).toEqual([c]);
      expect(await ids({ action: 'api_key.issue' })).toEqual([b]);
      expect(await ids({ actor: 'key_1' })).toEqual([c, a]);
      expect(await ids({ actor: 'master' })).toEqual([b]);
      expect(await ids({ actor: 'till \u0000 "x"' })).toEqual([d, c, a]);
      expect(await ids({ from: NOW + 1 })).toEqual([d, c, a]);
      expect(await ids({ to: NOW + 5 })).toEqual([c, b]);
      expect(await ids({ from: NOW + 5, to: NOW + 9 }, HOME_TENANT)).toEqual([a]);
      expect(await ids({ from: NOW + 10 })).toEqual([]);
    });

    it('holds no action that was not done, and nothing is done that it cannot hold', async () => {
      const { audit, keys, numbers, outbox, sessions, tenants } = rig().store;
      const taken = entry();
      await audit.add(taken);
      const [home] = await tenants.all();
      if (home === undefined) throw new Error('there is a tenant');
      const session = { idHash: 'aa', tenantId: HOME_TENANT, credential: 'key_1', lastUsedAt: NOW };
      const messageId = await accept(rig().store);
      const refused = [
        tenants.put({ ...home, name: 'another' }, taken),
        sessions.put(session, taken),
        numbers.setRate(HOME_TENANT, 'num_1', 7, taken),
        outbox.decide(HOME_TENANT, messageId, 'cancel', NOW, taken),
      ];
      expect((await Promise.allSettled(refused)).map(({ status }) => status)).toEqual(refused.map(() => 'rejected'));
      expect(await tenants.all()).toEqual([home]);
      expect(await keys.all()).toEqual([]);
      expect(await sessions.get('aa')).toBeNull();
      expect((await numbers.all())[0]?.messagesPerSecond).toBeNull();
      expect(await messageById(rig().store, messageId)).toMatchObject({ status: 'QUEUED' });
      expect(await ids()).toEqual([taken.id]);
    });

    it('records a decision with it, once', async () => {
      const { store } = rig();
      const messageId = await accept(store);
      const first = entry({ action: 'message.cancel', target: messageId });
      await store.outbox.decide(HOME_TENANT, messageId, 'cancel', NOW, first);
      await store.outbox.decide(HOME_TENANT, messageId, 'cancel', NOW, entry());
      await store.outbox.decide(HOME_TENANT, 'msg_none', 'cancel', NOW, entry());
      await store.media.retry(HOME_TENANT, 'msg_none', NOW, entry());
      expect(await ids()).toEqual([first.id]);
    });
  });
}
