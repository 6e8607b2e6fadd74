import type { DatabaseSync } from 'node:sqlite';
import type { ApiKey } from '../../domain/api-key.ts';
import type { SendDraft } from '../../domain/outbound.ts';
import { NO_QUOTAS, type Quotas, type Scope, type Tenant } from '../../domain/tenant.ts';
import type { Session } from '../../ports/store.ts';
import { integer, json, oneOf, optionalText, type Row, text, toColumn, toOptionalColumn } from './rows.ts';
import { type Prepared, prepareAll } from './sqlite-statements.ts';

const WRITE = {
  putTenant: `INSERT INTO tenants (id, name, kind, state, time_zone, default_number_id, quotas, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind,
    state = excluded.state, time_zone = excluded.time_zone, default_number_id = excluded.default_number_id,
    quotas = excluded.quotas`,
  putKey: `INSERT INTO api_keys (id, tenant_id, name, scopes, hash, created_at, created_by, expires_at, allowed_ips,
    last_used_at, revoked_at, replaced_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, scopes = excluded.scopes, expires_at = excluded.expires_at,
    allowed_ips = excluded.allowed_ips, revoked_at = excluded.revoked_at, replaced_by = excluded.replaced_by`,
  useKey: 'UPDATE api_keys SET last_used_at = ? WHERE tenant_id = ? AND id = ?',
  deleteKeys: 'DELETE FROM api_keys WHERE tenant_id = ? AND id IN (SELECT value FROM json_each(?))',
  deleteSessionsOf: 'DELETE FROM sessions WHERE credential = ?',
  deleteIdleSessions: 'DELETE FROM sessions WHERE last_used_at < ?',
  sends: 'SELECT sends FROM send_days WHERE tenant_id = ? AND day = ?',
  countSend: `INSERT INTO send_days (tenant_id, day, sends) VALUES (?, ?, 1)
    ON CONFLICT (tenant_id, day) DO UPDATE SET sends = sends + 1`,
} as const;

const READ = {
  tenants: 'SELECT * FROM tenants ORDER BY created_at, id',
  keys: 'SELECT * FROM api_keys ORDER BY id',
  session: 'SELECT id_hash, tenant_id, credential, last_used_at FROM sessions WHERE id_hash = ?',
  sends: WRITE.sends,
} as const;

const KINDS: readonly Tenant['kind'][] = ['standard', 'direct'];
const STATES: readonly Tenant['state'][] = ['active', 'suspended'];

/** Writes of tenants, keys and what hangs on them. */
export class TenancyWriter {
  readonly #sql: Prepared<typeof WRITE>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, WRITE);
  }

  putTenant({ id, name, kind, state, timeZone, defaultNumberId, quotas, createdAt }: Tenant): void {
    const settings = [toColumn(timeZone), toOptionalColumn(defaultNumberId), JSON.stringify(quotas), createdAt];
    this.#sql.putTenant.run(toColumn(id), toColumn(name), kind, state, ...settings);
  }

  putKeys(keys: readonly ApiKey[]): void {
    for (const key of keys) {
      this.#sql.putKey.run(
        ...[toColumn(key.id), toColumn(key.tenantId), toColumn(key.name), JSON.stringify(key.scopes)],
        ...[key.hash, key.createdAt, toColumn(key.createdBy), key.expiresAt, JSON.stringify(key.allowedIps)],
        ...[key.lastUsedAt, key.revokedAt, toOptionalColumn(key.replacedBy)],
      );
    }
  }

  useKey(tenantId: string, id: string, at: number): void {
    this.#sql.useKey.run(at, toColumn(tenantId), toColumn(id));
  }

  deleteKeys(tenantId: string, ids: readonly string[]): void {
    this.#sql.deleteKeys.run(toColumn(tenantId), JSON.stringify(ids.map(toColumn)));
  }

  deleteSessionsOf(credential: string): void {
    this.#sql.deleteSessionsOf.run(toColumn(credential));
  }

  deleteIdleSessions(before: number): void {
    this.#sql.deleteIdleSessions.run(before);
  }

  /** Counts a send on its day. False, and nothing counted, when the day's quota is used up. */
  countSend(tenantId: string, { date, limit }: NonNullable<SendDraft['day']>): boolean {
    const place = [toColumn(tenantId), date];
    const row = limit === null ? undefined : this.#sql.sends.get(...place);
    if (limit !== null && (row === undefined ? 0 : integer(row, 'sends')) >= limit) return false;
    this.#sql.countSend.run(...place);
    return true;
  }
}

/** Reads of the same. */
export class TenancyReads {
  readonly #sql: Prepared<typeof READ>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, READ);
  }

  tenants(): Tenant[] {
    return this.#sql.tenants.all().map(tenantOf);
  }

  keys(): ApiKey[] {
    return this.#sql.keys.all().map(keyOf);
  }

  session(idHash: string): Session | null {
    const row = this.#sql.session.get(toColumn(idHash));
    if (row === undefined) return null;
    return {
      idHash: text(row, 'id_hash'),
      tenantId: text(row, 'tenant_id'),
      credential: text(row, 'credential'),
      lastUsedAt: integer(row, 'last_used_at'),
    };
  }

  sendsOn(tenantId: string, day: string): number {
    const row = this.#sql.sends.get(toColumn(tenantId), day);
    return row === undefined ? 0 : integer(row, 'sends');
  }
}

function tenantOf(row: Row): Tenant {
  return {
    id: text(row, 'id'),
    name: text(row, 'name'),
    kind: oneOf(row, 'kind', KINDS),
    state: oneOf(row, 'state', STATES),
    timeZone: text(row, 'time_zone'),
    defaultNumberId: optionalText(row, 'default_number_id'),
    quotas: { ...NO_QUOTAS, ...json<Partial<Quotas>>(row, 'quotas') },
    createdAt: integer(row, 'created_at'),
  };
}

function keyOf(row: Row): ApiKey {
  return {
    id: text(row, 'id'),
    tenantId: text(row, 'tenant_id'),
    name: text(row, 'name'),
    scopes: json<readonly Scope[]>(row, 'scopes'),
    hash: text(row, 'hash'),
    createdAt: integer(row, 'created_at'),
    createdBy: text(row, 'created_by'),
    expiresAt: optionalInteger(row, 'expires_at'),
    allowedIps: json<readonly string[]>(row, 'allowed_ips'),
    lastUsedAt: optionalInteger(row, 'last_used_at'),
    revokedAt: optionalInteger(row, 'revoked_at'),
    replacedBy: optionalText(row, 'replaced_by'),
  };
}

function optionalInteger(row: Row, name: string): number | null {
  return row[name] === null ? null : integer(row, name);
}
