import { type Address, aliasesOf, type Contact, identityAt } from './contact.ts';
import type { MetaError } from './errors.ts';
import type { Fold, OpenMessage } from './fold.ts';
import { foldMetaStatus } from './fold-inbound.ts';
import type { Needs } from './fold-state.ts';
import { noteRefusal, noteWriter } from './fold-window.ts';
import { handleOf, type InboundStatus } from './inbound.ts';
import { type Message, textOf, toMessage } from './message.ts';
import type { OutboxJob, SendDraft, Settlement } from './outbound.ts';
import { foldStatus, isMetaStatus, type MessageStatus } from './status.ts';

const NOTHING: Needs = {
  tenants: [],
  aliases: [],
  numberIds: [],
  whatsappIds: [],
  messageIds: [],
  seenKeys: [],
  parked: [],
};

/** What must be loaded before a send can be accepted. */
export function needsOfDraft(draft: SendDraft): Needs {
  const { tenantId } = draft;
  const aliases = aliasesOf(identityAt(draft.to)).map((alias) => ({ tenantId, ...alias }));
  return { ...NOTHING, tenants: [tenantId], aliases, numberIds: [draft.number.id] };
}

/**
 * Stores a send: message, outbox row, event and idempotency key. A direct send is on the wire at once. Who answers has
 * read: the conversation's read mark moves to its newest message before the send.
 */
export function foldDraft(fold: Fold, draft: SendDraft): { message: Message; job: OutboxJob | null } {
  const { tenantId, freshId, number } = draft;
  const contact = fold.contacts.resolve(tenantId, identityAt(draft.to), null, freshId);
  const before = fold.conversation(tenantId, number, contact, freshId);
  const { lastSeq, lastMessageId, unreadCount } = before;
  const mark = { seq: lastSeq, messageId: lastMessageId, unreadCount: 0 };
  const conversation = unreadCount === 0 ? before : fold.markRead(before, mark, draft.sentBy);
  const status: MessageStatus = draft.direct ? 'SENDING' : 'QUEUED';
  const at = new Date(draft.now).toISOString();
  const open = fold.addMessage(tenantId, conversation, {
    id: `msg_${freshId}`,
    whatsappId: null,
    direction: 'OUTBOUND',
    type: draft.type,
    status,
    text: textOf(draft.content),
    content: draft.content,
    raw: draft.raw,
    contact,
    conversationId: conversation.id,
    phoneNumber: number,
    reference: draft.reference,
    replyToId: draft.replyTo?.messageId ?? null,
    sentBy: draft.sentBy,
    createdAt: at,
    error: null,
    answer: null,
    pricing: null,
    metaConversation: null,
  });
  fold.addStatus(open, { status, participant: '', at, error: null, raw: null });
  const messageId = open.record.id;
  const marketing = draft.marketing === true && { marketing: true };
  const send = { to: draft.to, content: draft.content, replyTo: draft.replyTo?.whatsappId ?? null, ...marketing };
  const attempt = draft.direct ? 1 : 0;
  fold.out.outbox.push({
    tenantId,
    messageId,
    conversationId: conversation.id,
    numberId: number.id,
    state: draft.direct ? 'on_wire' : 'queued',
    attempt,
    notBefore: draft.now,
    markedAt: draft.direct ? draft.now : 0,
    expiresAt: draft.expiresAt,
    send,
  });
  if (draft.idempotency !== null) fold.out.idempotency.push({ tenantId, ...draft.idempotency, messageId });
  const handle = handleOf(messageId, attempt);
  const job = { ...send, tenantId, messageId, conversationId: conversation.id, number, attempt, handle, window: null };
  return { message: toMessage(open.record), job: draft.direct ? job : null };
}

/** What must be loaded before an attempt can be settled. */
export function needsOfSettlement(
  tenantId: string,
  messageId: string,
  phoneNumberId: string,
  settlement: Settlement,
  contact: Contact,
): Needs {
  const parked = settlement.kind === 'accepted' ? [{ phoneNumberId, whatsappId: settlement.whatsappId }] : [];
  const aliases = newsOf(settlement, contact).flatMap((address) => aliasesOf(identityAt(address)));
  return {
    ...NOTHING,
    tenants: [tenantId],
    messageIds: [{ tenantId, id: messageId }],
    parked,
    ...(aliases.length > 0 && {
      aliases: aliases.map((alias) => ({ tenantId, ...alias })),
      contactIds: [contact.id],
    }),
  };
}

/** The addresses under which Meta knows the person, as far as we do not: a number may come back spelled otherwise. */
function newsOf(settlement: Settlement, { phone, userId, parentUserId }: Contact): readonly Address[] {
  if (settlement.kind !== 'accepted' || settlement.knownAs === undefined) return [];
  const known = new Set([phone, userId, parentUserId]);
  return settlement.knownAs.filter((address) => !known.has('phone' in address ? address.phone : address.userId));
}

/**
 * Writes what became of an attempt. Once Meta has spoken through a status only Meta moves the message, so a time-out that
 * is noticed late cannot take it back. `parked` are the statuses that overtook the answer.
 */
export function foldSettlement(
  fold: Fold,
  message: OpenMessage,
  settlement: Settlement,
  parked: readonly InboundStatus[],
): void {
  const spoken = isMetaStatus(message.record.status);
  const { id } = message.record;
  switch (settlement.kind) {
    case 'accepted': {
      const told: MessageStatus = settlement.held ? 'HELD' : 'ACCEPTED';
      move(fold, message, told, null, {
        whatsappId: message.record.whatsappId ?? settlement.whatsappId,
        status: foldStatus(message.record.status, told),
        error: message.record.status === 'FAILED' ? message.record.error : null,
        answer: settlement.answer,
      });
      fold.out.outboxDone.push(id);
      const { contact } = message.record;
      const news = newsOf(settlement, contact);
      fold.contacts.learn(contact.id, news);
      noteWriter(fold, message, fold.now, news);
      break;
    }
    case 'failed':
      if (settlement.answer !== null) noteRefusal(fold, message, settlement.error);
      if (!spoken) {
        const { error, answer } = settlement;
        move(fold, message, 'FAILED', error, { status: 'FAILED', error, answer });
      }
      fold.out.outboxDone.push(id);
      break;
    case 'requeued':
      if (spoken) {
        fold.out.outboxDone.push(id);
      } else {
        fold.update(message, { status: 'QUEUED', error: settlement.error });
        fold.out.outboxMoves.push({ messageId: id, state: 'queued', notBefore: settlement.notBefore });
      }
      break;
    case 'unconfirmed':
      if (spoken) {
        fold.out.outboxDone.push(id);
      } else {
        const { error } = settlement;
        move(fold, message, 'UNCONFIRMED', error, { status: 'UNCONFIRMED', error });
        fold.out.outboxMoves.push({ messageId: id, state: 'unconfirmed', notBefore: 0 });
      }
      break;
  }
  for (const status of parked) foldMetaStatus(fold, status);
  if (settlement.kind === 'accepted' && parked.length > 0) {
    const { phoneNumberId } = message.record.phoneNumber;
    fold.out.unparked.push({ phoneNumberId, whatsappId: settlement.whatsappId });
  }
}

/** Changes a message by an outcome of ours, keeps the step in its history and tells it. */
export function move(
  fold: Fold,
  message: OpenMessage,
  told: MessageStatus,
  error: MetaError | null,
  patch: Parameters<Fold['update']>[1],
  participant = '',
): void {
  fold.update(message, patch);
  fold.addStatus(message, { status: told, participant, at: fold.recordedAt, error, raw: null });
  fold.tellStatus(message, told, fold.recordedAt, error);
}
