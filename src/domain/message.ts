import type { Contact } from './contact.ts';
import type { MetaError } from './errors.ts';
import type { Json, JsonObject } from './json.ts';
import type { Media } from './media.ts';
import type {
  EditContent,
  OrderContent,
  ReactionContent,
  RequestWelcomeContent,
  RevokeContent,
  UnsupportedContent,
} from './message-kinds.ts';
import type { MessageOrigin } from './message-origin.ts';
import type { MessageStatus } from './status.ts';

export type Direction = 'INBOUND' | 'OUTBOUND';

/** Kinds of message by Meta's names; `unknown` is a kind that came after this release and is kept raw. */
export const MESSAGE_TYPES = [
  'text',
  'image',
  'audio',
  'video',
  'document',
  'sticker',
  'location',
  'contacts',
  'interactive',
  'button',
  'reaction',
  'template',
  'order',
  'system',
  'request_welcome',
  'edit',
  'revoke',
  'unsupported',
  'unknown',
] as const;
export type MessageType = (typeof MESSAGE_TYPES)[number];

export const MEDIA_TYPES = ['image', 'audio', 'video', 'document', 'sticker'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** What a message says, both ways. `kind` tells the members apart; media share one. */
export type MessageContent =
  | { readonly kind: 'text'; readonly body: string; readonly previewUrl: boolean }
  | MediaContent
  | LocationContent
  | { readonly kind: 'contacts'; readonly contacts: readonly JsonObject[] }
  | { readonly kind: 'interactive'; readonly interactive: JsonObject }
  | InteractiveReplyContent
  | ReactionContent
  | TemplateContent
  | OrderContent
  | UnsupportedContent
  | RequestWelcomeContent
  | EditContent
  | RevokeContent
  | SystemContent
  | { readonly kind: 'other'; readonly type: string; readonly value: Json };

export interface MediaContent {
  readonly kind: 'media';
  readonly mediaType: MediaType;
  /** Meta's media id; either this or `link`. */
  readonly mediaId: string | null;
  /** An https address that Meta fetches; outbound only. The gateway never fetches it. */
  readonly link: string | null;
  readonly mimeType: string | null;
  readonly sha256: string | null;
  /** ≤ 1024 characters; image, video and document only. */
  readonly caption: string | null;
  readonly filename: string | null;
  /** A voice note rather than an audio file. */
  readonly voice: boolean;
  readonly animated: boolean;
  /** The file itself, when the gateway keeps it: what people sent, and uploads that were sent by their `med_…`. */
  readonly media?: Media | null;
}

export interface LocationContent {
  readonly kind: 'location';
  readonly latitude: number;
  readonly longitude: number;
  readonly name: string | null;
  readonly address: string | null;
  /** The place's page, when the person chose a business; inbound only. */
  readonly url?: string;
}

/** A tap: on a reply button, a list row, a flow's end or a template's quick reply (`button`). */
export interface InteractiveReplyContent {
  readonly kind: 'interactive_reply';
  readonly replyType: string;
  /** The id or payload that the business gave the button or row. */
  readonly id: string | null;
  readonly title: string | null;
  readonly description: string | null;
  /** A flow's answers, as the JSON text that Meta sends. */
  readonly response: string | null;
  /** Which form was answered: `flow` or `address_message`. Like what follows, there only when Meta tells it. */
  readonly name?: string;
  /** What WhatsApp shows for the answered form, such as `Sent`. */
  readonly bodyText?: string;
  /** The same answers as JSON, when `response` is JSON. */
  readonly answers?: Json;
  readonly callPermission?: CallPermission;
}

/** The answer to a request to be allowed to call. */
export interface CallPermission {
  /** Meta's word: `accept` or `reject`. */
  readonly response: string;
  readonly permanent: boolean;
  /** ISO 8601; null when it does not end or was not given. */
  readonly expiresAt: string | null;
  /** Meta's word: `user_action` or `automatic`. */
  readonly source: string | null;
}

export interface TemplateContent {
  readonly kind: 'template';
  readonly name: string;
  readonly language: string;
  /** Meta's own component list, as it goes on the wire. */
  readonly components: readonly Json[];
}

/** News of the person, told by WhatsApp in their conversation; no line of the chat. What was not told is null. */
export interface SystemContent {
  readonly kind: 'system';
  /** Meta's name: user_changed_number, user_changed_user_id, customer_identity_changed … */
  readonly change: string;
  /** Meta's sentence about it. */
  readonly body: string | null;
  /** The new phone, E.164 with `+`. */
  readonly phone: string | null;
  readonly userId: string | null;
  readonly parentUserId: string | null;
  readonly previousUserId: string | null;
  readonly previousParentUserId: string | null;
  /** The key of the person's device changed. */
  readonly identity: { readonly hash: string | null; readonly createdAt: string | null } | null;
}

/** One of our numbers as it appears beside a message. */
export interface NumberRef {
  readonly id: string;
  /** Meta's id of the number. */
  readonly phoneNumberId: string;
  /** E.164 with `+`; empty until Meta has told it. */
  readonly display: string;
}

/** A message as every transport shows it (the contract's event body). */
export interface Message extends MessageOrigin {
  readonly id: string;
  /** Meta's `wamid`; null until Meta has accepted the message. */
  readonly whatsappId: string | null;
  readonly direction: Direction;
  readonly type: MessageType;
  readonly status: MessageStatus;
  readonly text: string | null;
  readonly content: MessageContent;
  /** The item as Meta sent it, or the payload as Meta was sent it. Never a whole webhook body, never a token. */
  readonly raw: Json;
  readonly contact: Contact;
  readonly conversationId: string;
  readonly phoneNumber: NumberRef;
  /** The caller's own word, given back as it came. ≤ 512 characters. */
  readonly reference: string | null;
  readonly replyToId: string | null;
  /** The name of the key that sent it. */
  readonly sentBy: string | null;
  /** ISO 8601 UTC with milliseconds: Meta's time for inbound, ours for outbound. */
  readonly createdAt: string;
  /** When the person last edited it, by Meta's clock: `content` and `text` are the edited ones, `raw` is the first. */
  readonly editedAt?: string;
  /** When the person deleted it for everybody, by Meta's clock. What it said is kept; show it as deleted. */
  readonly revokedAt?: string;
}

/** A message with what only its own page shows. */
export interface MessageRecord extends Message {
  /** Position of its first event in the tenant's log; what message lists are ordered and paged by. */
  readonly seq: number;
  readonly error: MetaError | null;
  /** Meta's answer to the send, verbatim. */
  readonly answer: Json;
  readonly pricing: Pricing | null;
  readonly metaConversation: MetaConversation | null;
}

/** Meta's words on what a message costs; free strings, since Meta changes them and nothing may be inferred. */
export interface Pricing {
  readonly billable: boolean | null;
  readonly model: string | null;
  readonly type: string | null;
  readonly category: string | null;
}

/** What Meta counts a message to; since v24 told for free entry points only. Words as they came. */
export interface MetaConversation {
  readonly id: string | null;
  /** Such as `referral_conversion`, for a free entry point. */
  readonly originType: string | null;
  /** ISO 8601. */
  readonly expiresAt: string | null;
}

/** One step of a message's history, kept even when it did not move the status. */
export interface StatusChange {
  readonly status: MessageStatus;
  /** When it happened: Meta's time for Meta's words. */
  readonly at: string;
  /** When this gateway stored it. */
  readonly recordedAt: string;
  readonly error: MetaError | null;
  /** The status as Meta sent it; null or absent for a word of ours. */
  readonly raw?: Json;
}

/** The event body's message: without what only the message's own page shows. */
export function toMessage(record: MessageRecord): Message {
  const {
    seq: _seq,
    error: _error,
    answer: _answer,
    pricing: _pricing,
    metaConversation: _counted,
    ...message
  } = record;
  return message;
}

/** The words of a message as a search would find them and a list would show them. */
export function textOf(content: MessageContent): string | null {
  switch (content.kind) {
    case 'text':
      return content.body;
    case 'media':
      return content.caption;
    case 'interactive_reply':
      return content.title;
    case 'reaction':
      return content.emoji;
    case 'location':
      return content.name;
    case 'order':
      return content.text;
    case 'edit':
      return textOf(content.content);
    default:
      return null;
  }
}
