import { aliasesOf, type Contact, type Identity, NOBODY } from './contact.ts';
import { type Conversation, countsAsUnread, type ReadMark } from './conversation.ts';
import type { MetaError } from './errors.ts';
import type { EventBody, EventType } from './event.ts';
import { Amendments, type Revision } from './fold-amendments.ts';
import { Contacts } from './fold-contacts.ts';
import type { Changes, ContactMerge, Loaded, MessageUpdate, OutboxState, StatusRow, WindowRow } from './fold-state.ts';
import { UsageFold } from './fold-usage.ts';
import type { Json } from './json.ts';
import { type MessageRecord, type NumberRef, toMessage } from './message.ts';
import type { MessageStatus } from './status.ts';
import { mergeFacts, NO_FACTS, type WindowFacts } from './window.ts';

/** A message while a batch is being folded; `record` is replaced, never mutated. */
export interface OpenMessage {
  readonly tenantId: string;
  record: MessageRecord;
  readonly statusKeys: Set<string>;
  readonly outbox: OutboxState | null;
  readonly day: number | null;
}

type ChangeLists = { [K in keyof Changes]: Changes[K] extends readonly (infer T)[] ? T[] : never };

/**
 * The state of one batch while it is folded: what was loaded, overlaid by what the batch has changed so far, so that a
 * later item sees an earlier one. Pure: given the same rows and items it makes the same changes.
 */
export class Fold {
  readonly now: number;
  readonly recordedAt: string;
  readonly contacts: Contacts;
  readonly #lastSeq = new Map<string, number>();
  readonly #usage: UsageFold;
  readonly #conversations = new Map<string, Conversation>();
  readonly #byWhatsappId = new Map<string, OpenMessage>();
  readonly #byId = new Map<string, OpenMessage>();
  readonly amendments = new Amendments();
  readonly #seen: Set<string>;
  readonly #touchedConversations = new Set<string>();
  readonly #updates = new Map<string, MessageUpdate>();
  readonly #revised = new Map<string, OpenMessage>();
  readonly #windows = new Map<string, WindowRow>();
  /** Lists that need no merging; the rest is gathered by `changes`. */
  readonly out: Pick<
    ChangeLists,
    | ('merges' | 'messages' | 'contents' | 'media' | 'statuses' | 'parked' | 'unparked' | 'events')
    | ('outbox' | 'outboxMoves' | 'idempotency' | 'writers' | 'unrouted')
  > & { seenKeys: string[]; outboxDone: string[] } = {
    merges: [],
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
    writers: [],
    unrouted: [],
  };

  constructor(loaded: Loaded, now: number) {
    this.now = now;
    this.recordedAt = new Date(now).toISOString();
    for (const log of loaded.logs) this.#lastSeq.set(log.tenantId, log.lastSeq);
    this.#usage = new UsageFold(loaded.logs, now);
    this.contacts = new Contacts(loaded);
    for (const conversation of loaded.conversations)
      this.#conversations.set(conversationKey(conversation), conversation);
    for (const message of loaded.messages) {
      this.#meet({ ...message, statusKeys: new Set(message.statusKeys) });
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

  /** What was one contact's is another's from now on: of two conversations on one number the survivor's stays. */
  merge(tenantId: string, from: string, into: string): ContactMerge {
    const conversations: { from: string; into: string }[] = [];
    for (const [key, conversation] of this.#conversations) {
      if (conversation.contactId !== from) continue;
      this.#conversations.delete(key);
      const moved = { ...conversation, contactId: into };
      const stays = this.#conversations.get(conversationKey(moved));
      if (stays === undefined) this.#conversations.set(conversationKey(moved), moved);
      else conversations.push({ from: conversation.id, into: stays.id });
    }
    const merge = { tenantId, from, into, conversations };
    this.out.merges.push(merge);
    return merge;
  }

  /**
   * Adds a new message with its first event and moves its conversation to it. News of the system is no line of the chat:
   * it is unread for nobody, and moves only a conversation that has nothing else.
   */
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
    const day = this.#usage.added(tenantId, record);
    this.out.messages.push({ tenantId, record, day });
    if (record.type !== 'system' || conversation.lastSeq === 0) {
      const key = conversationKey(conversation);
      const unreadCount = conversation.unreadCount + (inbound && countsAsUnread(record.type) ? 1 : 0);
      this.#conversations.set(key, { ...conversation, unreadCount, lastSeq: record.seq, lastMessageId: record.id });
      this.#touchedConversations.add(key);
    }
    const open: OpenMessage = { tenantId, record, statusKeys: new Set(), outbox: null, day };
    this.#meet(open);
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
    patch: Partial<Pick<MessageRecord, 'whatsappId' | 'status' | 'error' | 'answer' | 'pricing' | 'metaConversation'>>,
  ): void {
    const before = message.record;
    const record = { ...before, ...patch };
    message.record = record;
    this.#remember(message);
    this.#usage.changed(message, before);
    const { id, whatsappId, status, error, answer, pricing, metaConversation } = record;
    const facts = { whatsappId, status, error, answer, pricing, metaConversation };
    this.#updates.set(id, { tenantId: message.tenantId, id, ...facts });
  }

  /** Changes what a known message says. */
  revise(message: OpenMessage, patch: Revision): void {
    message.record = { ...message.record, ...patch };
    this.#revised.set(message.record.id, message);
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

  /** Something became known of a person on a number (Meta's id). */
  notePerson(phoneNumberId: string, who: Identity | Contact, news: Partial<WindowFacts>): void {
    for (const { value } of aliasesOf({ ...NOBODY, ...who })) {
      const key = `${phoneNumberId}|${value}`;
      const facts = mergeFacts(this.#windows.get(key)?.facts ?? NO_FACTS, news);
      this.#windows.set(key, { phoneNumberId, person: value, facts });
    }
  }

  /** The conversation with this person on a number, if there is one and it was loaded; nothing is made. */
  knownConversation(tenantId: string, number: NumberRef, identity: Identity): Conversation | null {
    const contactId = this.contacts.find(tenantId, identity);
    if (contactId === null) return null;
    return this.#conversations.get(conversationKey({ tenantId, numberId: number.id, contactId })) ?? null;
  }

  changes(): Changes {
    const tenants = new Set(this.out.events.map((e) => e.tenantId));
    return {
      ...this.out,
      ...this.contacts.changes(),
      logs: [...tenants].map((tenantId) => ({ tenantId, lastSeq: this.#lastSeq.get(tenantId) ?? 0 })),
      conversations: [...this.#touchedConversations].flatMap((key) => this.#conversations.get(key) ?? []),
      updates: [...this.#updates.values()],
      revisions: [...this.#revised.values()].map(({ tenantId, record }) => ({ tenantId, record })),
      windows: [...this.#windows.values()],
      usage: this.#usage.counts(),
    };
  }

  #meet(message: OpenMessage): void {
    this.#remember(message);
    this.amendments.note(message);
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

function conversationKey(key: Pick<Conversation, 'tenantId' | 'numberId' | 'contactId'>): string {
  return `${key.tenantId}|${key.numberId}|${key.contactId}`;
}
