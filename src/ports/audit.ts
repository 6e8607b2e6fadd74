import type { AuditAction, AuditEntry, AuditRecord } from '../domain/audit.ts';
import type { Page, PageRequest } from './store.ts';

export interface AuditFilter {
  readonly action?: AuditAction | undefined;
  /** A key, by `key_…` or by its name. */
  readonly actor?: string | undefined;
  /** Epoch milliseconds, inclusive. */
  readonly from?: number | undefined;
  /** Epoch milliseconds, exclusive. */
  readonly to?: number | undefined;
}

/**
 * Who did what. Entries are only ever added, and kept for ever. What the store itself does is recorded by the method that
 * does it, in the same transaction: it takes the entry, and keeps it unless there was nothing to do.
 */
export interface AuditStore {
  /** Records what happens outside the store. */
  add(entry: AuditEntry): Promise<void>;
  /** Of one tenant, or of all (null); newest first, positions are `seq`s. */
  list(tenantId: string | null, filter: AuditFilter, page: PageRequest): Promise<Page<AuditRecord>>;
}
