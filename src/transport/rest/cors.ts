import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { GatewayError } from '../../domain/errors.ts';
import { ORIGIN_REFUSED, type Origins } from '../origins.ts';

const METHODS = 'GET, HEAD, POST, DELETE, OPTIONS';
const REQUEST_HEADERS = [
  'authorization',
  'content-type',
  'idempotency-key',
  'if-none-match',
  'if-range',
  'last-event-id',
  'prefer',
  'range',
  'x-dijla-key',
  'x-dijla-tenant',
].join(', ');
const ANSWER_HEADERS = 'content-disposition, content-range, etag, preference-applied, retry-after, x-request-id';
const PREFLIGHT_SECONDS = '600';

/**
 * For every route below: pages of allowed origins may read answers, others are refused. Never with credentials: a cookie
 * of ours counts on our own pages only.
 */
export function createCorsHook(origins: Origins) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { origin } = request.headers;
    reply.header('vary', 'Origin');
    if (origin === undefined) return;
    if (!origins.allows(request.headers)) {
      throw new GatewayError('FORBIDDEN', ORIGIN_REFUSED, {
        field: 'Origin',
        action: 'Ask the operator to add your origin to ALLOWED_ORIGINS.',
      });
    }
    reply.header('access-control-allow-origin', origin);
    reply.header('access-control-expose-headers', ANSWER_HEADERS);
  };
}

/** Answers browsers that ask before they call (preflight). */
export function createPreflight(): FastifyPluginAsync {
  return async (app) => {
    app.options('/api/v1/*', { schema: { hide: true } }, async (_request, reply) =>
      reply
        .status(204)
        .header('access-control-allow-methods', METHODS)
        .header('access-control-allow-headers', REQUEST_HEADERS)
        .header('access-control-max-age', PREFLIGHT_SECONDS)
        .send(),
    );
  };
}
