import type { AuditEntry } from '../domain/audit.ts';
import type { Address, Contact } from '../domain/contact.ts';
import type { Conversation, ConversationFilter, HeardMessage, UnreadCount } from '../domain/conversation.ts';
import type { EventType, LogEvent } from '../domain/event.ts';
import type { RoutedItem } from '../domain/inbound.ts';
import type { Direction, Message, MessageRecord, MessageType, StatusChange } from '../domain/message.ts';
import type { Reaction } from '../domain/message-kinds.ts';
import type {
  AcceptOutcome,
  Decided,
  Decision,
  DueSend,
  Lane,
  NumberQueue,
  OutboxJob,
  QueuedSend,
  SendDraft,
  Settlement,
} from '../domain/outbound.ts';
import type { MessageStatus } from '../domain/status.ts';
import type { PhoneNumber } from '../domain/tenant.ts';
import type { AuditStore } from './audit.ts';
import type { NumberFacts } from './cloud-api.ts';
import type { ContactStore } from './contact-store.ts';
import type { CredentialStore } from './credential-store.ts';
import type { DeliveryStore } from './delivery-store.ts';
import type { MediaStore } from './media-store.ts';
import type { PruneBefore } from './pruning.ts';
import type { TemplateStore } from './template-store.ts';
import type { KeyStore, TenantStore } from './tenancy.ts';
import type { UnroutedStore } from './unrouted.ts';
import type { UsageStore } from './usage.ts';
import type { WebhookStore } from './webhook-store.ts';
import type { WindowStore } from './windows.ts';

/** The durable store: one type per aggregate. What has been answered is on disk. */
export interface Store {
  readonly inbound: InboundStore;
  readonly quarantine: QuarantineStore;
  readonly webhooks: WebhookStore;
  readonly outbox: OutboxStore;
  readonly messages: MessageStore;
  readonly media: MediaStore;
  readonly delivery: DeliveryStore;
  readonly conversations: ConversationStore;
  readonly windows: WindowStore;
  readonly contacts: ContactStore;
  readonly events: EventStore;
  readonly numbers: NumberStore;
  readonly credentials: CredentialStore;
  readonly unrouted: UnroutedStore;
  readonly templates: TemplateStore;
  readonly sessions: SessionStore;
  readonly tenants: TenantStore;
  readonly keys: KeyStore;
  readonly audit: AuditStore;
  readonly usage: UsageStore;
  /** Resolves when the store answers; rejects when it does not. */
  ping(): Promise<void>;
  /**
   * Deletes what has outlived its keep: events, raw webhooks, parked statuses, seen and idempotency keys, writers. The
   * bytes of a quarantined webhook stay, whatever their age, and the seen keys from its time on, so that it can be
   * replayed without repeating what was understood of it.
   */
  prune(before: PruneBefore): Promise<void>;
  close(): Promise<void>;
}

/** A webhook ready to be written, with ≤ 1,000 items. A larger post arrives in parts, the body with the first. */
export interface RoutedWebhook {
  /** Time-ordered. The parts of one post share it. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  /** The exact bytes, or null on later parts and on replay, when they are kept already. */
  readonly body: Uint8Array | null;
  readonly items: readonly RoutedItem[];
  /** What could not be understood; null when everything was. Such a webhook is quarantined for replay. */
  readonly problem: string | null;
  /** At whose own address it came; null or left out: at the operator's. */
  readonly tenantId?: string | null;
}

/** Which tenants' logs grew, so that readers can be woken. */
export interface Appended {
  readonly tenants: readonly string[];
  /** Items that were new. */
  readonly stored: number;
  /** Of those, what found the unrouted box full: it is told as an event and is not in the box. */
  readonly turnedAway: number;
  /** Why it was quarantined: its own `problem`, or items that could not be stored. Null when it was not. */
  readonly quarantined: string | null;
}

/** For ingest and replay alone. */
export interface InboundStore {
  /**
   * Durable when it resolves. Webhooks given while a transaction is being written share the next one. An item that
   * cannot be stored quarantines its webhook and stops no other item. Rejects when nothing of it was stored.
   */
  append(webhook: RoutedWebhook): Promise<Appended>;
  /** The tenant that sent this message from this number (Meta's id), over all tenants; null when nobody did. */
  senderOf(messageId: string, phoneNumberId: string): Promise<string | null>;
}

export interface QuarantinedWebhook {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  /** What could not be understood or stored, when it was last tried. */
  readonly problem: string;
  /** At whose own address it came; null: at the operator's. */
  readonly tenantId: string | null;
}

/** Webhooks that were not understood or stored in full. */
export interface QuarantineStore {
  /** By id, which is by time; those after `after` (null: from the beginning). */
  list(after: string | null, limit: number): Promise<readonly QuarantinedWebhook[]>;
  /** The exact bytes that came; null when there are none. */
  body(id: string): Promise<Uint8Array | null>;
  /** Takes it out: from now on its bytes are as old as they are. */
  release(id: string): Promise<void>;
}

/** For the dispatch loop alone, and `accept` for sends. */
export interface OutboxStore {
  /** Message, outbox row, `outbound_message` event and idempotency key, in one transaction. */
  accept(draft: SendDraft): Promise<AcceptOutcome>;
  /**
   * Reads which sends may be claimed: the first of each conversation, if due and not expired. Lane by lane, by tenant and
   * number from the one behind `after` on and round again: of the first `limit` lanes that have any, each gives its
   * oldest, as many as its equal part of `limit` (rounded up). What `except` names is left out and takes no place.
   */
  due(now: number, limit: number, except: DueExcept, after?: Lane | null): Promise<readonly DueSend[]>;
  /**
   * Claims those that are still due and marks them on the wire, in one transaction. A free-form message or a marketing
   * template comes with what is known of its person then.
   */
  claim(messageIds: readonly string[], now: number): Promise<readonly OutboxJob[]>;
  /** Writes what became of an attempt, with its event. An attempt that is no longer the row's is ignored. */
  settle(tenantId: string, messageId: string, attempt: number, settlement: Settlement, now: number): Promise<Message>;
  /** When the next send becomes due, later than `after` (epoch ms; left out: at any time); null when none waits. */
  nextDue(after?: number): Promise<number | null>;
  /** Rows found on the wire and past `deadline` (epoch ms) become UNCONFIRMED; answers with the tenants concerned. */
  expireOnWire(deadline: number, now: number): Promise<readonly string[]>;
  /** Queued rows whose time is over become EXPIRED, with their events; answers with the tenants concerned. */
  expireQueued(now: number): Promise<readonly string[]>;
  /** Does what a sender decided, with its event; null when there is no such message of this tenant. */
  decide(
    tenantId: string,
    messageId: string,
    decision: Decision,
    now: number,
    entry?: AuditEntry,
  ): Promise<Decided | null>;
  /** What waits, for every number and tenant that has something waiting on it. */
  queues(): Promise<readonly NumberQueue[]>;
  /** In the order of `messageIds`, null for what is not queued or not this tenant's. */
  queued(tenantId: string, messageIds: readonly string[]): Promise<readonly (QueuedSend | null)[]>;
}

/** What may not be sent now: ids of numbers (`num_…`) and of conversations, lanes, and tenants. */
export interface DueExcept {
  readonly numberIds: readonly string[];
  readonly conversationIds: readonly string[];
  readonly lanes?: readonly Lane[];
  readonly tenantIds?: ReadonlySet<string>;
}

/** Keyset page, newest first unless `order` says otherwise. Positions are message `seq`s (conversations: last `seq`s). */
export interface PageRequest {
  readonly limit: number;
  /** Only rows older than this position. */
  readonly before?: number | undefined;
  /** Only rows newer than this position; the page is then the rows next to it. */
  readonly after?: number | undefined;
  /** Which end of the range the page is taken from; the result itself is always newest first. */
  readonly from: 'newest' | 'oldest';
}

export interface Page<T> {
  /** Newest first. */
  readonly rows: readonly T[];
  /** True when rows remain beyond the end towards which the page was read. */
  readonly more: boolean;
}

export interface MessageFilter {
  readonly conversationId?: string | undefined;
  readonly phoneNumberId?: string | undefined;
  readonly contactId?: string | undefined;
  readonly direction?: Direction | undefined;
  readonly type?: MessageType | undefined;
  readonly status?: MessageStatus | undefined;
  /** Meta's error code of a failed message. */
  readonly errorCode?: number | undefined;
  /** Epoch milliseconds, inclusive. */
  readonly from?: number | undefined;
  /** Epoch milliseconds, exclusive. */
  readonly to?: number | undefined;
  /**
   * Words, all of which the text has, or the contact's name, phone and username together, in any spelling (see
   * `domain/search-text`). Empty: does not filter; without a word in it: nothing passes. Stored a moment ago is found.
   * An adapter may bound it: to the 500 people found who appeared last; for a page, to the 20,000 messages with the
   * words that come next, however many pass the other filters; and, while its index lags, to the newest 20,000 messages
   * that are not in it.
   */
  readonly search?: string | undefined;
}

export interface MessageStore {
  /** In the order of `ids`, null for what is not there or not this tenant's. */
  getMany(tenantId: string, ids: readonly string[]): Promise<readonly (MessageRecord | null)[]>;
  byWhatsappId(tenantId: string, whatsappId: string): Promise<MessageRecord | null>;
  list(tenantId: string, filter: MessageFilter, page: PageRequest): Promise<Page<MessageRecord>>;
  /** Oldest first, per message in the order of `ids`. */
  timelines(tenantId: string, ids: readonly string[]): Promise<readonly (readonly StatusChange[])[]>;
  /**
   * What stands under messages: the latest reaction of each person and ours, unless it was taken back or never made.
   * Oldest first, per message in the order of `ids`.
   */
  reactions(tenantId: string, ids: readonly string[]): Promise<readonly (readonly Reaction[])[]>;
  /** The message that an idempotency key stands for. */
  byIdempotencyKey(tenantId: string, key: string): Promise<{ message: Message; fingerprint: string } | null>;
}

/** A conversation as it stands, and whether its read mark moved. */
export interface MarkedRead {
  readonly conversation: Conversation;
  readonly changed: boolean;
}

/** An id of a contact or conversation that was merged into another finds the other, here and in filters. */
export interface ConversationStore {
  getMany(tenantId: string, ids: readonly string[]): Promise<readonly (Conversation | null)[]>;
  list(tenantId: string, filter: ConversationFilter, page: PageRequest): Promise<Page<Conversation>>;
  contacts(tenantId: string, ids: readonly string[]): Promise<readonly (Contact | null)[]>;
  /** The number (`num_…`) to which this person last wrote. */
  lastNumberOf(tenantId: string, address: Address): Promise<string | null>;
  /** The newest message that counts as unread until it is read, at or before a log position (left out: of all). */
  lastHeard(tenantId: string, conversationId: string, upTo?: number): Promise<HeardMessage | null>;
  /** What is not read yet. */
  unread(tenantId: string): Promise<UnreadCount>;
  /** The first message after the read mark that counts as unread; in the order of `ids`, null for nothing unread. */
  firstUnread(tenantId: string, ids: readonly string[]): Promise<readonly (string | null)[]>;
  /**
   * Moves the read mark to the newest message that somebody wrote at or before `upTo` (a log position), never back, with
   * its event in the same transaction. `by` is the reader's key. Null when there is no such conversation of this tenant.
   */
  markRead(tenantId: string, conversationId: string, upTo: number, by: string, now: number): Promise<MarkedRead | null>;
}

export interface EventStore {
  /** `first` is the oldest kept; `first > last` when the log is empty. */
  head(tenantId: string): Promise<{ readonly epoch: string; readonly first: number; readonly last: number }>;
  /** Events with `seq > after`, in order. */
  page(tenantId: string, after: number, limit: number, types?: readonly EventType[]): Promise<readonly LogEvent[]>;
}

export interface NumberStore {
  /** Every number of every tenant: what routing keeps in memory. */
  all(): Promise<readonly PhoneNumber[]>;
  /** Adds it, or fills in what was unknown. Never changes whose it is or who shares it: answers with it as it stands. */
  register(number: PhoneNumber, entry?: AuditEntry): Promise<PhoneNumber>;
  /** Adds it unless it is there, whoever's it is. Answers with it as it stands, and whether it was added. */
  bind(number: PhoneNumber, entry: AuditEntry): Promise<{ number: PhoneNumber; changed: boolean }>;
  /** Writes what Meta told; of the latter two null leaves what stands. */
  describe(tenantId: string, id: string, told: NumberFacts): Promise<void>;
  /** Sets how fast it may send; null for the default. */
  setRate(tenantId: string, id: string, messagesPerSecond: number | null, entry?: AuditEntry): Promise<void>;
  /** Gives it to a tenant, or shares it. What was stored to reach it is destroyed when its tenant changes. */
  assign(
    tenantId: string,
    id: string,
    to: Pick<PhoneNumber, 'tenantId' | 'sharing'>,
    entry?: AuditEntry,
  ): Promise<void>;
  /** Forgets it, and destroys the credentials stored for it. Its conversations stay. */
  remove(tenantId: string, id: string, entry?: AuditEntry): Promise<void>;
}

export interface Session {
  /** SHA-256 of the cookie's value. */
  readonly idHash: string;
  readonly tenantId: string;
  /** The caller's credential, for ending a session with its key. */
  readonly credential: string;
  readonly lastUsedAt: number;
}

export interface SessionStore {
  put(session: Session, entry?: AuditEntry): Promise<void>;
  get(idHash: string): Promise<Session | null>;
  delete(idHash: string, entry?: AuditEntry): Promise<void>;
  /** Deletes the sessions that a credential opened. */
  deleteOf(credential: string): Promise<void>;
  /** Deletes the sessions last used before (epoch ms). */
  deleteIdle(before: number): Promise<void>;
}
