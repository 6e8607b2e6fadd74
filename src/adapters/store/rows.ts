import type { Contact } from '../../domain/contact.ts';
import type { Conversation, HeardMessage } from '../../domain/conversation.ts';
import type { Since, TenantContact } from '../../domain/fold-state.ts';
import { type Direction, MESSAGE_TYPES, type MessageRecord, textOf } from '../../domain/message.ts';
import type { MessageOrigin } from '../../domain/message-origin.ts';
import { MESSAGE_STATUSES } from '../../domain/status.ts';
import type { PhoneNumber, Sharing } from '../../domain/tenant.ts';

/*
 * Rows and domain values. Three kinds of text column:
 * - JSON columns hold what others wrote, exactly: JSON escapes lone surrogates and NUL.
 * - Plain columns (ids, keys) are written by `toColumn` and read by `text`, which gives the same string back.
 * - Search columns are written by `toSearch`, lossy, and never read back.
 */

export type Row = Readonly<Record<string, unknown>>;

/** Databases refuse NUL or replace lone surrogates, so such a text is stored in its JSON form. No two share one. */
export function toColumn(value: string): string {
  return value.startsWith('"') || value.includes('\0') || !value.isWellFormed() ? JSON.stringify(value) : value;
}

function fromColumn(value: string): string {
  return value.startsWith('"') ? String(JSON.parse(value)) : value;
}

export function toOptionalColumn(value: string | null): string | null {
  return value === null ? null : toColumn(value);
}

/** Lower case, so that a search needs no help from the database, whose own ideas of case differ. */
export function toSearch(...parts: readonly (string | null)[]): string {
  const text = parts.filter((part) => part !== null).join('\n');
  return text.toWellFormed().replaceAll('\0', '\ufffd').toLowerCase();
}

export function text(row: Row, name: string): string {
  const value = row[name];
  if (typeof value !== 'string') throw new TypeError(`column ${name} holds no text`);
  return fromColumn(value);
}

export function optionalText(row: Row, name: string): string | null {
  return row[name] === null ? null : text(row, name);
}

export function integer(row: Row, name: string): number {
  const value = row[name];
  if (typeof value !== 'number') throw new TypeError(`column ${name} holds no number`);
  return value;
}

/** A JSON column. The text was made by this adapter's own save from a `T`; nobody else writes these tables. */
export function json<T>(row: Row, name: string): T {
  const value = row[name];
  if (typeof value !== 'string') throw new TypeError(`column ${name} holds no JSON`);
  return JSON.parse(value) as T;
}

/** A column whose words are known. */
export function oneOf<T extends string>(row: Row, name: string, words: readonly T[]): T {
  const found = words.find((word) => word === row[name]);
  if (found === undefined) throw new TypeError(`column ${name} holds an unknown word`);
  return found;
}

export const DIRECTIONS: readonly Direction[] = ['INBOUND', 'OUTBOUND'];
const CREDENTIALS: readonly PhoneNumber['credentials'][] = ['master', 'stored', 'direct'];

/** What of a contact is kept as JSON. Those of the first releases have no `since`. */
type Profile = Omit<Contact, 'id'> & { readonly since?: Since };

export function toProfile({ id: _id, ...contact }: Contact, since: Since): string {
  const profile: Profile = { ...contact, since };
  return JSON.stringify(profile);
}

/** A contact from the columns `contact_id` and `profile`. */
export function contactOf(row: Row): Contact {
  const { since: _since, ...contact } = json<Profile>(row, 'profile');
  return { id: text(row, 'contact_id'), ...contact };
}

export function tenantContactOf(row: Row): TenantContact {
  const { since = {} } = json<Profile>(row, 'profile');
  return { tenantId: text(row, 'tenant_id'), contact: contactOf(row), since };
}

export function conversationOf(row: Row): Conversation {
  return {
    id: text(row, 'id'),
    tenantId: text(row, 'tenant_id'),
    numberId: text(row, 'number_id'),
    contactId: text(row, 'contact_id'),
    unreadCount: integer(row, 'unread_count'),
    readSeq: integer(row, 'read_seq'),
    lastSeq: integer(row, 'last_seq'),
    lastMessageId: text(row, 'last_message_id'),
  };
}

export function heardOf(row: Row): HeardMessage {
  return {
    id: text(row, 'id'),
    seq: integer(row, 'seq'),
    whatsappId: text(row, 'whatsapp_id'),
    at: integer(row, 'created_at'),
  };
}

/** What Meta told about a message beside its content; null for nothing. */
export function toOrigin(message: MessageOrigin): string | null {
  const { forwarded, frequentlyForwarded, referredProduct, referral, errors } = message;
  if ((forwarded ?? referredProduct ?? referral ?? errors) === undefined) return null;
  return JSON.stringify({ forwarded, frequentlyForwarded, referredProduct, referral, errors });
}

/** When something was done to a message, under its name; nothing when it was not. */
function timeOf<Name extends 'editedAt' | 'revokedAt'>(row: Row, column: string, name: Name) {
  return row[column] === null ? null : { [name]: new Date(integer(row, column)).toISOString() };
}

/** A message from its own columns, its contact's profile and its number's display. */
export function messageOf(row: Row): MessageRecord {
  const content = json<MessageRecord['content']>(row, 'content');
  return {
    id: text(row, 'id'),
    whatsappId: text(row, 'whatsapp_id') || null,
    direction: oneOf(row, 'direction', DIRECTIONS),
    type: oneOf(row, 'type', MESSAGE_TYPES),
    status: oneOf(row, 'status', MESSAGE_STATUSES),
    text: textOf(content),
    content,
    raw: json(row, 'raw'),
    contact: contactOf(row),
    conversationId: text(row, 'conversation_id'),
    phoneNumber: {
      id: text(row, 'number_id'),
      phoneNumberId: text(row, 'phone_number_id'),
      // A direct send is stored before its number is bound to the tenant.
      display: optionalText(row, 'display') ?? '',
    },
    reference: optionalText(row, 'reference'),
    replyToId: optionalText(row, 'reply_to_id'),
    sentBy: optionalText(row, 'sent_by'),
    createdAt: new Date(integer(row, 'created_at')).toISOString(),
    seq: integer(row, 'seq'),
    error: json(row, 'error'),
    answer: json(row, 'answer'),
    pricing: json(row, 'pricing'),
    metaConversation: json(row, 'meta_conversation'),
    ...(row['origin'] !== null && json<MessageOrigin>(row, 'origin')),
    ...timeOf(row, 'edited_at', 'editedAt'),
    ...timeOf(row, 'revoked_at', 'revokedAt'),
  };
}

export function phoneNumberOf(row: Row): PhoneNumber {
  const verifiedName = optionalText(row, 'verified_name');
  const quality = optionalText(row, 'quality');
  return {
    id: text(row, 'id'),
    tenantId: text(row, 'tenant_id'),
    phoneNumberId: text(row, 'phone_number_id'),
    display: text(row, 'display'),
    wabaId: optionalText(row, 'waba_id'),
    credentials: oneOf(row, 'credentials', CREDENTIALS),
    messagesPerSecond: row['messages_per_second'] === null ? null : integer(row, 'messages_per_second'),
    sharing: row['sharing'] === null ? null : json<Sharing>(row, 'sharing'),
    ...(verifiedName !== null && { verifiedName }),
    ...(quality !== null && { quality }),
  };
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
