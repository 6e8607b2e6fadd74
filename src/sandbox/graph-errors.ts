import { errorCode } from './error-codes.ts';
import { traceId } from './ids.ts';

const unknownCode = { title: 'Unknown error', http: 400, transient: false };

interface Extra {
  subcode?: number | undefined;
  /** Replaces "(#code) title": some Graph errors have a sentence of their own. */
  message?: string;
  /** Replaces the HTTP status of Meta's table. */
  http?: number | undefined;
  /** Replaces what Meta's table says of `is_transient`. */
  transient?: boolean | undefined;
}

/** An answer of Meta's that is an error. Thrown anywhere behind a route; the server turns it into the envelope. */
export class GraphError extends Error {
  readonly code: number;
  readonly http: number;
  readonly details: string;
  readonly subcode: number | undefined;
  readonly transient: boolean;
  /** Graph's `error_user_title`: what a subcode means. */
  readonly userTitle: string | undefined;

  /** Template errors (2388…) are given by their own code: Meta tells them as code 100 with that subcode. */
  constructor(code: number, details: string, extra: Extra = {}) {
    const own = errorCode(code) ?? unknownCode;
    const isSubcode = code > 2_388_000 && code < 2_389_000;
    const { title, http, transient } = isSubcode ? (errorCode(100) ?? own) : own;
    super(extra.message ?? `(#${isSubcode ? 100 : code}) ${title}`);
    this.code = isSubcode ? 100 : code;
    this.http = extra.http ?? http;
    this.details = details;
    this.subcode = extra.subcode ?? (isSubcode ? code : undefined);
    this.transient = extra.transient ?? transient;
    this.userTitle = isSubcode ? own.title : undefined;
  }
}

/** Meta: 400 with code 100 and subcode 33, for an object that does not exist and for one of another account alike. */
export function unknownObject(id: string): GraphError {
  const message =
    `Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, ` +
    'or does not support this operation.';
  return new GraphError(100, '', { subcode: 33, message });
}

/** The JSON body of an error answer. */
export function errorBody(error: GraphError): object {
  return {
    error: {
      message: error.message,
      type: 'OAuthException',
      code: error.code,
      ...(error.subcode === undefined ? {} : { error_subcode: error.subcode }),
      ...(error.transient ? { is_transient: true } : {}),
      ...(error.userTitle === undefined ? {} : { error_user_title: error.userTitle, error_user_msg: error.details }),
      ...(error.details === '' ? {} : { error_data: { messaging_product: 'whatsapp', details: error.details } }),
      fbtrace_id: traceId(),
    },
  };
}

/** One element of `errors` in a `failed` status or an unsupported message. */
export function webhookError(code: number, details: string): object {
  const { title } = errorCode(code) ?? unknownCode;
  return {
    code,
    title,
    message: title,
    error_data: { details },
    href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
  };
}
