import type { IncomingHttpHeaders } from 'node:http';
import type { Plugin } from 'graphql-yoga';
import type { Caller } from '../../domain/tenant.ts';
import type { Authenticator } from '../auth.ts';
import { ORIGIN_REFUSED, type Origins } from '../origins.ts';
import { GRAPHIQL_POLICY } from '../security-headers.ts';
import type { ServerContext } from './context.ts';
import { notAdmitted } from './errors.ts';

/** What holds over HTTP before an operation is looked at: from where, in which form, by whom. */
export function httpRules(deps: {
  readonly authenticator: Authenticator;
  readonly origins: Origins;
  /** Throws when the caller may open no stream more. */
  readonly refuseOverfull?: ((caller: Caller, address: string) => void) | undefined;
  readonly report: (error: unknown) => void;
}): Plugin<object, ServerContext> {
  return {
    onRequest({ request, fetchAPI, endResponse }) {
      const refuse = (status: number, code: string, message: string) =>
        endResponse(fetchAPI.Response.json({ errors: [{ message, extensions: { code } }] }, { status }));
      if (!deps.origins.allows(headersOf(request))) return refuse(403, 'FORBIDDEN', ORIGIN_REFUSED);
      if (request.method === 'OPTIONS') return endResponse(new fetchAPI.Response(null, { status: 204 }));
      // Forms and plain text can be posted by any web page without asking first, so they are not read at all.
      if (request.method === 'POST' && !isJson(request.headers.get('content-type'))) {
        return refuse(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the operation as application/json.');
      }
    },

    // Cookies never cross origins, so no page of another is given credentials.
    onResponse({ request, response }) {
      const origin = request.headers.get('origin');
      response.headers.append('vary', 'Origin');
      response.headers.set('cache-control', 'no-store');
      if (response.headers.get('content-type')?.startsWith('text/html')) {
        response.headers.set('content-security-policy', GRAPHIQL_POLICY);
      }
      if (origin === null || !deps.origins.allows(headersOf(request))) return;
      response.headers.set('access-control-allow-origin', origin);
      if (request.method !== 'OPTIONS') return;
      response.headers.set('access-control-allow-methods', 'GET, POST');
      response.headers.set('access-control-allow-headers', 'authorization, content-type, x-dijla-key, x-dijla-tenant');
      response.headers.set('access-control-max-age', '600');
    },

    // Before the document is read: who has no key is not told what the schema holds.
    async onParams({ request, context, setResult }) {
      try {
        const peer = context.req?.socket.remoteAddress;
        const headers = headersOf(request);
        context.caller ??= await deps.authenticator.ofHeaders(headers, { cookies: true, peer });
        if (headers.accept?.includes('text/event-stream')) {
          deps.refuseOverfull?.(context.caller, deps.authenticator.addressOf(headers, peer));
        }
      } catch (error) {
        setResult({ errors: [notAdmitted(error, deps.report)] });
      }
    },
  };
}

function isJson(contentType: string | null): boolean {
  return /^application\/(?:graphql\+)?json(?:;|$)/.test(contentType?.trim() ?? '');
}

function headersOf(request: Request): IncomingHttpHeaders {
  return Object.fromEntries(request.headers);
}
