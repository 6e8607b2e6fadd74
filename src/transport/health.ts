import type { FastifyPluginAsync } from 'fastify';
import type { Services } from '../application/services.ts';
import type { Authenticator } from './auth.ts';

/** Probes and figures: the process is up, the store answers, and Prometheus text for the operator. */
export function createHealth(deps: {
  readonly services: Pick<Services, 'operations'>;
  readonly authenticator: Authenticator;
  /** True from the moment the process was told to stop. */
  readonly draining: () => boolean;
}): FastifyPluginAsync {
  const { operations } = deps.services;

  return async (app) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.get('/healthz', HIDDEN, async () => ({ status: 'up' }));

    app.get('/readyz', HIDDEN, async (_request, reply) => {
      if (deps.draining()) return reply.status(503).send({ status: 'draining' });
      try {
        await operations.ready();
      } catch (error) {
        operations.report('the store does not answer', error);
        return reply.status(503).send({ status: 'store does not answer' });
      }
      return { status: 'ready' };
    });

    app.get('/metrics', HIDDEN, async (request, reply) => {
      const caller = await deps.authenticator.ofHeaders(request.headers, { peer: request.ip });
      const { contentType, text } = await operations.metrics(caller);
      return reply.header('content-type', contentType).send(text);
    });
  };
}

const HIDDEN = { schema: { hide: true } };
