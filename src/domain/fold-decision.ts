import type { Fold, OpenMessage } from './fold.ts';
import { move } from './fold-outbound.ts';
import type { Decision } from './outbound.ts';
import type { MessageStatus } from './status.ts';

/**
 * Keeps a SENT of ours apart from Meta's in the timeline: Meta's own is then still news, and brings the `wamid`.
 * Meta's participants are ids, which hold no brackets.
 */
const SAID_BY_US = '(us)';

/** Statuses that agree with a decision already; repeating it then changes nothing. */
const AGREES: Readonly<Record<Decision, readonly MessageStatus[]>> = {
  cancel: ['CANCELLED'],
  sent: ['SENT', 'DELIVERED', 'READ', 'PLAYED'],
  notSent: ['CANCELLED'],
};

/**
 * Does what a sender decided. Only a queued message can be taken back, only an unconfirmed one resolved; CANCELLED is no
 * word of Meta's, so whatever Meta tells about the message later still counts.
 */
export function foldDecision(
  fold: Fold,
  message: OpenMessage,
  decision: Decision,
): { readonly allowed: boolean; readonly changed: boolean } {
  const { id, status, direction } = message.record;
  const from: MessageStatus = decision === 'cancel' ? 'QUEUED' : 'UNCONFIRMED';
  if (direction !== 'OUTBOUND' || status !== from) {
    const agrees = direction === 'OUTBOUND' && AGREES[decision].includes(status);
    return { allowed: agrees, changed: false };
  }
  if (decision === 'sent') move(fold, message, 'SENT', null, { status: 'SENT', error: null }, SAID_BY_US);
  else move(fold, message, 'CANCELLED', null, { status: 'CANCELLED', error: null });
  fold.out.outboxDone.push(id);
  return { allowed: true, changed: true };
}

/** A queued send whose time is over is not sent any more. The error that it last waited for stays with it. */
export function foldExpiry(fold: Fold, message: OpenMessage): void {
  if (message.record.status !== 'QUEUED' || message.outbox?.state !== 'queued') return;
  move(fold, message, 'EXPIRED', message.record.error, { status: 'EXPIRED' });
  fold.out.outboxDone.push(message.record.id);
}
