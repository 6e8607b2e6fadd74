import { createAccess } from '../../src/application/access.ts';
import { createApiKeys } from '../../src/application/api-keys.ts';
import { createEndings } from '../../src/application/endings.ts';
import type { KeyMode } from '../../src/application/key-format.ts';
import { createKeyRing } from '../../src/application/key-ring.ts';
import type { Numbers } from '../../src/application/numbers.ts';
import { createTenants } from '../../src/application/tenants.ts';
import type { ApiKey } from '../../src/domain/api-key.ts';
import type { AuditEntry } from '../../src/domain/audit.ts';
import { HOME_TENANT, NO_QUOTAS, type Tenant } from '../../src/domain/tenant.ts';
import type { Session, Store } from '../../src/ports/store.ts';
import type { System } from '../../src/ports/system.ts';

export const MASTER_KEY = 'the-master-key-of-tests';

export function tenant(over: Partial<Tenant> = {}): Tenant {
  return {
    id: HOME_TENANT,
    name: 'Dijla Tech',
    kind: 'standard',
    state: 'active',
    timeZone: 'Asia/Baghdad',
    defaultNumberId: null,
    quotas: NO_QUOTAS,
    createdAt: 0,
    ...over,
  };
}

/** Tenants, keys and sessions in memory, and a note of each call that a store would get. */
export function memoryTenancy(tenants: readonly Tenant[] = [tenant()]) {
  const calls: string[] = [];
  const sessions = new Map<string, Session>();
  const keys = new Map<string, ApiKey>();
  const rows = new Map(tenants.map((one) => [one.id, one]));
  const noted =
    <Args extends unknown[], Result>(name: string, run: (...args: Args) => Result) =>
    async (...args: Args): Promise<Awaited<Result>> => {
      calls.push(name);
      return await run(...args);
    };
  const drop = (gone: (session: Session) => boolean) => {
    for (const [id, session] of sessions) if (gone(session)) sessions.delete(id);
  };
  const entries: AuditEntry[] = [];
  const record = (entry: AuditEntry | undefined) => {
    if (entry !== undefined) entries.push(entry);
  };
  const store: Pick<Store, 'audit' | 'keys' | 'sessions' | 'tenants'> = {
    audit: {
      add: noted('audit.add', record),
      list: () => Promise.reject(new Error('not read here')),
    },
    tenants: {
      all: noted('tenants.all', () => [...rows.values()]),
      put: noted('tenants.put', (one, entry) => {
        record(entry);
        rows.set(one.id, one);
      }),
      sendsOn: noted('tenants.sendsOn', () => 0),
    },
    keys: {
      all: noted('keys.all', () => [...keys.values()]),
      put: noted('keys.put', (changed, entry) => {
        record(entry);
        for (const key of changed) keys.set(key.id, key);
      }),
      used: noted('keys.used', () => {}),
      delete: noted('keys.delete', (_tenantId, ids) => {
        for (const id of ids) keys.delete(id);
      }),
    },
    sessions: {
      put: noted('sessions.put', (session, entry) => {
        record(entry);
        sessions.set(session.idHash, session);
      }),
      get: noted('sessions.get', (idHash) => sessions.get(idHash) ?? null),
      delete: noted('sessions.delete', (idHash, entry) => {
        record(entry);
        sessions.delete(idHash);
      }),
      deleteOf: noted('sessions.deleteOf', (credential) => drop((session) => session.credential === credential)),
      deleteIdle: noted('sessions.deleteIdle', (before) => drop((session) => session.lastUsedAt < before)),
    },
  };
  return { store, calls, entries, sessions, storedKeys: keys };
}

/** Everything that decides who may what, over a store. */
export async function tenancyOver(deps: {
  readonly store: Pick<Store, 'audit' | 'keys' | 'sessions' | 'tenants'>;
  readonly system: System;
  readonly numbers?: Pick<Numbers, 'ofTenant'>;
  readonly mode?: KeyMode;
  readonly onRestored?: () => void;
}) {
  const { store, system, mode = 'test', numbers = { ofTenant: () => [] } } = deps;
  const endings = createEndings(system.clock);
  const tenants = createTenants({
    ...{ store: store.tenants, numbers, endings, system },
    ...(deps.onRestored !== undefined && { onRestored: deps.onRestored }),
  });
  const keys = createKeyRing({ mode, store: store.keys, sessions: store.sessions, endings, system });
  await tenants.load();
  await keys.load();
  const access = createAccess({
    masterKey: MASTER_KEY,
    keys,
    sessions: store.sessions,
    tenants,
    endings,
    audit: store.audit,
    system,
  });
  const apiKeys = createApiKeys({ mode, ring: keys, tenants, system });
  return { access, apiKeys, endings, keys, tenants };
}
