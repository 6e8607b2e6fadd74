import type { AuditEntry } from '../domain/audit.ts';
import type { InboundMessage } from '../domain/inbound.ts';
import type { Page, PageRequest } from './store.ts';

/** A message that no number or tenant claims. */
export interface UnroutedMessage {
  /** `unr_…`; the message that is made of it has the same random part. */
  readonly id: string;
  /** Its place in the box: the order of arrival. */
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  readonly item: InboundMessage;
}

/** What is left out does not filter. */
export interface UnroutedFilter {
  /** Meta's id of the number. */
  readonly phoneNumberId?: string | undefined;
  /** A phone (E.164 with `+`) or user id. */
  readonly person?: string | undefined;
}

/** Which items of a number: all, to be given out by the rules; or messages that the operator gives to a tenant. */
export type UnroutedClaim =
  | { readonly phoneNumberId: string; readonly tenantId: null }
  | { readonly phoneNumberId: string; readonly tenantId: string; readonly ids: readonly string[] }
  | { readonly phoneNumberId: string; readonly tenantId: string; readonly person: string };

export interface Claimed {
  /** Whose logs grew. */
  readonly tenants: readonly string[];
  /** Messages that left the box. */
  readonly messages: number;
  /** Items that could not be stored, and why the first could not; they stay in the box. Left out when all could. */
  readonly failed?: { readonly items: number; readonly reason: string };
  /** Where the next helping begins; null when this was the last. */
  readonly next: number | null;
}

/**
 * The unrouted box, which is the operator's: for `application/unrouted` alone. It holds 100,000 items at most; what comes
 * when it is full is told as an event and does not enter it.
 */
export interface UnroutedStore {
  /** By place, newest first. */
  list(filter: UnroutedFilter, page: PageRequest): Promise<Page<UnroutedMessage>>;
  /** Those that are (still) in the box. */
  getMany(ids: readonly string[]): Promise<readonly UnroutedMessage[]>;
  /** Meta's ids of the numbers for which something waits. */
  numbers(): Promise<readonly string[]>;
  /**
   * Stores what the claim means, in order of arrival, as if it had been routed so when it came: up to 1,000 items after a
   * place (0: from the beginning) in one transaction. What no rule claims, or cannot be stored, stays in the box. A
   * tenant to which the operator gives a message counts from `now` on as the last that wrote to its author. `entry` is
   * recorded with how many messages left the box, unless none did.
   */
  claim(claim: UnroutedClaim, after: number, now: number, entry?: AuditEntry): Promise<Claimed>;
}
