import type { MessageRecord } from './message.ts';

/** What comes of sending a message again that did not arrive, as far as is known. */
export type RetrySafety = 'SAFE' | 'MAY_REPEAT' | 'NO_USE';

/**
 * Null for a message that may still arrive, or has. MAY_REPEAT: the person may get it twice. NO_USE: it fails again for
 * the same reason until somebody does what the error's `action` says.
 */
export function retrySafety({ error, status }: Pick<MessageRecord, 'error' | 'status'>): RetrySafety | null {
  if (status === 'UNCONFIRMED') return 'MAY_REPEAT';
  if (status === 'EXPIRED' || status === 'CANCELLED') return 'SAFE';
  if (status !== 'FAILED') return null;
  return error === null || error.retryable ? 'SAFE' : 'NO_USE';
}
