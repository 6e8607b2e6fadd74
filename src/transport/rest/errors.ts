import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Operations } from '../../application/services.ts';
import { GatewayError, type GatewayErrorDetails } from '../../domain/errors.ts';
import { failureBody, HTTP_STATUS } from '../errors.ts';

/** What a caller may know of a failure that nobody expected. */
const INTERNAL_MESSAGE = 'The gateway made a mistake. It is logged under the request id.';

/** Answers with an expected failure: its status, the one body of REST, and `Retry-After` in seconds where it has one. */
export function sendFailure(reply: FastifyReply, error: GatewayError, status = HTTP_STATUS[error.code]): FastifyReply {
  const { retryAfterSeconds } = error.details;
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  if (error.code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer realm="dijla"');
  return reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(failureBody(error, reply.request.id));
}

/**
 * The one error handler of HTTP: an expected failure by its code, Fastify's own refusals (400, 413, 415 …) in the same
 * shape, anything else reported once and answered with a masked 500.
 */
export function createErrorHandler(operations: Pick<Operations, 'report'>) {
  return (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (error instanceof GatewayError) return sendFailure(reply, error);
    const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
    if (status >= 400 && status < 500) return sendFailure(reply, refusal(error, status), status);
    // The route's pattern, not the address: an address may carry what is nobody else's business.
    operations.report(`${request.method} ${request.routeOptions.url ?? 'unknown route'} failed (${request.id})`, error);
    const masked = failureBody(new GatewayError('OVERLOADED', INTERNAL_MESSAGE, { retryable: true }), request.id);
    return reply
      .status(500)
      .header('cache-control', 'no-store')
      .type('application/json; charset=utf-8')
      .send({ ...masked, error: { ...masked.error, code: 'INTERNAL' } });
  };
}

/** No such route: JSON below `/api`, a plain word elsewhere. */
export function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const [path = ''] = request.url.split('?');
  if (!path.startsWith('/api/')) {
    return reply
      .status(404)
      .header('x-content-type-options', 'nosniff')
      .type('text/plain; charset=utf-8')
      .send('Not found\n');
  }
  return sendFailure(
    reply,
    // Its parts are not repeated: one of them may be a key.
    new GatewayError('NOT_FOUND', `There is nothing at this address for ${request.method}.`, {
      action: 'The routes are listed at /api/v1/openapi.json.',
    }),
  );
}

/** Fastify's refusal in the caller's words. */
function refusal(error: Error, status: number): GatewayError {
  const say = (message: string, action: string, details: GatewayErrorDetails = {}) =>
    new GatewayError('INVALID_INPUT', message, { ...details, action });
  if (status === 413) return say('The body is too large.', 'Send a smaller body: 1 MB at most, 4 MB for a webhook.');
  if (status === 415) return say('The body is of no kind that is read here.', 'Send Content-Type: application/json.');
  if (error instanceof SyntaxError || ('code' in error && /JSON_BODY$/.test(String(error.code)))) {
    return say('The body is not JSON.', 'Send a JSON object; check its quotes and commas.');
  }
  return say('The request cannot be read.', 'Check its address, headers and length.');
}
