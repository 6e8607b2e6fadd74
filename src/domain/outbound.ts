import type { Address } from './contact.ts';
import type { MetaError } from './errors.ts';
import type { Json } from './json.ts';
import type { Message, MessageContent, MessageType, NumberRef } from './message.ts';
import type { WindowFacts } from './window.ts';

/** A send that has passed every check and is to be stored: message, outbox row and event in one transaction. */
export interface SendDraft {
  readonly tenantId: string;
  /** Fresh random part for the ids that this send creates. */
  readonly freshId: string;
  readonly number: NumberRef;
  readonly to: Address;
  readonly type: MessageType;
  readonly content: MessageContent;
  /** The payload for Meta, without token and handle; shown as the message's `raw`. */
  readonly raw: Json;
  readonly replyTo: { readonly messageId: string | null; readonly whatsappId: string } | null;
  readonly reference: string | null;
  readonly sentBy: string;
  readonly idempotency: { readonly key: string; readonly fingerprint: string } | null;
  /** Credentials came with the call: accept and mark are one step, nothing is ever queued. */
  readonly direct: boolean;
  /** The tenant's day on which it counts (`YYYY-MM-DD`), and how many that day may have; null for any number. */
  readonly day?: { readonly date: string; readonly limit: number | null };
  /** A marketing template, as far as is known: not for people who stopped those. */
  readonly marketing?: boolean;
  /** When it is no longer to be sent if it is still queued, in epoch milliseconds. */
  readonly expiresAt: number;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What is sent to Meta, as the outbox keeps it. Holds no credential. */
export interface OutboundSend {
  readonly to: Address;
  readonly content: MessageContent;
  /** The quoted message's `wamid`. */
  readonly replyTo: string | null;
  /** A marketing template. */
  readonly marketing?: boolean;
}

/** A claimed row: marked `on the wire` before this value exists. */
export interface OutboxJob extends OutboundSend {
  readonly tenantId: string;
  readonly messageId: string;
  readonly conversationId: string;
  readonly number: NumberRef;
  readonly attempt: number;
  readonly handle: string;
  /** What was known of the person when it was claimed; null when that does not decide whether it may go. */
  readonly window: WindowFacts | null;
}

/** A queued send that is due and the first of its conversation: it may be claimed. */
export interface DueSend extends Lane {
  readonly messageId: string;
  readonly conversationId: string;
}

/** What one tenant sends from one number: where sends take turns. */
export interface Lane {
  readonly tenantId: string;
  readonly numberId: string;
}

/** What a queued send waits for, as far as the outbox knows. */
export interface QueuedSend {
  readonly numberId: string;
  readonly conversationId: string;
  /** False while an earlier send of its conversation is queued or on the wire. */
  readonly first: boolean;
  /** Attempts made so far. */
  readonly attempt: number;
  /** Epoch milliseconds before which it is not due. */
  readonly notBefore: number;
  /** Epoch milliseconds from which on it is not sent any more. */
  readonly expiresAt: number;
}

/** What waits on one number. */
export interface NumberQueue {
  readonly tenantId: string;
  readonly numberId: string;
  readonly depth: number;
  /** When the oldest was accepted, in epoch milliseconds. */
  readonly oldestAt: number;
}

/** What a sender may decide about a message: take it back, or say what became of an unconfirmed one. */
export type Decision = 'cancel' | 'sent' | 'notSent';

export interface Decided {
  /** The message as it stands now. */
  readonly message: Message;
  /** False when its state does not allow the decision: nothing was changed. True also when it stood so already. */
  readonly allowed: boolean;
  readonly changed: boolean;
}

export type AcceptOutcome =
  | { readonly kind: 'accepted'; readonly message: Message; readonly job: OutboxJob | null }
  | { readonly kind: 'existing'; readonly message: Message }
  | { readonly kind: 'conflict' }
  /** The day's quota is used up; nothing was stored. */
  | { readonly kind: 'overQuota' };

/** Meta took it. */
export interface AcceptedSend {
  readonly kind: 'accepted';
  readonly whatsappId: string;
  readonly held: boolean;
  /** Meta's answer, verbatim. */
  readonly answer: Json;
  /** Under which ids Meta knows the person, as far as it told them. */
  readonly knownAs?: readonly Address[];
}

/** What became of one attempt (the outbound state machine's right side). */
export type Settlement =
  | AcceptedSend
  /** `answer` is Meta's; null when Meta was not asked, or gave none. */
  | { readonly kind: 'failed'; readonly error: MetaError | null; readonly answer: Json }
  /** Surely not sent: goes back to the queue until `notBefore` (epoch milliseconds). */
  | { readonly kind: 'requeued'; readonly notBefore: number; readonly error: MetaError | null }
  /** Meta may have sent it: held and told, never sent again by the gateway. */
  | { readonly kind: 'unconfirmed'; readonly reason: string; readonly error: MetaError | null };
