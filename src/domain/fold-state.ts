import type { AliasKind, Contact } from './contact.ts';
import type { Conversation } from './conversation.ts';
import type { MetaError } from './errors.ts';
import type { LogEvent } from './event.ts';
import type { InboundStatus } from './inbound.ts';
import type { Json } from './json.ts';
import type { MediaRecord } from './media.ts';
import type { MessageContent, MessageRecord, Pricing } from './message.ts';
import type { OutboundSend } from './outbound.ts';
import type { MessageStatus } from './status.ts';

/*
 * A batch is written by load, fold, save. These types are the two seams: a store loads what `Needs` names, one statement
 * per table; the fold is pure; the store saves `Changes`, one statement per table. Rows of one key are merged already.
 */

/** What a batch touches. Lists hold no duplicates. */
export interface Needs {
  /** Logs to lock, in ascending order, before anything else is read. */
  readonly tenants: readonly string[];
  readonly aliases: readonly TenantAlias[];
  /** Conversations are loaded for the contacts found × these numbers (`num_…`). */
  readonly numberIds: readonly string[];
  readonly whatsappIds: readonly WhatsappKey[];
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

export interface TenantContact {
  readonly tenantId: string;
  readonly contact: Contact;
}

/** A message as the fold needs it. */
export interface StoredMessage {
  readonly tenantId: string;
  readonly record: MessageRecord;
  /** `STATUS|participant` of every status kept for it. */
  readonly statusKeys: readonly string[];
  readonly outbox: OutboxState | null;
}

/** `queued` waits; `on_wire` was marked before its first byte; `unconfirmed` went unanswered and is never sent again. */
export interface OutboxState {
  readonly state: 'queued' | 'on_wire' | 'unconfirmed';
  readonly attempt: number;
}

/** What the store found for `Needs`. A log that does not exist yet is created by the load. */
export interface Loaded {
  readonly logs: readonly LogHead[];
  readonly aliases: readonly (TenantAlias & { readonly contactId: string })[];
  readonly contacts: readonly TenantContact[];
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
  /** Epoch milliseconds; the store keeps the greatest. */
  readonly lastInboundAt: number;
}

/** What a batch changes. `contacts`, `conversations`, `windows` and `outbox` are upserts, `updates` are of known rows. */
export interface Changes {
  readonly logs: readonly LogHead[];
  readonly contacts: readonly TenantContact[];
  readonly aliases: readonly (TenantAlias & { readonly contactId: string })[];
  readonly conversations: readonly Conversation[];
  readonly messages: readonly { readonly tenantId: string; readonly record: MessageRecord }[];
  readonly updates: readonly MessageUpdate[];
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
