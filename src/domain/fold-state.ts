import type { AliasKind, Contact, FormerId } from './contact.ts';
import type { Conversation } from './conversation.ts';
import type { MetaError } from './errors.ts';
import type { LogEvent } from './event.ts';
import type { InboundMessage, InboundStatus } from './inbound.ts';
import type { Json } from './json.ts';
import type { MediaRecord } from './media.ts';
import type { MessageContent, MessageRecord, MetaConversation, Pricing } from './message.ts';
import type { OutboundSend } from './outbound.ts';
import type { MessageStatus } from './status.ts';
import type { UsageCount } from './usage.ts';
import type { WindowFacts } from './window.ts';

/*
 * A batch is written by load, fold, save. These types are the two seams: a store loads what `Needs` names, one statement
 * per table; the fold is pure; the store saves `Changes`, one statement per table. Rows of one key are merged already.
 */

/** What a batch touches. Lists hold no duplicates. */
export interface Needs {
  /** Logs to lock, in ascending order; those of the tenants whose messages are found are locked with them. */
  readonly tenants: readonly string[];
  readonly aliases: readonly TenantAlias[];
  /** Contacts to load beside those that the aliases lead to. */
  readonly contactIds?: readonly string[];
  /** Somebody may change ids: every alias and conversation of the contacts is loaded, and all former owners. */
  readonly identities?: boolean;
  /** Conversations are loaded for the contacts found × these numbers (`num_…`). */
  readonly numberIds: readonly string[];
  readonly whatsappIds: readonly WhatsappKey[];
  /** Inbound messages whose edits and revokes may have come before them; these are then among the loaded messages. */
  readonly amended?: readonly WhatsappKey[];
  readonly messageIds: readonly { readonly tenantId: string; readonly id: string }[];
  readonly seenKeys: readonly string[];
  readonly parked: readonly WhatsappKey[];
}

export interface WhatsappKey {
  /** Meta's id of the number. */
  readonly phoneNumberId: string;
  readonly whatsappId: string;
}

export interface TenantAlias {
  readonly tenantId: string;
  readonly kind: AliasKind;
  readonly value: string;
}

export interface LogHead {
  readonly tenantId: string;
  readonly lastSeq: number;
}

export interface LoadedLog extends LogHead {
  /** The tenant's, which says what day it is. */
  readonly timeZone: string;
}

export interface TenantContact {
  readonly tenantId: string;
  readonly contact: Contact;
  /** When Meta first showed each of its ids, in epoch milliseconds; kept with it, told to nobody. */
  readonly since: Since;
}

export type Since = { readonly [K in AliasKind]?: number };

export interface FormerAlias extends FormerId {
  readonly tenantId: string;
  readonly contactId: string;
}

/** Two contacts turned out to be one: all that was `from`'s is `into`'s. Its aliases are among the changed ones. */
export interface ContactMerge {
  readonly tenantId: string;
  readonly from: string;
  readonly into: string;
  /** Those on one number become one; `from`'s others change hands. */
  readonly conversations: readonly { readonly from: string; readonly into: string }[];
}

/** Somebody goes by other ids: windows that stand under the old ones count for the new ones, on the numbers they wrote to. */
export interface CarriedWindows {
  readonly contactId: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Phones that may become somebody else's. */
  readonly forget: readonly string[];
}

/** A message as the fold needs it. */
export interface StoredMessage {
  readonly tenantId: string;
  readonly record: MessageRecord;
  /** `STATUS|participant` of every status kept for it. */
  readonly statusKeys: readonly string[];
  readonly outbox: OutboxState | null;
  /** The day under which it is counted, such as 20260131; null while it is not (stored by an early release). */
  readonly day: number | null;
}

/** `queued` waits; `on_wire` was marked before its first byte; `unconfirmed` went unanswered and is never sent again. */
export interface OutboxState {
  readonly state: 'queued' | 'on_wire' | 'unconfirmed';
  readonly attempt: number;
}

/** What the store found for `Needs`. A log that does not exist yet is created by the load. */
export interface Loaded {
  readonly logs: readonly LoadedLog[];
  readonly aliases: readonly (TenantAlias & { readonly contactId: string })[];
  readonly contacts: readonly TenantContact[];
  /** Owners that phones had: of those without an owner, or of all in `aliases` when `identities` is set. */
  readonly former: readonly FormerAlias[];
  readonly conversations: readonly Conversation[];
  readonly messages: readonly StoredMessage[];
  readonly seenKeys: readonly string[];
  readonly parked: readonly InboundStatus[];
}

export interface StatusRow {
  readonly tenantId: string;
  readonly messageId: string;
  readonly status: MessageStatus;
  readonly participant: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly error: MetaError | null;
  readonly raw: Json;
}

export interface MessageUpdate {
  readonly tenantId: string;
  readonly id: string;
  readonly whatsappId: string | null;
  readonly status: MessageStatus;
  readonly error: MetaError | null;
  readonly answer: Json;
  readonly pricing: Pricing | null;
  readonly metaConversation: MetaConversation | null;
}

export interface OutboxRow extends OutboxState {
  readonly tenantId: string;
  readonly messageId: string;
  readonly conversationId: string;
  readonly numberId: string;
  /** Epoch milliseconds before which a queued row is not due. */
  readonly notBefore: number;
  /** When the row was marked, in epoch milliseconds; 0 while queued. */
  readonly markedAt: number;
  /** Epoch milliseconds from which a queued row is not sent any more. */
  readonly expiresAt: number;
  readonly send: OutboundSend;
}

export interface WindowRow {
  /** Meta's id of the number. Windows are Meta's, so they know no tenant. */
  readonly phoneNumberId: string;
  /** The person's phone or user id. */
  readonly person: string;
  /** The store merges them with what it knows (`mergeFacts`). */
  readonly facts: WindowFacts;
}

/** Meta took a message of a tenant to a person. Over all tenants, and shown to none. */
export interface WriterRow {
  /** Meta's id of the number. */
  readonly phoneNumberId: string;
  /** The person's phone or user id. */
  readonly person: string;
  readonly tenantId: string;
  /** Epoch milliseconds; the store keeps the latest. */
  readonly wroteAt: number;
}

/** What no number or tenant claims. */
export interface UnroutedRow {
  /** `unr_…` */
  readonly id: string;
  readonly item: InboundMessage | InboundStatus;
}

/**
 * What a batch changes. `contacts`, `aliases`, `conversations`, `windows` and `outbox` are upserts, `updates` are of known
 * rows. `merges` come first, so that everything else finds what is left; `carriedWindows` last.
 */
export interface Changes {
  readonly logs: readonly LogHead[];
  readonly merges: readonly ContactMerge[];
  readonly releasedAliases: readonly TenantAlias[];
  /** A repeated one changes nothing. */
  readonly former: readonly FormerAlias[];
  readonly carriedWindows: readonly CarriedWindows[];
  readonly contacts: readonly TenantContact[];
  readonly aliases: readonly (TenantAlias & { readonly contactId: string })[];
  readonly conversations: readonly Conversation[];
  readonly messages: readonly { readonly tenantId: string; readonly record: MessageRecord; readonly day: number }[];
  readonly updates: readonly MessageUpdate[];
  /** Known messages whose content, `editedAt` or `revokedAt` is now another. */
  readonly revisions: readonly { readonly tenantId: string; readonly record: MessageRecord }[];
  /** Known messages whose content changed. */
  readonly contents: readonly { readonly tenantId: string; readonly id: string; readonly content: MessageContent }[];
  /** New files. */
  readonly media: readonly MediaRecord[];
  readonly statuses: readonly StatusRow[];
  /** Statuses of a `wamid` that is not known (yet): kept and applied when it is. A repeated one changes nothing. */
  readonly parked: readonly InboundStatus[];
  readonly unparked: readonly WhatsappKey[];
  readonly seenKeys: readonly string[];
  readonly windows: readonly WindowRow[];
  readonly writers: readonly WriterRow[];
  /** Kept until the operator claims them. */
  readonly unrouted: readonly UnroutedRow[];
  /** To be added to the counts. */
  readonly usage: readonly UsageCount[];
  readonly events: readonly { readonly tenantId: string; readonly event: LogEvent }[];
  readonly outbox: readonly OutboxRow[];
  /** An existing row back to the queue, or held as unconfirmed. */
  readonly outboxMoves: readonly {
    readonly messageId: string;
    readonly state: 'queued' | 'unconfirmed';
    readonly notBefore: number;
  }[];
  readonly outboxDone: readonly string[];
  readonly idempotency: readonly {
    readonly tenantId: string;
    readonly key: string;
    readonly fingerprint: string;
    readonly messageId: string;
  }[];
}
