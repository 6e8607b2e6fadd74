import type { AuditEntry } from '../domain/audit.ts';
import type { PhoneNumber } from '../domain/tenant.ts';
import type { Sealed } from './secrets.ts';

/** The sealed credentials of one number. */
export interface SealedCredentials {
  readonly tenantId: string;
  /** `num_…` */
  readonly numberId: string;
  readonly sealed: Sealed;
}

/** Credentials of tenants' own numbers. They stand in a table of their own, which no transport can reach. */
export interface CredentialStore {
  /** Those of every tenant: at start alone. */
  all(): Promise<readonly SealedCredentials[]>;
  /**
   * Adds the number, or sets what its tenant knows of it, with its credentials, in one transaction. Answers with the number
   * as it stands: when it is another tenant's, nothing was written.
   */
  put(number: PhoneNumber, sealed: Sealed, entry?: AuditEntry): Promise<PhoneNumber>;
  /** Replaces them, if they are still the ones under `keyId`. */
  rewrap(tenantId: string, numberId: string, keyId: string, sealed: Sealed): Promise<void>;
}
