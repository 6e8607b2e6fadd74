import type { Message } from './message.ts';

/** Every expected failure has one of these codes; each transport maps it once. */
export const ERROR_CODES = [
  'INVALID_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'WINDOW_CLOSED',
  'OPTED_OUT',
  'TEMPLATE_MISMATCH',
  'REJECTED_BY_META',
  'IDEMPOTENCY_CONFLICT',
  'RATE_LIMITED',
  'UNCONFIRMED',
  'META_UNAVAILABLE',
  'OVERLOADED',
  'CURSOR_EXPIRED',
  'CURSOR_INVALID',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * What to make of one of Meta's codes: `later` was refused before any work and may be sent again by the queue; `doubtful`
 * may have gone out; `never` is a definite refusal; `changed` is a refusal until somebody changes a condition.
 */
export type MetaErrorClass = 'later' | 'doubtful' | 'never' | 'changed';

/** An error of Meta's with our explanation. */
export interface MetaError {
  readonly code: number;
  readonly title: string;
  /** Meta's own details for this case. */
  readonly details: string | null;
  readonly fbtraceId: string | null;
  /** What it means, in a sentence. */
  readonly meaning: string;
  /** What to do about it, in a sentence. */
  readonly action: string;
  readonly retryable: boolean;
}

export interface GatewayErrorDetails {
  /** The input's path, such as `message.to`. */
  readonly field?: string;
  readonly retryable?: boolean;
  readonly action?: string;
  readonly meta?: MetaError | null;
  /** The template parameter at fault. */
  readonly parameter?: string;
  /** Names of templates that could be sent instead. */
  readonly templates?: readonly string[];
  readonly retryAfterSeconds?: number;
  /** The stored message, when there is one. */
  readonly messageRef?: Message | null;
}

/** An expected failure. Its message and action are written for the caller and hold no secret. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly code: ErrorCode;
  readonly details: GatewayErrorDetails;

  constructor(code: ErrorCode, message: string, details: GatewayErrorDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

export function invalidInput(field: string, message: string, action?: string): GatewayError {
  return new GatewayError('INVALID_INPUT', message, action === undefined ? { field } : { field, action });
}
