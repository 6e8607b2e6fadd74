import { GatewayError } from '../domain/errors.ts';
import { OPTED_OUT_CODE, WINDOW_CLOSED_CODE } from '../domain/fold-window.ts';
import { type MessageRecord, toMessage } from '../domain/message.ts';
import { HELD_CODE, LOST_NUMBER_CODE, SUSPENDED_CODE, UNREACHABLE_CODE } from './settlement.ts';

/** What Meta is given to recover when it asked for nothing itself. */
const LEAST_RETRY_SECONDS = 5;

/** Nobody knows yet what becomes of it. */
export function isPending(message: { readonly status: MessageRecord['status'] }): boolean {
  return message.status === 'QUEUED' || message.status === 'SENDING';
}

/**
 * Why a message did not go out, as the error that its sender is given; null while it may and when it did. `heldMs` is how
 * long pacing would hold another one like it.
 */
export function failureOf(record: MessageRecord, heldMs: number): GatewayError | null {
  const { error: meta } = record;
  const messageRef = toMessage(record);
  switch (record.status) {
    case 'UNCONFIRMED':
      return new GatewayError('UNCONFIRMED', 'WhatsApp did not answer; the message may have been sent.', {
        messageRef,
        meta,
        retryable: false,
        action: 'Do not send it again yet: its status follows by itself as soon as WhatsApp reports on the message.',
      });
    case 'FAILED': {
      const details = {
        messageRef,
        meta,
        retryable: meta?.retryable ?? false,
        action: meta?.action ?? 'Send it again.',
      };
      if (meta === null) return new GatewayError('REJECTED_BY_META', 'The message was not sent.', details);
      if (meta.code === UNREACHABLE_CODE) return new GatewayError('META_UNAVAILABLE', meta.meaning, details);
      if (meta.code === LOST_NUMBER_CODE)
        return new GatewayError('FORBIDDEN', meta.meaning, { ...details, field: 'from' });
      if (meta.code === SUSPENDED_CODE) return new GatewayError('FORBIDDEN', meta.meaning, details);
      const explained = `${meta.title}: ${meta.meaning}`;
      if (meta.code === WINDOW_CLOSED_CODE) return new GatewayError('WINDOW_CLOSED', explained, details);
      if (meta.code === OPTED_OUT_CODE) return new GatewayError('OPTED_OUT', explained, { ...details, field: 'to' });
      if (meta.retryable) {
        const least = meta.code === HELD_CODE ? 1 : LEAST_RETRY_SECONDS;
        const retryAfterSeconds = Math.max(Math.ceil(heldMs / 1_000), least);
        return new GatewayError('RATE_LIMITED', explained, { ...details, retryAfterSeconds });
      }
      return new GatewayError('REJECTED_BY_META', explained, details);
    }
    case 'EXPIRED':
      return new GatewayError('REJECTED_BY_META', 'The message waited longer than allowed and was not sent.', {
        messageRef,
        retryable: true,
        action: 'Send it again with a new idempotency key, and a longer `expiresInSeconds` if it may wait.',
      });
    case 'CANCELLED':
      return new GatewayError('REJECTED_BY_META', 'The message was taken back before it was sent.', { messageRef });
    default:
      return null;
  }
}
