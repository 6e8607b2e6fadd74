import { AUDIT_ACTIONS, type AuditChanges, type AuditRecord } from '../domain/audit.ts';
import { GatewayError, invalidInput } from '../domain/errors.ts';
import { isJsonObject, type Json } from '../domain/json.ts';
import { type Caller, HOME_TENANT } from '../domain/tenant.ts';
import type { AuditFilter, AuditStore } from '../ports/audit.ts';
import type { Page, PageRequest } from '../ports/store.ts';
import { requireScope } from './scopes.ts';
import type { Tenants } from './tenants.ts';

export interface AuditQuery extends Omit<AuditFilter, 'action'> {
  readonly tenant?: string | undefined;
  readonly action?: string | undefined;
}

/** Reading who did what: the operator all of it, a key with the scope `manage` what concerns its own tenant. */
export interface AuditLog {
  /**
   * Newest first. `tenant` narrows it to one tenant's things; left out: everything for the operator, unless the request
   * names its tenant. FORBIDDEN, NOT_FOUND (`tenant`), INVALID_INPUT (`action`).
   */
  list(caller: Caller, filter: AuditQuery, page: PageRequest): Promise<Page<AuditRecord>>;
}

export function createAuditLog(deps: {
  readonly store: Pick<AuditStore, 'list'>;
  readonly tenants: Pick<Tenants, 'find'>;
}): AuditLog {
  const { store, tenants } = deps;

  function tenantOf(caller: Caller, asked: string | undefined): string | null {
    if (asked !== undefined) {
      const tenant = tenants.find(caller, asked);
      if (tenant !== null) return tenant.id;
      throw new GatewayError('NOT_FOUND', 'There is no such tenant.', { field: 'filter.tenant' });
    }
    return caller.kind === 'operator' && !caller.tenantNamed ? null : caller.tenantId;
  }

  return {
    async list(caller, { tenant, action: named, ...filter }, page) {
      requireScope(caller, 'manage');
      const action = AUDIT_ACTIONS.find((one) => one === named);
      if (named !== undefined && action === undefined) {
        throw invalidInput('filter.action', 'There is no such action.', `Give one of ${AUDIT_ACTIONS.join(', ')}.`);
      }
      const found = await store.list(tenantOf(caller, tenant), { ...filter, action }, page);
      return caller.kind === 'operator'
        ? found
        : { ...found, rows: found.rows.map((record) => asTenantSees(record, caller.tenantId)) };
    },
  };
}

/**
 * Tenants see that the operator did something to what is theirs, and not from where, nor whose it was before, with whom
 * they share it, or for whom the operator acted meanwhile.
 */
function asTenantSees({ actor, changes, ...record }: AuditRecord, tenantId: string): AuditRecord {
  const seen = { ...record, changes: withoutOthers(changes, tenantId) as AuditChanges };
  if (actor.role !== 'operator') return { ...seen, actor };
  return {
    ...seen,
    address: null,
    actor: { ...actor, tenantId: actor.tenantId === tenantId ? tenantId : HOME_TENANT },
  };
}

/** The same without the ids of other tenants: null in their place, and nothing in a list. */
function withoutOthers(value: Json, tenantId: string): Json {
  const isOthers = (one: Json) => typeof one === 'string' && /^ten_[\da-z]+$/.test(one) && one !== tenantId;
  if (isOthers(value)) return null;
  if (Array.isArray(value)) return value.filter((one) => !isOthers(one)).map((one) => withoutOthers(one, tenantId));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutOthers(one, tenantId)]));
}
