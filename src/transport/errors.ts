import type { ErrorCode, GatewayError, MetaError } from '../domain/errors.ts';

/** Every code's HTTP status; one table for all of HTTP. */
export const HTTP_STATUS: Readonly<Record<ErrorCode, number>> = {
  INVALID_INPUT: 400,
  CURSOR_INVALID: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  WINDOW_CLOSED: 409,
  OPTED_OUT: 409,
  TEMPLATE_MISMATCH: 409,
  CURSOR_EXPIRED: 410,
  REJECTED_BY_META: 422,
  IDEMPOTENCY_CONFLICT: 422,
  RATE_LIMITED: 429,
  META_UNAVAILABLE: 502,
  OVERLOADED: 503,
  UNCONFIRMED: 504,
};

/** A failure as REST callers read it. */
export interface FailureBody {
  readonly success: false;
  /** The stored message, or null when nothing was stored. */
  readonly id: string | null;
  readonly message: string;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly field: string | null;
    readonly retryable: boolean;
    readonly action: string | null;
    readonly templates: readonly string[];
    readonly parameter: string | null;
    readonly meta: Pick<MetaError, 'code' | 'title' | 'details' | 'fbtraceId'> | null;
    readonly requestId: string;
  };
}

/** `field` renames the application's fields to the caller's own (`to` → `message.to`). */
export function failureBody(
  error: GatewayError,
  requestId: string,
  field: (name: string) => string = (name) => name,
): FailureBody {
  const { details } = error;
  const meta = details.meta ?? null;
  return {
    success: false,
    id: details.messageRef?.id ?? null,
    message: error.message,
    error: {
      code: error.code,
      message: error.message,
      field: details.field === undefined ? null : field(details.field),
      retryable: details.retryable ?? false,
      action: details.action ?? null,
      templates: details.templates ?? [],
      parameter: details.parameter ?? null,
      meta:
        meta === null || meta.code < 0
          ? null
          : { code: meta.code, title: meta.title, details: meta.details, fbtraceId: meta.fbtraceId },
      requestId,
    },
  };
}
