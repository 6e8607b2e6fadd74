import { AUDIT_ACTIONS, type AuditRecord } from '../domain/audit.ts';
import { GatewayError, invalidInput } from '../domain/errors.ts';
import type { Json } from '../domain/json.ts';
import type { Caller } from '../domain/tenant.ts';
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
      if (caller.kind === 'operator') return found;
      return { ...found, rows: found.rows.map((record) => asTenantsSee(record, caller.tenantId)) };
    },
  };
}

/**
 * Tenants see that the operator did something to what is theirs, and not from where; and that a number was another's or
 * shared before, and not whose or with whom.
 */
function asTenantsSee(record: AuditRecord, tenantId: string): AuditRecord {
  const { tenantId: owner, sharing, ...others } = record.changes;
  const own = (id: Json) => (id === tenantId ? id : null);
  const shared = (setting: Json) => (setting === null ? null : 'shared');
  const changes = {
    ...others,
    ...(owner !== undefined && { tenantId: { before: own(owner.before), after: own(owner.after) } }),
    ...(sharing !== undefined && { sharing: { before: shared(sharing.before), after: shared(sharing.after) } }),
  };
  return { ...record, changes, address: record.actor.role === 'operator' ? null : record.address };
}
