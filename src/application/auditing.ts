import { type Actor, type AuditAction, type AuditChanges, type AuditEntry, actorOf } from '../domain/audit.ts';
import type { Caller } from '../domain/tenant.ts';
import type { System } from '../ports/system.ts';

/** The longest address there is has 45 characters; what a proxy puts in its place may be of any length. */
const ADDRESS_LIMIT = 64;

/** What an entry says beside who and when. */
export interface Audited {
  /** Whose thing it is; left out: the caller's tenant's. */
  readonly tenantId?: string;
  readonly target?: string | null;
  readonly changes?: AuditChanges;
  /** Left out: `done`. */
  readonly result?: AuditEntry['result'];
}

/**
 * The entry that says that a caller does something; give it to the store method that does it. For what happens elsewhere
 * add it as `started` before.
 */
export function auditEntry(
  system: Pick<System, 'clock' | 'ids'>,
  caller: Caller,
  action: AuditAction,
  what: Audited = {},
): AuditEntry {
  const { address = null } = caller;
  return entryBy(system, { ...actorOf(caller), address }, action, { tenantId: caller.tenantId, ...what });
}

/** The same, for an actor who is no caller. */
export function entryBy(
  { clock, ids }: Pick<System, 'clock' | 'ids'>,
  { address, ...actor }: Actor & { readonly address: string | null },
  action: AuditAction,
  { tenantId = actor.tenantId, target = null, changes = {}, result = 'done' }: Audited,
): AuditEntry {
  const from = address === null ? null : address.slice(0, ADDRESS_LIMIT);
  return { id: `aud_${ids.fresh()}`, at: clock.now(), tenantId, actor, address: from, action, target, changes, result };
}
