import { randomUUID } from 'node:crypto';
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayError } from '../domain/errors.ts';
import { failureBody, HTTP_STATUS } from './errors.ts';

/** Answers with JSON where no framework does. */
export function answerJson(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent || response.destroyed) return;
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}

/** Answers on a connection that no response stands for (before its first request, or as an upgrade), and closes it. */
export function answerRaw(socket: Duplex, status: number, reason: string, retryAfterSeconds = 1): void {
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    'X-Content-Type-Options: nosniff',
    `Content-Length: ${Buffer.byteLength(reason)}`,
    ...(status === 503 || status === 429 ? [`Retry-After: ${retryAfterSeconds}`] : []),
  ];
  socket.once('finish', () => socket.destroy());
  socket.end(`${lines.join('\r\n')}\r\n\r\n${reason}`);
}

/** The refusal of an upgrade, in the words of its failure. */
export function answerRawFailure(socket: Duplex, { code, details, message }: GatewayError): void {
  answerRaw(socket, HTTP_STATUS[code], `${code}: ${message}`, details.retryAfterSeconds);
}

/** A refusal with a status of its own, where the code's is not precise enough. */
export class RefusedRequest extends GatewayError {
  readonly status: number;

  constructor(status: number, message: string, action: string) {
    super('INVALID_INPUT', message, { action });
    this.status = status;
  }
}

/** Answers with a failure as REST callers read it. What is unexpected is told to `report` and to nobody else. */
export function answerFailure(
  response: ServerResponse,
  error: unknown,
  report: (problem: string, error: unknown) => void,
): void {
  const requestId = randomUUID();
  if (error instanceof GatewayError) {
    const { retryAfterSeconds } = error.details;
    if (response.headersSent) return;
    if (retryAfterSeconds !== undefined) response.setHeader('retry-after', retryAfterSeconds);
    if (error.code === 'UNAUTHENTICATED') response.setHeader('www-authenticate', 'Bearer realm="dijla"');
    const status = error instanceof RefusedRequest ? error.status : HTTP_STATUS[error.code];
    answerJson(response, status, failureBody(error, requestId));
    return;
  }
  report(`A request failed unexpectedly (${requestId}).`, error);
  const message = 'The gateway made a mistake. It is logged under the request id.';
  const details = { field: null, retryable: true, action: null, templates: [], parameter: null, meta: null };
  answerJson(response, 500, {
    success: false,
    id: null,
    message,
    error: { code: 'INTERNAL_ERROR', message, ...details, requestId },
  });
}
