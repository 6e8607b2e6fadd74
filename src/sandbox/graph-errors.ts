import { traceId } from './ids.ts';

/** Meta's table of error codes as far as the sandbox uses it: title and HTTP status. */
const CODES: Readonly<Record<number, { title: string; http: number }>> = {
  100: { title: 'Invalid parameter', http: 400 },
  190: { title: 'Access token has expired', http: 401 },
  2500: { title: 'Unknown path components', http: 400 },
  130429: { title: 'Rate limit hit', http: 400 },
  131000: { title: 'Something went wrong', http: 500 },
  131008: { title: 'Required parameter is missing', http: 400 },
  131009: { title: 'Parameter value is not valid', http: 400 },
  131021: { title: 'Recipient cannot be sender', http: 400 },
  131026: { title: 'Message undeliverable', http: 400 },
  131041: { title: 'Group unknown', http: 400 },
  131047: { title: 'Re-engagement message', http: 400 },
  131049: { title: 'This message was not delivered to maintain healthy ecosystem engagement.', http: 400 },
  131051: { title: 'Unsupported message type', http: 400 },
  131053: { title: 'Media upload error', http: 400 },
  131056: { title: '(Business Account, Consumer Account) pair rate limit hit', http: 400 },
  131062: { title: 'Business-scoped user id is not supported as the recipient of this message', http: 400 },
  132000: { title: 'Number of parameters does not match the expected number of params', http: 400 },
  132001: { title: 'Template name does not exist in the translation', http: 404 },
  132005: { title: 'Translated text too long', http: 400 },
  132012: { title: 'Parameter format does not match format in the created template', http: 400 },
  132015: { title: 'Template is paused', http: 400 },
  132016: { title: 'Template is disabled', http: 400 },
};

const unknownCode = { title: 'Unknown error', http: 400 };

interface Extra {
  subcode?: number;
  /** Replaces "(#code) title": some Graph errors have a sentence of their own. */
  message?: string;
}

/** An answer of Meta's that is an error. Thrown anywhere behind a route; the server turns it into the envelope. */
export class GraphError extends Error {
  readonly code: number;
  readonly http: number;
  readonly details: string;
  readonly subcode: number | undefined;

  constructor(code: number, details: string, extra: Extra = {}) {
    const { title, http } = CODES[code] ?? unknownCode;
    super(extra.message ?? `(#${code}) ${title}`);
    this.code = code;
    this.http = http;
    this.details = details;
    this.subcode = extra.subcode;
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
      ...(error.details === '' ? {} : { error_data: { messaging_product: 'whatsapp', details: error.details } }),
      fbtrace_id: traceId(),
    },
  };
}

/** One element of `errors` in a `failed` status or an unsupported message. */
export function webhookError(code: number, details: string): object {
  const { title } = CODES[code] ?? unknownCode;
  return {
    code,
    title,
    message: title,
    error_data: { details },
    href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
  };
}
