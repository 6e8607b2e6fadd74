import { type Alias, aliasesOf, type Contact, type Identity } from './contact.ts';
import type { Conversation, ReadMark } from './conversation.ts';
import type { MetaError } from './errors.ts';
import type { EventBody, EventType } from './event.ts';
import type { Changes, Loaded, MessageUpdate, OutboxState, StatusRow, TenantAlias, WindowRow } from './fold-state.ts';
import type { Json } from './json.ts';
import { type MessageRecord, type NumberRef, toMessage } from './message.ts';
import type { MessageStatus } from './status.ts';

/** A message while a batch is being folded; `record` is replaced, never mutated. */
export interface OpenMessage {
  readonly tenantId: string;
  record: MessageRecord;
  readonly statusKeys: Set<string>;
  readonly outbox: OutboxState | null;
}

type ChangeLists = { [K in keyof Changes]: Changes[K] extends readonly (infer T)[] ? T[] : never };

/**
 * The state of one batch while it is folded: what was loaded, overlaid by what the batch has changed so far, so that a
 * later item sees an earlier one. Pure: given the same rows and items it makes the same changes.
 */
export class Fold {
  readonly now: number;
  readonly recordedAt: string;
  readonly #lastSeq = new Map<string, number>();
  readonly #contactIds = new Map<string, string>();
  readonly #contacts = new Map<string, Contact>();
  readonly #conversations = new Map<string, Conversation>();
  readonly #byWhatsappId = new Map<string, OpenMessage>();
  readonly #byId = new Map<string, OpenMessage>();
  readonly #seen: Set<string>;
  readonly #touchedContacts = new Map<string, string>();
  readonly #touchedConversations = new Set<string>();
  readonly #updates = new Map<string, MessageUpdate>();
  readonly #windows = new Map<string, WindowRow>();
  /** Lists that need no merging; the rest is gathered by `changes`. */
  readonly out: Pick<
    ChangeLists,
    | ('aliases' | 'messages' | 'contents' | 'media' | 'statuses' | 'parked' | 'unparked' | 'events')
    | ('outbox' | 'outboxMoves' | 'idempotency')
  > & { seenKeys: string[]; outboxDone: string[] } = {
    aliases: [],
    messages: [],
    contents: [],
    media: [],
    statuses: [],
    parked: [],
    unparked: [],
    seenKeys: [],
    events: [],
    outbox: [],
    outboxMoves: [],
    outboxDone: [],
    idempotency: [],
  };

  constructor(loaded: Loaded, now: number) {
    this.now = now;
    this.recordedAt = new Date(now).toISOString();
    for (const log of loaded.logs) this.#lastSeq.set(log.tenantId, log.lastSeq);
    for (const alias of loaded.aliases) this.#contactIds.set(aliasKey(alias.tenantId, alias), alias.contactId);
    for (const { contact } of loaded.contacts) this.#contacts.set(contact.id, contact);
    for (const conversation of loaded.conversations)
      this.#conversations.set(conversationKey(conversation), conversation);
    for (const message of loaded.messages) {
      this.#remember({ ...message, statusKeys: new Set(message.statusKeys) });
    }
    this.#seen = new Set(loaded.seenKeys);
  }

  /** True the first time a key is met; the key is then kept. */
  isNew(key: string): boolean {
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    this.out.seenKeys.push(key);
    return true;
  }

  messageByWhatsappId(phoneNumberId: string, whatsappId: string): OpenMessage | undefined {
    return this.#byWhatsappId.get(`${phoneNumberId}|${whatsappId}`);
  }

  messageById(id: string): OpenMessage | undefined {
    return this.#byId.get(id);
  }

  /**
   * The contact with this identity, made or completed as needed. When the parts of an identity belong to different
   * contacts the strongest decides and nothing is merged.
   */
  contact(tenantId: string, identity: Identity, freshId: string): Contact {
    const aliases = aliasesOf(identity);
    const known = aliases
      .map((alias) => this.#contactIds.get(aliasKey(tenantId, alias)))
      .find((id) => id !== undefined);
    const before = known === undefined ? undefined : this.#contacts.get(known);
    const contact = before ?? { id: `con_${freshId}`, phone: null, userId: null, username: null, name: null };
    const claimed = new Set<TenantAlias['kind']>();
    for (const alias of aliases) {
      const owner = this.#contactIds.get(aliasKey(tenantId, alias));
      if (owner === undefined) {
        this.#contactIds.set(aliasKey(tenantId, alias), contact.id);
        this.out.aliases.push({ tenantId, ...alias, contactId: contact.id });
      }
      if (owner === undefined || owner === contact.id) claimed.add(alias.kind);
    }
    const after: Contact = {
      id: contact.id,
      phone: claimed.has('phone') ? identity.phone : contact.phone,
      userId: claimed.has('userId') ? identity.userId : contact.userId,
      username: identity.username ?? contact.username,
      name: identity.name ?? contact.name,
    };
    if (before === undefined || !sameContact(before, after)) this.#touchedContacts.set(after.id, tenantId);
    this.#contacts.set(after.id, after);
    return after;
  }

  /** The conversation of a contact on a number, not yet moved by the message for which it is asked. */
  conversation(tenantId: string, number: NumberRef, contact: Contact, freshId: string): Conversation {
    const key = conversationKey({ tenantId, numberId: number.id, contactId: contact.id });
    const found = this.#conversations.get(key);
    if (found !== undefined) return found;
    const made: Conversation = {
      id: `conv_${freshId}`,
      tenantId,
      numberId: number.id,
      contactId: contact.id,
      unreadCount: 0,
      readSeq: 0,
      lastSeq: 0,
      lastMessageId: '',
    };
    this.#conversations.set(key, made);
    return made;
  }

  /** Adds a new message with its first event and moves its conversation to it. */
  addMessage(tenantId: string, conversation: Conversation, draft: Omit<MessageRecord, 'seq'>): OpenMessage {
    const record: MessageRecord = { ...draft, seq: this.#nextSeq(tenantId) };
    const inbound = record.direction === 'INBOUND';
    this.#appendAt(tenantId, record.seq, {
      type: inbound ? 'inbound_message' : 'outbound_message',
      at: record.createdAt,
      status: record.status,
      error: null,
      message: toMessage(record),
      data: null,
    });
    this.out.messages.push({ tenantId, record });
    const key = conversationKey(conversation);
    this.#conversations.set(key, {
      ...conversation,
      unreadCount: conversation.unreadCount + (inbound && record.type !== 'system' ? 1 : 0),
      lastSeq: record.seq,
      lastMessageId: record.id,
    });
    this.#touchedConversations.add(key);
    const open: OpenMessage = { tenantId, record, statusKeys: new Set(), outbox: null };
    this.#remember(open);
    return open;
  }

  /**
   * Moves the read mark on and tells it, with who (`by`, a key's name) has read. Back, or to where it stands: nothing
   * changes. Answers with the conversation as it stands.
   */
  markRead(conversation: Conversation, { seq, messageId, unreadCount }: ReadMark, by: string): Conversation {
    if (seq <= conversation.readSeq) return conversation;
    const { id, tenantId } = conversation;
    const moved: Conversation = { ...conversation, readSeq: seq, unreadCount };
    const key = conversationKey(moved);
    this.#conversations.set(key, moved);
    this.#touchedConversations.add(key);
    this.tell(tenantId, 'conversation_read', this.recordedAt, {
      conversationId: id,
      upTo: messageId,
      unreadCount,
      by,
    });
    return moved;
  }

  /** Keeps a step of a message's history. False when that step is known already. */
  addStatus(message: OpenMessage, row: Omit<StatusRow, 'tenantId' | 'messageId' | 'recordedAt'>): boolean {
    const key = `${row.status}|${row.participant}`;
    if (message.statusKeys.has(key)) return false;
    message.statusKeys.add(key);
    const { tenantId } = message;
    this.out.statuses.push({ ...row, tenantId, messageId: message.record.id, recordedAt: this.recordedAt });
    return true;
  }

  /** Changes a known message. */
  update(
    message: OpenMessage,
    patch: Partial<Pick<MessageRecord, 'whatsappId' | 'status' | 'error' | 'answer' | 'pricing'>>,
  ): void {
    const record = { ...message.record, ...patch };
    message.record = record;
    this.#remember(message);
    const { id, whatsappId, status, error, answer, pricing } = record;
    this.#updates.set(id, { tenantId: message.tenantId, id, whatsappId, status, error, answer, pricing });
  }

  /** Appends the event that tells a step of a message's history. */
  tellStatus(message: OpenMessage, status: MessageStatus, at: string, error: MetaError | null): void {
    const body: EventBody = {
      type: 'message_status',
      at,
      status,
      error,
      message: toMessage(message.record),
      data: null,
    };
    this.#appendAt(message.tenantId, this.#nextSeq(message.tenantId), body);
  }

  /** Appends an event about a message that is no step of its status. */
  tellOf({ tenantId, record }: OpenMessage, type: EventType, at: string): void {
    const body: EventBody = { type, at, status: null, error: null, message: toMessage(record), data: null };
    this.#appendAt(tenantId, this.#nextSeq(tenantId), body);
  }

  /** Appends an event that concerns no message. */
  tell(tenantId: string, type: EventType, at: string, data: Json): void {
    const body: EventBody = { type, at, status: null, error: null, message: null, data };
    this.#appendAt(tenantId, this.#nextSeq(tenantId), body);
  }

  /** The person wrote to this number: Meta's window is open from `at` (epoch milliseconds). */
  openWindow(phoneNumberId: string, identity: Identity, at: number): void {
    for (const { value } of aliasesOf(identity)) {
      const key = `${phoneNumberId}|${value}`;
      const lastInboundAt = Math.max(at, this.#windows.get(key)?.lastInboundAt ?? 0);
      this.#windows.set(key, { phoneNumberId, person: value, lastInboundAt });
    }
  }

  changes(): Changes {
    const tenants = new Set(this.out.events.map((e) => e.tenantId));
    return {
      ...this.out,
      logs: [...tenants].map((tenantId) => ({ tenantId, lastSeq: this.#lastSeq.get(tenantId) ?? 0 })),
      contacts: [...this.#touchedContacts].flatMap(([id, tenantId]) => {
        const contact = this.#contacts.get(id);
        return contact === undefined ? [] : [{ tenantId, contact }];
      }),
      conversations: [...this.#touchedConversations].flatMap((key) => this.#conversations.get(key) ?? []),
      updates: [...this.#updates.values()],
      windows: [...this.#windows.values()],
    };
  }

  #remember(message: OpenMessage): void {
    this.#byId.set(message.record.id, message);
    const { whatsappId, phoneNumber } = message.record;
    if (whatsappId !== null) this.#byWhatsappId.set(`${phoneNumber.phoneNumberId}|${whatsappId}`, message);
  }

  #nextSeq(tenantId: string): number {
    const last = this.#lastSeq.get(tenantId);
    if (last === undefined) throw new Error(`the log of tenant ${tenantId} was not loaded`);
    this.#lastSeq.set(tenantId, last + 1);
    return last + 1;
  }

  #appendAt(tenantId: string, seq: number, body: EventBody): void {
    const event = { seq, type: body.type, messageId: body.message?.id ?? null, body };
    this.out.events.push({ tenantId, event });
  }
}

function sameContact(a: Contact, b: Contact): boolean {
  return a.phone === b.phone && a.userId === b.userId && a.username === b.username && a.name === b.name;
}

function aliasKey(tenantId: string, alias: Alias): string {
  return `${tenantId}|${alias.kind}|${alias.value}`;
}

function conversationKey(key: Pick<Conversation, 'tenantId' | 'numberId' | 'contactId'>): string {
  return `${key.tenantId}|${key.numberId}|${key.contactId}`;
}
