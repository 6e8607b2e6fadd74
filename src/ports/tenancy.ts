import type { ApiKey } from '../domain/api-key.ts';
import type { AuditEntry } from '../domain/audit.ts';
import type { Tenant } from '../domain/tenant.ts';

/** Tenants: few, and all kept in memory by those who ask for one with every request. */
export interface TenantStore {
  /** By time of creation. The operator's own is always among them. */
  all(): Promise<readonly Tenant[]>;
  /** Adds it, or changes the one with its id. */
  put(tenant: Tenant, entry?: AuditEntry): Promise<void>;
  /** Messages accepted for sending on a day (`YYYY-MM-DD`) of the tenant's. */
  sendsOn(tenantId: string, day: string): Promise<number>;
}

/** API keys without their secrets: kept in memory like tenants, so that no guess reaches the store. */
export interface KeyStore {
  /** Every key of every tenant, by id. */
  all(): Promise<readonly ApiKey[]>;
  /** Adds or changes all of them, in one transaction. When a key was last used is left as it stands. */
  put(keys: readonly ApiKey[], entry?: AuditEntry): Promise<void>;
  /** Notes when a key was used (epoch ms). */
  used(tenantId: string, id: string, at: number): Promise<void>;
  delete(tenantId: string, ids: readonly string[]): Promise<void>;
}
