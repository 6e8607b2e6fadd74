import cookie from '@fastify/cookie';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { scopesOf } from '../application/scopes.ts';
import type { Services } from '../application/services.ts';
import { GatewayError, invalidInput } from '../domain/errors.ts';
import type { Caller } from '../domain/tenant.ts';
import { type Authenticator, sessionCookieName } from './auth.ts';
import { ORIGIN_REFUSED, type Origins } from './origins.ts';
import { preferencesOf } from './pages/preferences.ts';
import { sendPage } from './pages/send-page.ts';
import { signInRefusedPage } from './pages/sign-in-refused.ts';
import { failureShape } from './rest/answer.ts';
import { documented } from './rest/docs.ts';

/** The page's sentence for a key that opens nothing, word for word. */
export const WRONG_KEY = 'Invalid API key. Contact support to get your key.';

/** Sign-in for the gateway's own pages: a key, or a one-time link, becomes a session cookie. */
export function createSession(deps: {
  readonly services: Pick<Services, 'access' | 'operations'>;
  readonly authenticator: Pick<Authenticator, 'addressOf'>;
  readonly origins: Origins;
  /** True when the public address is https. */
  readonly secureCookies: boolean;
}): FastifyPluginAsync {
  const { access, operations } = deps.services;
  const cookieName = sessionCookieName(deps.secureCookies);
  const attributes = { httpOnly: true, sameSite: 'strict', path: '/', secure: deps.secureCookies } as const;

  const addressOf = ({ headers, ip }: FastifyRequest) => deps.authenticator.addressOf(headers, ip);

  /** Sessions are for the gateway's own pages. What says nothing of where it comes from comes from no other page. */
  function refuseOtherPages({ headers }: FastifyRequest): void {
    const site = headers['sec-fetch-site'];
    const silent = headers.origin === undefined && (site === undefined || site === 'none');
    if (silent || deps.origins.isOwn(headers)) return;
    throw new GatewayError('FORBIDDEN', ORIGIN_REFUSED, {
      field: 'Origin',
      action: 'Sessions are for the pages of the gateway itself; other pages send a key with each call.',
    });
  }

  const answer = (reply: FastifyReply, caller: Caller) =>
    reply.header('cache-control', 'no-store').send({ success: true, ...whoIs(caller), mode: operations.mode });

  return async (app) => {
    await app.register(cookie);

    app.post('/api/v1/session', { schema: SIGN_IN_DOCS }, async (request, reply) => {
      refuseOtherPages(request);
      const body = signInShape.safeParse(request.body);
      if (!body.success) {
        const [field] = body.error.issues[0]?.path ?? [];
        if (field === 'tenant') throw invalidInput('tenant', '`tenant` is no id of a tenant.', 'Send its `ten_…`.');
        throw invalidInput('key', '`key` is missing.', 'Send { "key": "…" }.');
      }
      const { key, tenant = null } = body.data;
      const { token, caller } = await access.signIn(key, addressOf(request), tenant).catch((error: unknown) => {
        if (!(error instanceof GatewayError) || error.code !== 'UNAUTHENTICATED') throw error;
        throw new GatewayError('UNAUTHENTICATED', WRONG_KEY, { field: 'key' });
      });
      reply.setCookie(cookieName, token, attributes);
      return answer(reply, caller);
    });

    app.get('/api/v1/session', { schema: WHO_DOCS }, async (request, reply) => {
      refuseOtherPages(request);
      const tenant = request.headers['x-dijla-tenant'];
      const named = typeof tenant === 'string' ? tenant : null;
      return answer(reply, await access.bySession(request.cookies[cookieName] ?? null, addressOf(request), named));
    });

    app.patch('/api/v1/session', { schema: SWITCH_DOCS }, async (request, reply) => {
      refuseOtherPages(request);
      const body = switchShape.safeParse(request.body);
      if (!body.success) throw invalidInput('tenant', '`tenant` is missing.', 'Send { "tenant": "…" }.');
      const old = request.cookies[cookieName] ?? null;
      const { token, caller } = await access.switchTenant(old, body.data.tenant, addressOf(request));
      reply.setCookie(cookieName, token, attributes);
      return answer(reply, caller);
    });

    app.delete('/api/v1/session', { schema: SIGN_OUT_DOCS }, async (request, reply) => {
      refuseOtherPages(request);
      const token = request.cookies[cookieName];
      if (token !== undefined) await access.signOut(token, addressOf(request));
      reply.clearCookie(cookieName, attributes);
      return reply.header('cache-control', 'no-store').send({ success: true });
    });

    // No HEAD: whoever only looks must not use up the link.
    app.get<{ Querystring: Readonly<Record<string, unknown>> }>(
      '/signin',
      { schema: { hide: true }, exposeHeadRoute: false },
      async (request, reply) => {
        const given = request.query['token'];
        try {
          const { token } = await access.redeemLink(typeof given === 'string' ? given : '', addressOf(request));
          reply.setCookie(cookieName, token, attributes);
        } catch (error) {
          if (!(error instanceof GatewayError)) throw error;
          const preferences = preferencesOf(request.cookies, request.headers);
          return sendPage(reply, signInRefusedPage(preferences, operations.mode === 'sandbox'), { status: 401 });
        }
        return reply
          .header('cache-control', 'no-store')
          .header('referrer-policy', 'no-referrer')
          .redirect('/dashboard', 303);
      },
    );
  };
}

/** Who a caller is, in the words of GraphQL's `viewer`. */
export function whoIs(caller: Caller) {
  return {
    tenant: caller.tenantId,
    role: caller.kind,
    scopes: scopesOf(caller),
    keyName: caller.keyName,
  };
}

const signInShape = z.looseObject({ key: z.string().max(1024), tenant: z.string().max(64).nullish() });
const switchShape = z.looseObject({ tenant: z.string().max(128) });
const whoShape = z.object({
  success: z.literal(true),
  tenant: z.string(),
  role: z.enum(['operator', 'tenant']),
  scopes: z.array(z.string()),
  keyName: z.string(),
  mode: z.enum(['live', 'sandbox']),
});
const WHO = { shape: whoShape, says: 'Who is signed in.' };
const NOBODY = { shape: failureShape, says: 'Nobody is signed in.' };

const SIGN_IN_DOCS = documented({
  summary: 'Sign in to the dashboard with an API key',
  description:
    '`tenant` (the operator only): for whom the session acts where a request names no tenant by `x-dijla-tenant`.',
  open: true,
  body: { key: z.string(), tenant: z.string().optional() },
  answers: {
    200: WHO,
    401: { shape: failureShape, says: 'Wrong key.' },
    429: { shape: failureShape, says: '10 wrong keys within a minute from one address.' },
  },
});
const WHO_DOCS = documented({ summary: 'Who is signed in', open: true, answers: { 200: WHO, 401: NOBODY } });
const SWITCH_DOCS = documented({
  summary: "Go on for another tenant, with the operator's session",
  open: true,
  body: { tenant: z.string() },
  answers: {
    200: WHO,
    401: NOBODY,
    403: { shape: failureShape, says: "The session is of a tenant's key." },
    404: { shape: failureShape, says: 'There is no such tenant.' },
  },
});
const SIGN_OUT_DOCS = documented({
  summary: 'Sign out',
  open: true,
  answers: { 200: { shape: z.object({ success: z.literal(true) }), says: 'Signed out.' } },
});
