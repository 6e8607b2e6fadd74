import type { Address } from '../domain/contact.ts';
import type { WindowFacts } from '../domain/window.ts';

/** A contact of a tenant, on a number by Meta's id. */
export interface PersonOnNumber {
  readonly phoneNumberId: string;
  readonly contactId: string;
}

/**
 * What is known of people on numbers, over all tenants. The tenant is needed to know which identities are one person's:
 * the facts of all of them are given merged. An
 * entry by way of a message that another tenant received is left out.
 */
export interface WindowStore {
  /** In the order of `people`; no facts for a contact that is not this tenant's. */
  ofContacts(tenantId: string, people: readonly PersonOnNumber[]): Promise<readonly WindowFacts[]>;
  /** The same for somebody who may not be a contact yet. */
  ofAddress(tenantId: string, phoneNumberId: string, to: Address): Promise<WindowFacts>;
  /**
   * When Meta first took a message of ours that follows one of these in its conversation, in epoch milliseconds and the
   * order of `messageIds`; null when it took none, or the message is not this tenant's.
   */
  answeredAt(tenantId: string, messageIds: readonly string[]): Promise<readonly (number | null)[]>;
}
