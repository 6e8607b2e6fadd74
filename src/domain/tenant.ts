/** The operator's own tenant: exists in every store, and receives what no number claims. */
export const HOME_TENANT = 'dijla';

export interface Tenant {
  readonly id: string;
  readonly name: string;
  /** `standard` may use the operator's access to Meta, `direct` brings its own. */
  readonly kind: 'standard' | 'direct';
  /** A suspended tenant's keys open nothing; what people write to its numbers is still stored. */
  readonly state: 'active' | 'suspended';
  /** IANA name, such as `Asia/Baghdad`: when its day begins. */
  readonly timeZone: string;
  /** The number (`num_…`) from which it sends when nothing says otherwise; null when it has none. */
  readonly defaultNumberId: string | null;
  readonly quotas: Quotas;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

/** What a tenant may use; null for no limit of its own. */
export interface Quotas {
  /** Messages accepted for sending in a day of its time zone. */
  readonly sendsPerDay: number | null;
  /** Messages accepted for sending in a second. */
  readonly messagesPerSecond: number | null;
  /** Sockets, streams and waiting polls open at a time. */
  readonly sockets: number | null;
  /** Readers of its event log open at a time, over every transport. */
  readonly subscriptions: number | null;
  /** Bytes of stored media. */
  readonly mediaBytes: number | null;
}

export const NO_QUOTAS: Quotas = {
  sendsPerDay: null,
  messagesPerSecond: null,
  sockets: null,
  subscriptions: null,
  mediaBytes: null,
};

/** What a key may do. The operator may do everything. */
export type Scope = 'send' | 'read' | 'manage';

/**
 * Who asks. Made only from a credential, never from what a request claims about itself. `credential` names the key for
 * revocation and rate limits; it is not the key.
 */
export type Caller =
  | {
      readonly kind: 'operator';
      readonly tenantId: string;
      /** True when the request named the tenant itself (`x-dijla-tenant`). */
      readonly tenantNamed: boolean;
      readonly keyName: string;
      readonly credential: string;
      /** Names the session, when it asks with one instead of the key. */
      readonly session?: string;
      /** Where it asks from, when that is known: for the audit log alone. */
      readonly address?: string;
    }
  | {
      readonly kind: 'tenant';
      readonly tenantId: string;
      readonly keyName: string;
      readonly credential: string;
      readonly session?: string;
      readonly address?: string;
      readonly scopes: readonly Scope[];
    };

/** What of a caller can end, and with it all that the caller holds open: its key, its session, its tenant. */
export function endsOf(caller: Caller): readonly string[] {
  const own = caller.session === undefined ? [caller.credential] : [caller.credential, caller.session];
  return caller.kind === 'tenant' ? [...own, caller.tenantId] : own;
}

/** A WhatsApp number of ours, and the tenants that send from it and receive what is written to it. */
export interface PhoneNumber {
  readonly id: string;
  /** Whose it is: it manages the number, and uses it alone unless the number is shared. A shared one is the operator's. */
  readonly tenantId: string;
  /** Meta's id of the number, a decimal string. */
  readonly phoneNumberId: string;
  /** E.164 with `+`; empty until Meta has told it. */
  readonly display: string;
  /** Meta's id of the WhatsApp Business Account; null for a number bound by a direct call. */
  readonly wabaId: string | null;
  /** What reaches it: `master` from the environment, `stored` by its tenant, `direct` only from a caller's payload. */
  readonly credentials: 'master' | 'stored' | 'direct';
  /** How fast it may send, in messages a second; null for Meta's default of 80. */
  readonly messagesPerSecond: number | null;
  /** How tenants share it; null when its own alone uses it. */
  readonly sharing: Sharing | null;
  /** As people see it in WhatsApp; absent until Meta has told it. */
  readonly verifiedName?: string;
  /** GREEN, YELLOW, RED, UNKNOWN; absent until Meta has told it. */
  readonly quality?: string;
}

/** How tenants share a number of the operator's. */
export interface Sharing {
  /** Who may send from it beside the operator's own tenant: every standard tenant, or these. */
  readonly tenants: 'standard' | readonly string[];
  /** Who receives what nobody's message explains; null: it waits in the unrouted box. */
  readonly defaultTenantId: string | null;
  /** For how many days after a tenant wrote to somebody their messages are taken for answers to it. */
  readonly answerDays: number;
}

/** How a number is shared until the operator says otherwise: rented to every standard tenant. */
export const RENTED: Sharing = { tenants: 'standard', defaultTenantId: HOME_TENANT, answerDays: 30 };

/** True when the tenant may send from the number. */
export function mayUse(
  { sharing, tenantId }: Pick<PhoneNumber, 'sharing' | 'tenantId'>,
  { id, kind }: Pick<Tenant, 'id' | 'kind'>,
): boolean {
  if (tenantId === id) return true;
  if (sharing === null) return false;
  return sharing.tenants === 'standard' ? kind === 'standard' : sharing.tenants.includes(id);
}

/** A template as Meta lists it. */
export interface Template {
  readonly id: string;
  readonly wabaId: string;
  readonly name: string;
  readonly language: string;
  /** APPROVED, PENDING, REJECTED, PAUSED, DISABLED … as Meta says. */
  readonly status: string;
  readonly category: string;
  readonly parameterFormat: 'POSITIONAL' | 'NAMED';
  /** Meta's component definitions, verbatim. */
  readonly components: readonly import('./json.ts').Json[];
  /** GREEN, YELLOW, RED, UNKNOWN. Like all that follows: absent or null when Meta has not told it. Times are ISO 8601. */
  readonly quality?: string | null;
  readonly subCategory?: string | null;
  readonly previousCategory?: string | null;
  /** The category that Meta finds right, where it is another. */
  readonly correctCategory?: string | null;
  /** When Meta changes the category to that one. */
  readonly categoryChangesAt?: string | null;
  /** INVALID_FORMAT, PROMOTIONAL, SCAM … */
  readonly rejectedReason?: string | null;
  /** Why its status is what it is, in Meta's words. */
  readonly statusDetails?: string | null;
  /** When a pause is over: 3 hours after the first one began, 6 after the second. */
  readonly pausedUntil?: string | null;
  /** Of the newest webhook about it. */
  readonly updatedAt?: string | null;
  /** When Meta was asked for the list that it stands in; null while it stands in none. */
  readonly syncedAt?: string | null;
}
