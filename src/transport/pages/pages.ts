import cookie from '@fastify/cookie';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Services } from '../../application/services.ts';
import { GatewayError } from '../../domain/errors.ts';
import type { Caller } from '../../domain/tenant.ts';
import { type Authenticator, sessionCookieName } from '../auth.ts';
import { ASSETS } from './assets.ts';
import { dashboardPage } from './dashboard.ts';
import { landingPage } from './landing.ts';
import { securityHeaders, sendPage } from './send-page.ts';

/** What a browser shows: the landing page, the dashboard, and the few files that they load. */
export function createPages(deps: {
  readonly services: Pick<Services, 'access' | 'operations'>;
  readonly authenticator: Pick<Authenticator, 'addressOf'>;
  readonly secureCookies: boolean;
  /** The gateway's own address, without a slash at its end; null: what the request's `Host` says. */
  readonly publicUrl: string | null;
  /** Link of the support section: https, mailto or wa.me. */
  readonly supportUrl: string | null;
}): FastifyPluginAsync {
  const { access, operations } = deps.services;
  const sandbox = operations.mode === 'sandbox';
  const cookieName = sessionCookieName(deps.secureCookies);

  /**
   * Whose session a page is asked with. A page changes nothing and no other page can read it, so the cookie counts here
   * however the browser came: from the address bar it says no origin.
   */
  async function visitor(request: FastifyRequest): Promise<Caller | null> {
    const token = request.cookies[cookieName];
    if (token === undefined) return null;
    try {
      return await access.bySession(token, deps.authenticator.addressOf(request.headers, request.ip));
    } catch (error) {
      if (error instanceof GatewayError) return null;
      throw error;
    }
  }

  return async (app) => {
    await app.register(cookie);

    app.get('/', HIDDEN, async (request, reply) => {
      const signedIn = (await visitor(request)) !== null;
      const address = deps.publicUrl ?? ownAddress(request);
      return sendPage(reply, landingPage({ address, signedIn, sandbox, supportUrl: deps.supportUrl }));
    });

    app.get('/dashboard', HIDDEN, async (request, reply) => {
      const caller = await visitor(request);
      if (caller === null) return reply.header('cache-control', 'no-store').redirect('/', 303);
      return sendPage(reply, dashboardPage({ tenant: caller.tenantId, keyName: caller.keyName, sandbox }));
    });

    for (const [path, { type, text }] of Object.entries(ASSETS)) {
      app.get(path, HIDDEN, async (_request, reply) =>
        securityHeaders(reply).header('cache-control', 'public, max-age=300').type(type).send(text),
      );
    }
  };
}

/** The address under which this request came; `Host` is the caller's word, so only a plain host and port is shown. */
function ownAddress({ protocol, host }: FastifyRequest): string {
  const known = /^(?:[\w.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(host) ? host : 'localhost:5000';
  return `${protocol}://${known}`;
}

const HIDDEN = { schema: { hide: true } };
