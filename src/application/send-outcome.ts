import { GatewayError } from '../domain/errors.ts';
import { type MessageRecord, toMessage } from '../domain/message.ts';
import { UNREACHABLE_CODE } from './dispatch.ts';

/** Meta's code for a reply outside the customer-service window. */
const WINDOW_CLOSED_CODE = 131047;

/** Nobody knows yet what becomes of it. */
export function isPending(message: { readonly status: MessageRecord['status'] }): boolean {
  return message.status === 'QUEUED' || message.status === 'SENDING';
}

/** Why a message did not go out, as the error that its sender is given; null while it may and when it did. */
export function failureOf(record: MessageRecord): GatewayError | null {
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
      const explained = `${meta.title}: ${meta.meaning}`;
      if (meta.code === WINDOW_CLOSED_CODE) return new GatewayError('WINDOW_CLOSED', explained, details);
      if (meta.retryable) return new GatewayError('RATE_LIMITED', explained, { ...details, retryAfterSeconds: 5 });
      return new GatewayError('REJECTED_BY_META', explained, details);
    }
    case 'EXPIRED':
    case 'CANCELLED':
      return new GatewayError('REJECTED_BY_META', 'The message was taken back before it was sent.', { messageRef });
    default:
      return null;
  }
}
