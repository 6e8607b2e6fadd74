import type { FastifyPluginAsync } from 'fastify';
import type { Services } from '../../application/services.ts';
import type { Authenticator } from '../auth.ts';
import { createHealth } from '../health.ts';
import { collectOpenApi, serveOpenApi } from '../openapi.ts';
import type { Origins } from '../origins.ts';
import { createPages } from '../pages/pages.ts';
import type { Sockets } from '../realtime/sockets.ts';
import { createSession } from '../session.ts';
import { createWebhook } from '../webhook.ts';
import { createCorsHook, createPreflight } from './cors.ts';
import { answerNotFound, createErrorHandler } from './errors.ts';
import { createEvents } from './events.ts';
import { createExports } from './exports.ts';
import { createMediaRoutes } from './media.ts';
import { createMediaUpload } from './media-upload.ts';
import { createRest } from './routes.ts';

export interface RestApiDeps {
  readonly services: Services;
  readonly authenticator: Authenticator;
  readonly origins: Origins;
  readonly sockets: Sockets;
  /** True when `PUBLIC_URL` is https. */
  readonly secureCookies: boolean;
  /** The gateway's own address, without a slash at its end; null: what the request's `Host` says. */
  readonly publicUrl: string | null;
  /** Link of the support section: https, mailto or wa.me. */
  readonly supportUrl: string | null;
  /** Where the built dashboard lies; left out: where the build leaves it. */
  readonly dashboardFolder?: string;
  /** True from the moment the process was told to stop. */
  readonly draining: () => boolean;
}

/** Everything that is plain HTTP, in the order in which it must be registered. */
export function createRestApi(deps: RestApiDeps): FastifyPluginAsync {
  return async (app) => {
    app.setErrorHandler(createErrorHandler(deps.services.operations));
    app.setNotFoundHandler(answerNotFound);
    app.addHook('onRequest', async (request, reply) => {
      reply.header('x-request-id', request.id);
    });
    // Before any route: it sees only those that are registered after it.
    await collectOpenApi(app, deps.publicUrl);

    await app.register(async (api) => {
      api.addHook('onRequest', createCorsHook(deps.origins));
      await api.register(createPreflight());
      await api.register(createRest(deps));
      await api.register(createWebhook(deps));
      await api.register(createEvents(deps));
      await api.register(createExports(deps));
      await api.register(createMediaRoutes(deps));
      await api.register(createMediaUpload(deps));
      serveOpenApi(api);
    });
    await app.register(createSession(deps));
    await app.register(createHealth(deps));
    await app.register(createPages(deps));
  };
}
