import type { Fold, OpenMessage } from './fold.ts';
import type { InboundMessage } from './inbound.ts';
import { type MessageContent, type MessageRecord, textOf } from './message.ts';
import { targetOf } from './message-kinds.ts';

/** A message before it has its place in the log. */
export type MessageDraft = Omit<MessageRecord, 'seq'>;

/** What an edit or a revoke changes of a message. */
export type Revision = Partial<Pick<MessageRecord, 'content' | 'text' | 'editedAt' | 'revokedAt'>>;

/** The edits and revokes of a batch, by the message that they name. */
export class Amendments {
  readonly #of = new Map<string, OpenMessage[]>();

  /** Keeps it in mind, if it is one. */
  note(message: OpenMessage): void {
    const { content, direction, phoneNumber } = message.record;
    if ((content.kind !== 'edit' && content.kind !== 'revoke') || direction !== 'INBOUND') return;
    const key = `${phoneNumber.phoneNumberId}|${content.originalWhatsappId}`;
    this.#of.set(key, [...this.of(key), message]);
  }

  /** `key`: Meta's id of the number, `|`, the `wamid`. */
  of(key: string): readonly OpenMessage[] {
    return this.#of.get(key) ?? [];
  }
}

/** What was written, with our id of the message that it is about when that is known. */
export function pointing(fold: Fold, tenantId: string, { content, phoneNumberId }: InboundMessage): MessageContent {
  if (content.kind !== 'reaction' && content.kind !== 'edit' && content.kind !== 'revoke') return content;
  const target = fold.messageByWhatsappId(phoneNumberId, targetOf(content) ?? '');
  return target?.tenantId === tenantId ? { ...content, messageId: target.record.id } : content;
}

/** A new message as the edits and revokes leave it that have come before it. */
export function amended(fold: Fold, tenantId: string, draft: MessageDraft): MessageDraft {
  if (draft.whatsappId === null) return draft;
  let record = draft;
  for (const amendment of fold.amendments.of(`${draft.phoneNumber.phoneNumberId}|${draft.whatsappId}`)) {
    if (amendment.tenantId === tenantId) record = { ...record, ...revision(record, amendment.record) };
  }
  return record;
}

/** Lets a new edit or revoke change the message that it names, if that is known. */
export function amend(fold: Fold, amendment: OpenMessage): void {
  const { content, phoneNumber } = amendment.record;
  if (content.kind !== 'edit' && content.kind !== 'revoke') return;
  const target = fold.messageByWhatsappId(phoneNumber.phoneNumberId, content.originalWhatsappId);
  if (target === undefined || target.tenantId !== amendment.tenantId) return;
  const patch = revision(target.record, amendment.record);
  if (patch !== null) fold.revise(target, patch);
}

/**
 * What an amendment changes of a message, or null for nothing. Only its author may change it, and not its kind. The
 * latest edit and the first revoke stand, by Meta's time, so the order in which they arrive does not matter; times are
 * whole seconds, and of two edits within one the later to arrive stands.
 */
function revision(target: MessageDraft, { contact, content, createdAt }: MessageDraft): Revision | null {
  if (target.direction !== 'INBOUND' || target.contact.id !== contact.id || targetOf(target.content) !== null) {
    return null;
  }
  if (content.kind === 'revoke') {
    return target.revokedAt !== undefined && target.revokedAt <= createdAt ? null : { revokedAt: createdAt };
  }
  if (content.kind !== 'edit' || content.type !== target.type) return null;
  if (target.editedAt !== undefined && createdAt < target.editedAt) return null;
  const edited = editedContent(target.content, content.content);
  return edited === null ? null : { content: edited, text: textOf(edited), editedAt: createdAt };
}

/** Of media only the caption can be edited; the file, which an edit may not even name, stays. */
function editedContent(before: MessageContent, after: MessageContent): MessageContent | null {
  if (before.kind === 'media' && after.kind === 'media') return { ...before, caption: after.caption };
  return before.kind === after.kind && after.kind !== 'other' ? after : null;
}
