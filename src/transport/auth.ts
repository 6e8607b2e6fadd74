import type { IncomingHttpHeaders } from 'node:http';
import type { Access } from '../application/access.ts';
import type { Caller } from '../domain/tenant.ts';
import type { Origins } from './origins.ts';

/** Finds out who calls, from headers or from what a socket's client sent first. Every failure is UNAUTHENTICATED. */
export interface Authenticator {
  /** By `x-dijla-key` or `Authorization: Bearer`; with `cookies` also by the session of the gateway's own pages. */
  ofHeaders(headers: IncomingHttpHeaders, options?: { readonly cookies: boolean }): Promise<Caller>;
  /**
   * By the key that a socket's client gave (`connectionParams.key`, `auth.key`; the headers' names are taken too, which
   * is what GraphiQL sends), else by the upgrade's headers.
   */
  ofSocket(given: Readonly<Record<string, unknown>>, upgrade: IncomingHttpHeaders): Promise<Caller>;
  /** The session cookie's value, when the request comes from the gateway's own pages. */
  sessionToken(headers: IncomingHttpHeaders): string | null;
}

/** `__Host-` binds a cookie to this host over https; browsers refuse that prefix on plain http. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-dijla-session' : 'dijla-session';
}

export function createAuthenticator(deps: {
  readonly access: Access;
  readonly origins: Origins;
  readonly secureCookies: boolean;
}): Authenticator {
  const { access, origins } = deps;
  const cookieName = sessionCookieName(deps.secureCookies);

  function sessionToken(headers: IncomingHttpHeaders): string | null {
    if (!origins.isOwn(headers)) return null;
    for (const part of (headers.cookie ?? '').split(';')) {
      const [name, value] = part.trim().split('=', 2);
      if (name === cookieName && value) return value;
    }
    return null;
  }

  async function ofHeaders(headers: IncomingHttpHeaders, options = { cookies: false }): Promise<Caller> {
    const key = keyOf(headers);
    const session = key === null && options.cookies ? sessionToken(headers) : null;
    if (session !== null) return access.bySession(session);
    return access.byKey(key, single(headers['x-dijla-tenant']));
  }

  return {
    ofHeaders,
    sessionToken,
    async ofSocket(given, upgrade) {
      const word = (...names: string[]) =>
        names.map((name) => given[name]).find((value) => typeof value === 'string' && value !== '');
      const key = word('key', 'x-dijla-key');
      if (typeof key !== 'string') return ofHeaders(upgrade, { cookies: true });
      const tenant = word('tenant', 'x-dijla-tenant');
      return access.byKey(key, typeof tenant === 'string' ? tenant : null);
    },
  };
}

function keyOf(headers: IncomingHttpHeaders): string | null {
  const own = single(headers['x-dijla-key']);
  if (own !== null && own !== '') return own;
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

function single(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
