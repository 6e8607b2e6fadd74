import { type Identity, NOBODY } from '../../src/domain/contact.ts';
import type { MetaError } from '../../src/domain/errors.ts';
import type { InboundMessage, InboundNotice, InboundStatus, RoutedItem } from '../../src/domain/inbound.ts';
import { type MediaContent, type MessageContent, type NumberRef, textOf } from '../../src/domain/message.ts';
import type { SendDraft, Settlement } from '../../src/domain/outbound.ts';
import type { MessageStatus } from '../../src/domain/status.ts';
import { HOME_TENANT, type PhoneNumber } from '../../src/domain/tenant.ts';
import type { RoutedWebhook, Store } from '../../src/ports/store.ts';

/** A fixed moment, so that no test depends on the clock. */
export const NOW = Date.parse('2026-03-01T10:00:00.000Z');
export const OTHER_TENANT = 'ten_other';

export const NUMBER: NumberRef = { id: 'num_1', phoneNumberId: '1001', display: '+9647801111111' };
export const OTHER_NUMBER: NumberRef = { id: 'num_2', phoneNumberId: '1002', display: '+9647802222222' };

let counter = 0;
/** Unique within the run; its order is the order of calls. */
export function freshId(): string {
  counter += 1;
  return String(counter).padStart(26, '0');
}

export function person(part: Partial<Identity>): Identity {
  return { ...NOBODY, ...part };
}

export const ALI = person({ phone: '+9647701234567', name: 'Ali' });

export function text(body: string): MessageContent {
  return { kind: 'text', body, previewUrl: false };
}

/** A picture by Meta's id of it. */
export function image(mediaId: string, more: Partial<MediaContent> = {}): MediaContent {
  const nothing = { link: null, mimeType: null, sha256: null, caption: null, filename: null };
  return { kind: 'media', mediaType: 'image', mediaId, ...nothing, voice: false, animated: false, ...more };
}

export function inbound(whatsappId: string, from: Identity = ALI, more: Partial<InboundMessage> = {}): InboundMessage {
  const phoneNumberId = more.phoneNumberId ?? NUMBER.phoneNumberId;
  const content = more.content ?? text(`words of ${whatsappId}`);
  return {
    kind: 'message',
    key: `m|${phoneNumberId}|${whatsappId}`,
    phoneNumberId,
    at: NOW,
    raw: { id: whatsappId, text: { body: textOf(content) } },
    whatsappId,
    from,
    type: 'text',
    content,
    replyTo: null,
    ...more,
  };
}

/** Meta's news that somebody goes by other ids. */
export function changed(
  whatsappId: string,
  before: Identity,
  after: Identity,
  more: Partial<InboundMessage> = {},
): InboundMessage {
  const { phone, userId, parentUserId } = after;
  const content: MessageContent = {
    kind: 'system',
    change: 'user_changed_number',
    body: null,
    ...{ phone, userId, parentUserId },
    previousUserId: before.userId,
    previousParentUserId: before.parentUserId,
    identity: null,
  };
  return { ...inbound(whatsappId, before, { ...more, content, type: 'system' }), change: { before, after } };
}

export function status(
  whatsappId: string,
  word: MessageStatus,
  more: Partial<Omit<InboundStatus, 'status'>> = {},
): InboundStatus {
  const participant = more.participant ?? '';
  return {
    kind: 'status',
    key: `s|${NUMBER.phoneNumberId}|${whatsappId}|${word}|${participant}`,
    phoneNumberId: NUMBER.phoneNumberId,
    at: NOW,
    raw: { id: whatsappId, status: word },
    whatsappId,
    status: word,
    recipient: ALI,
    participant,
    error: null,
    pricing: null,
    handle: null,
    ...more,
  };
}

export function notice(key: string): InboundNotice {
  const base = { kind: 'notice', key, phoneNumberId: null, at: NOW, raw: { news: key } } as const;
  return { ...base, field: 'account_update', wabaId: '77', eventType: 'account' };
}

/** As routing would: to the number's owner. */
export function routed(
  item: RoutedItem['item'],
  tenantId = HOME_TENANT,
  number: NumberRef | null = NUMBER,
): RoutedItem {
  return { item, tenantId, number: item.kind === 'notice' ? null : number, freshId: freshId() };
}

export function webhook(items: readonly RoutedItem[], more: Partial<RoutedWebhook> = {}): RoutedWebhook {
  const body = new TextEncoder().encode(`{"items":${items.length}}`);
  return { id: freshId(), receivedAt: NOW, body, items, problem: null, ...more };
}

/** Appends items in one webhook. */
export async function append(store: Store, ...items: readonly RoutedItem['item'][]): Promise<number> {
  const { stored } = await store.inbound.append(webhook(items.map((item) => routed(item))));
  return stored;
}

export function draft(more: Partial<SendDraft> = {}): SendDraft {
  const content = more.content ?? text('hello');
  return {
    tenantId: HOME_TENANT,
    freshId: freshId(),
    number: NUMBER,
    to: { phone: '+9647701234567' },
    type: 'text',
    content,
    raw: { type: 'text', text: { body: textOf(content) } },
    replyTo: null,
    reference: null,
    sentBy: 'test key',
    idempotency: null,
    direct: false,
    expiresAt: NOW + 24 * 60 * 60 * 1000,
    now: NOW,
    ...more,
  };
}

/** Accepts a send and answers with its message's id. */
export async function accept(store: Store, more: Partial<SendDraft> = {}): Promise<string> {
  const outcome = await store.outbox.accept(draft(more));
  if (outcome.kind !== 'accepted') throw new Error(`expected an accepted send, got ${outcome.kind}`);
  return outcome.message.id;
}

/** Meta will not send it. */
export const REFUSED: MetaError = {
  code: 131026,
  title: 'Message undeliverable',
  details: null,
  fbtraceId: null,
  meaning: 'The number cannot be reached.',
  action: 'Check the number.',
  retryable: false,
};

/** Meta took the send. */
export function acceptedAs(whatsappId: string): Settlement {
  return { kind: 'accepted', whatsappId, held: false, answer: { messages: [{ id: whatsappId }] } };
}

/** Claims what is due. */
export async function claim(store: Store, now = NOW, limit = 10) {
  const due = await store.outbox.due(now, limit, { numberIds: [], conversationIds: [] });
  return store.outbox.claim(
    due.map(({ messageId }) => messageId),
    now,
  );
}

/** Claims one job. */
export async function claimOne(store: Store, now = NOW) {
  const [job] = await claim(store, now, 1);
  if (job === undefined) throw new Error('expected a job to claim');
  return job;
}

export function registered(number: NumberRef, tenantId = HOME_TENANT): PhoneNumber {
  return { ...number, tenantId, wabaId: '77', credentials: 'master', messagesPerSecond: null, sharing: null };
}

export async function messageById(store: Store, id: string, tenantId = HOME_TENANT) {
  const [message] = await store.messages.getMany(tenantId, [id]);
  if (!message) throw new Error(`expected the message ${id} to be stored`);
  return message;
}

export async function newestMessage(store: Store, tenantId = HOME_TENANT) {
  const { rows } = await store.messages.list(tenantId, {}, { limit: 1, from: 'newest' });
  const [message] = rows;
  if (message === undefined) throw new Error('expected a message');
  return message;
}

export async function everyEvent(store: Store, tenantId = HOME_TENANT) {
  return store.events.page(tenantId, 0, 100_000);
}
