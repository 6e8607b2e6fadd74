import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
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
