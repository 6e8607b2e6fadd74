import { randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../../application/services.ts';
import { GatewayError } from '../../domain/errors.ts';
import type { Caller } from '../../domain/tenant.ts';
import { type Authenticator, sessionCookieName } from '../auth.ts';
import { ASSETS } from './assets.ts';
import { type Build, readBuild } from './built-files.ts';
import { dashboardPage, notBuiltPage } from './dashboard.ts';
import { landingPage } from './landing.ts';
import { LANGUAGE_COOKIE, languageOf, preferencesOf } from './preferences.ts';
import { securityHeaders, sendPage } from './send-page.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** What a browser shows: the landing page, the dashboard, and the files that they load. */
export function createPages(deps: {
  readonly services: Pick<Services, 'access' | 'operations'>;
  readonly authenticator: Pick<Authenticator, 'addressOf'>;
  readonly secureCookies: boolean;
  /** The gateway's own address, without a slash at its end; null: what the request's `Host` says. */
  readonly publicUrl: string | null;
  /** Link of the support section: https, mailto or wa.me. */
  readonly supportUrl: string | null;
  /** Where the built dashboard lies; left out: where the build leaves it. */
  readonly dashboardFolder?: string;
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

  /** Behind the door only for who is signed in; the page itself is the same for all of them. */
  async function sendDashboard(build: Build | null, request: FastifyRequest, reply: FastifyReply) {
    const caller = await visitor(request);
    if (caller === null) return reply.header('cache-control', 'no-store').redirect('/', 303);
    const preferences = preferencesOf(request.cookies, request.headers);
    if (build === null) return sendPage(reply, notBuiltPage(preferences, sandbox), { status: 503 });
    const nonce = randomBytes(16).toString('base64');
    return sendPage(reply, dashboardPage({ build, preferences, nonce }), { nonce });
  }

  return async (app) => {
    await app.register(cookie);
    // A build that is broken is as good as none: the gateway starts without it.
    const build = await readBuild(deps.dashboardFolder).catch(() => null);

    app.get<Question>('/', HIDDEN, async (request, reply) => {
      const chosen = languageOf(request.query['language']);
      if (chosen !== null) {
        reply.setCookie(LANGUAGE_COOKIE, chosen, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax' });
        return reply.header('cache-control', 'no-store').redirect('/', 303);
      }
      const page = landingPage({
        preferences: preferencesOf(request.cookies, request.headers),
        address: deps.publicUrl ?? ownAddress(request),
        signedIn: (await visitor(request)) !== null,
        ended: request.query['ended'] === 'session',
        sandbox,
        supportUrl: deps.supportUrl,
        fonts: build?.fonts ?? null,
      });
      return sendPage(reply.header('vary', 'accept-language, cookie'), page);
    });

    // Its screens have paths of their own, and one page.
    for (const path of ['/dashboard', '/dashboard/*']) {
      app.get(path, HIDDEN, async (request, reply) => sendDashboard(build, request, reply));
    }

    app.get<{ Params: { readonly name: string } }>('/dashboard/assets/:name', HIDDEN, async (request, reply) => {
      const file = await build?.file(request.params.name, request.headers['accept-encoding'] ?? '');
      if (file == null) throw new GatewayError('NOT_FOUND', 'There is no such file.');
      securityHeaders(reply).header('vary', 'accept-encoding').header('cache-control', IMMUTABLE);
      if (file.encoding !== null) reply.header('content-encoding', file.encoding);
      return reply.type(file.type).send(file.bytes);
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

type Question = { Querystring: Readonly<Record<string, unknown>> };
const HIDDEN = { schema: { hide: true } };
/** Their names hold a hash of what is in them. */
const IMMUTABLE = 'public, max-age=31536000, immutable';
