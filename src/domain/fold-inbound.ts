import { aliasesOf, type Identity } from './contact.ts';
import type { Fold, OpenMessage } from './fold.ts';
import { amend, amended, type MessageDraft, pointing } from './fold-amendments.ts';
import { changesIdentity, contactOf, mergeNews } from './fold-identity.ts';
import { awaitMedia } from './fold-media.ts';
import type { Needs } from './fold-state.ts';
import { mergeConversation, noteConversation, noteMessage, noteNews, noteRefusal, noteWriter } from './fold-window.ts';
import { type InboundMessage, type InboundStatus, messageIdOfHandle, type RoutedItem } from './inbound.ts';
import type { Json } from './json.ts';
import { type NumberRef, textOf } from './message.ts';
import { targetOf } from './message-kinds.ts';
import { foldStatus } from './status.ts';

/** What must be loaded before these items can be folded. */
export function needsOfItems(routed: readonly RoutedItem[]): Needs {
  const tenants = new Set<string>();
  const aliases = new Map<string, Needs['aliases'][number]>();
  const numberIds = new Set<string>();
  const whatsappIds = new Map<string, Needs['whatsappIds'][number]>();
  const amendable = new Map<string, Needs['whatsappIds'][number]>();
  const messageIds = new Map<string, Needs['messageIds'][number]>();
  const seenKeys = new Set<string>();
  const wantPerson = (tenantId: string, who: Identity) => {
    for (const alias of aliasesOf(who)) {
      aliases.set(`${tenantId}|${alias.kind}|${alias.value}`, { tenantId, ...alias });
    }
  };
  let identities = false;
  for (const one of routed) {
    const { item, tenantId, number } = one;
    tenants.add(tenantId);
    if (number === null || item.kind === 'notice') {
      seenKeys.add(item.key);
      if (number !== null && item.kind === 'notice' && item.news !== undefined) {
        numberIds.add(number.id);
        for (const { who } of item.news) wantPerson(tenantId, who);
      }
      continue;
    }
    const { phoneNumberId } = item;
    const want = (whatsappId: string) =>
      whatsappIds.set(`${phoneNumberId}|${whatsappId}`, { phoneNumberId, whatsappId });
    want(item.whatsappId);
    if (item.kind === 'status') {
      const id = messageIdOfHandle(item.handle);
      if (id !== null) messageIds.set(`${tenantId}|${id}`, { tenantId, id });
    } else {
      if (item.replyTo !== null) want(item.replyTo);
      const target = targetOf(item.content);
      if (target === null) amendable.set(item.key, { phoneNumberId, whatsappId: item.whatsappId });
      else want(target);
      numberIds.add(number.id);
      if (changesIdentity(one)) identities = true;
      const people = item.change === undefined ? [item.from] : [item.from, item.change.before, item.change.after];
      for (const person of people) wantPerson(tenantId, person);
    }
  }
  return {
    tenants: [...tenants].sort(),
    aliases: [...aliases.values()],
    identities,
    numberIds: [...numberIds],
    whatsappIds: [...whatsappIds.values()],
    amended: [...amendable.values()],
    messageIds: [...messageIds.values()],
    seenKeys: [...seenKeys],
    parked: [],
  };
}

/** Folds items in the order given. Answers how many of them were new. */
export function foldItems(fold: Fold, routed: readonly RoutedItem[]): number {
  let stored = 0;
  for (const one of routed) if (foldItem(fold, one)) stored += 1;
  return stored;
}

function foldItem(fold: Fold, { item, tenantId, number, freshId, confined = false }: RoutedItem): boolean {
  if (number === null && item.kind !== 'notice') {
    if (!fold.isNew(item.key)) return false;
    const id = `unr_${freshId}`;
    const data: Json = { field: 'messages', kind: item.kind, phoneNumberId: item.phoneNumberId, id, value: item.raw };
    fold.out.unrouted.push({ id, item });
    fold.tell(tenantId, 'unrouted', isoTime(item.at), data);
    return true;
  }
  switch (item.kind) {
    case 'notice': {
      if (!fold.isNew(item.key)) return false;
      const { field, phoneNumberId, wabaId, raw } = item;
      const more = noteNews(fold, tenantId, number, item);
      fold.tell(tenantId, item.eventType, isoTime(item.at), { field, phoneNumberId, wabaId, value: raw, ...more });
      return true;
    }
    case 'message':
      return number !== null && foldMessage(fold, tenantId, number, item, freshId);
    case 'status':
      return foldMetaStatus(fold, item, confined ? tenantId : null);
  }
}

function foldMessage(fold: Fold, tenantId: string, number: NumberRef, item: InboundMessage, freshId: string): boolean {
  if (fold.messageByWhatsappId(item.phoneNumberId, item.whatsappId) !== undefined) return false;
  const { contact, merges } = contactOf(fold, tenantId, item, freshId);
  const conversation = fold.conversation(tenantId, number, contact, freshId);
  const quoted = item.replyTo === null ? undefined : fold.messageByWhatsappId(item.phoneNumberId, item.replyTo);
  const content =
    item.content.kind === 'media' ? awaitMedia(fold, tenantId, item, freshId) : pointing(fold, tenantId, item);
  const draft: MessageDraft = {
    id: `msg_${freshId}`,
    whatsappId: item.whatsappId,
    direction: 'INBOUND',
    type: item.type,
    status: 'RECEIVED',
    text: textOf(content),
    content,
    raw: item.raw,
    contact,
    conversationId: conversation.id,
    phoneNumber: number,
    reference: null,
    replyToId: quoted?.tenantId === tenantId ? quoted.record.id : null,
    sentBy: null,
    createdAt: isoTime(item.at),
    error: null,
    answer: null,
    pricing: null,
    metaConversation: null,
    ...item.origin,
  };
  amend(fold, fold.addMessage(tenantId, conversation, amended(fold, tenantId, draft)));
  for (const merge of merges) fold.tell(tenantId, 'platform', isoTime(item.at), mergeNews(merge));
  if (item.type !== 'system') noteMessage(fold, item, draft.id);
  return true;
}

/**
 * Applies a word of Meta's to the message it means: found by `wamid`, or by our echoed handle when the send's own answer
 * never came. Without such a message the status is parked until its `wamid` becomes known. `confinedTo` names the tenant
 * whose messages alone it may concern.
 */
export function foldMetaStatus(fold: Fold, item: InboundStatus, confinedTo: string | null = null): boolean {
  const message = fold.messageByWhatsappId(item.phoneNumberId, item.whatsappId) ?? messageOfHandle(fold, item);
  if (message !== undefined && confinedTo !== null && message.tenantId !== confinedTo) return false;
  if (message === undefined || message.record.direction === 'INBOUND') {
    fold.out.parked.push(item);
    return true;
  }
  const at = isoTime(item.at);
  const { status, participant, error, raw } = item;
  if (!fold.addStatus(message, { status, participant, at, error, raw })) return false;
  const folded = foldStatus(message.record.status, status);
  if (message.record.whatsappId === null && status !== 'FAILED') noteWriter(fold, message, item.at);
  fold.update(message, {
    whatsappId: message.record.whatsappId ?? item.whatsappId,
    status: folded,
    error: folded === 'FAILED' ? (error ?? message.record.error) : null,
    pricing: item.pricing ?? message.record.pricing,
    metaConversation: mergeConversation(message.record.metaConversation, item.conversation ?? null),
  });
  // In a group the status concerns a member, and not the person of this conversation.
  if (participant === '') {
    noteRefusal(fold, message, error);
    noteConversation(fold, message, item.conversation ?? null);
  }
  // Meta has it: a row that waits for another attempt must not be sent again. One on the wire is settled by its owner.
  if (message.outbox !== null && message.outbox.state !== 'on_wire') fold.out.outboxDone.push(message.record.id);
  fold.tellStatus(message, status, at, error);
  return true;
}

function messageOfHandle(fold: Fold, item: InboundStatus): OpenMessage | undefined {
  const id = messageIdOfHandle(item.handle);
  const message = id === null ? undefined : fold.messageById(id);
  // A handle counts only for the number it was sent from, and only while the message has no other wamid.
  if (message?.record.phoneNumber.phoneNumberId !== item.phoneNumberId) return undefined;
  return message.record.whatsappId === null ? message : undefined;
}

function isoTime(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
