import type { MessageType } from './message.ts';

/** Inbound messages of these kinds are news of the person or of another message: nobody has to read them. */
export const NEVER_UNREAD = ['system', 'edit', 'revoke'] as const satisfies readonly MessageType[];
const NEWS: ReadonlySet<MessageType> = new Set(NEVER_UNREAD);

/** Whether an inbound message counts as unread until it is read. */
export function countsAsUnread(type: MessageType): boolean {
  return !NEWS.has(type);
}

/** All messages between one of our numbers and one contact, under one tenant. */
export interface Conversation {
  readonly id: string;
  readonly tenantId: string;
  readonly numberId: string;
  readonly contactId: string;
  /** Inbound messages after the read mark. */
  readonly unreadCount: number;
  /**
   * Log position of the message up to which the tenant has read; 0 for nothing. Never moves back, except to what is
   * unread in a conversation that is merged into this one.
   */
  readonly readSeq: number;
  /** Log position of the newest message, news of the system left out; what lists are ordered by. */
  readonly lastSeq: number;
  readonly lastMessageId: string;
}

/** Where a read mark is to stand: at a message of the conversation. */
export interface ReadMark {
  readonly seq: number;
  readonly messageId: string;
  /** Inbound messages after it. */
  readonly unreadCount: number;
}

/** What a tenant has not read, over its conversations. */
export interface UnreadCount {
  readonly conversations: number;
  readonly messages: number;
  /** True when there is more: counting ends at 1,000 conversations, those with the newest messages. */
  readonly more: boolean;
}

/** A message that somebody wrote in a conversation, as a read receipt needs it. */
export interface HeardMessage {
  readonly id: string;
  readonly seq: number;
  readonly whatsappId: string;
  /** Epoch milliseconds, by Meta's clock. */
  readonly at: number;
}

export interface ConversationFilter {
  /**
   * As of messages: of the contact's name, phone and username, or of the text of one message. A store may look through
   * no more than the newest 5,000 messages with the words, from the page's place on.
   */
  readonly search?: string | undefined;
  readonly unread?: boolean | undefined;
  readonly numberId?: string | undefined;
  /** True: the window is open at `now`; false: it is not. */
  readonly window?: { readonly open: boolean; readonly now: number } | undefined;
  /** True: the newest message has failed. */
  readonly failed?: boolean | undefined;
}

/** Free-form messages may be sent for this long after the person's last message. (Meta: 24 hours.) */
export const WINDOW_MS = 24 * 60 * 60 * 1000;
