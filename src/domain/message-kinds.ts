import type { MetaError } from './errors.ts';
import type { Direction, MessageContent, MessageType } from './message.ts';

/** An emoji under a message. */
export interface ReactionContent {
  readonly kind: 'reaction';
  /** The `wamid` of the message it stands under. */
  readonly whatsappId: string;
  /** Our id of that message; absent when we did not know it. */
  readonly messageId?: string;
  /** Null: an earlier reaction is taken away. */
  readonly emoji: string | null;
}

/** A cart that the person sends from a catalog. */
export interface OrderContent {
  readonly kind: 'order';
  readonly catalogId: string | null;
  readonly text: string | null;
  readonly items: readonly OrderItem[];
}

export interface OrderItem {
  readonly productRetailerId: string | null;
  readonly quantity: number | null;
  /** Price of one, in the currency's main unit. */
  readonly itemPrice: number | null;
  /** ISO 4217, such as `IQD`. */
  readonly currency: string | null;
}

/** What WhatsApp does not hand over, such as a poll. */
export interface UnsupportedContent {
  readonly kind: 'unsupported';
  /** Meta's name of the kind that was written; null when it does not tell. */
  readonly unsupportedType: string | null;
  readonly errors: readonly MetaError[];
}

/** The person opened the chat for the first time, and has written nothing yet. */
export interface RequestWelcomeContent {
  readonly kind: 'request_welcome';
}

/** A person changed an earlier message of theirs. */
export interface EditContent {
  readonly kind: 'edit';
  /** The `wamid` of the message that was changed. */
  readonly originalWhatsappId: string;
  /** Our id of that message; absent when we did not know it. */
  readonly messageId?: string;
  /** The kind of the message as it now is. */
  readonly type: MessageType;
  /** What it now says. Never a reaction, an edit or a revoke. */
  readonly content: MessageContent;
}

/** A person deleted an earlier message of theirs for everybody. */
export interface RevokeContent {
  readonly kind: 'revoke';
  readonly originalWhatsappId: string;
  /** Our id of that message; absent when we did not know it. */
  readonly messageId?: string;
}

/** What stands under a message: the latest reaction of the person, and ours. */
export interface Reaction {
  readonly emoji: string;
  /** Whose it is. */
  readonly from: Direction;
  /** The message that brought it. */
  readonly messageId: string;
  /** ISO 8601: when that message was written. */
  readonly at: string;
}

/** The `wamid` of the message that a content is about; null when it stands for itself. */
export function targetOf(content: MessageContent): string | null {
  switch (content.kind) {
    case 'reaction':
      return content.whatsappId;
    case 'edit':
    case 'revoke':
      return content.originalWhatsappId;
    default:
      return null;
  }
}
