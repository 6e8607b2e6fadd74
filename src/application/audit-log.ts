import { AUDIT_ACTIONS, type AuditRecord } from '../domain/audit.ts';
import { GatewayError, invalidInput } from '../domain/errors.ts';
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
      return caller.kind === 'operator' ? found : { ...found, rows: found.rows.map(asTenantsSee) };
    },
  };
}

/** Tenants see that the operator did something to what is theirs, and not from where. */
function asTenantsSee(record: AuditRecord): AuditRecord {
  return record.actor.role === 'operator' ? { ...record, address: null } : record;
}
