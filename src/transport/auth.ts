import type { IncomingHttpHeaders } from 'node:http';
import type { Access } from '../application/access.ts';
import { type Headroom, PRICES } from '../application/headroom.ts';
import { isInRanges, parseIpRange } from '../domain/ip-range.ts';
import type { Caller } from '../domain/tenant.ts';
import type { Origins } from './origins.ts';

/** Where a request comes from, and whether it may be a page of the gateway's own. */
export interface Came {
  /** The address at the other end of its connection. Left out, a key that is bound to addresses opens nothing. */
  readonly peer?: string | undefined;
  /** Whether the session of the gateway's own pages counts. */
  readonly cookies?: boolean;
  /**
   * The tenant that it names otherwise than by `x-dijla-tenant`, since a browser sets no header where it opens a socket,
   * shows a picture or follows a link. It counts with a session only, and for the operator only.
   */
  readonly tenant?: string | null;
}

/**
 * Finds out who calls, from headers or from what a socket's client sent first. Failures: UNAUTHENTICATED, FORBIDDEN
 * (suspended, or not from this address), NOT_FOUND (the tenant that was named), RATE_LIMITED (too many wrong keys).
 */
export interface Authenticator {
  /** By `x-dijla-key` or `Authorization: Bearer`; with `cookies` also by the session of the gateway's own pages. */
  ofHeaders(headers: IncomingHttpHeaders, came?: Came): Promise<Caller>;
  /**
   * By the key that a socket's client gave (`connectionParams.key`, `auth.key`; the headers' names are taken too, which
   * is what GraphiQL sends), else by the upgrade's headers.
   */
  ofSocket(
    given: Readonly<Record<string, unknown>>,
    upgrade: IncomingHttpHeaders,
    peer: string | undefined,
  ): Promise<Caller>;
  /** The session cookie's value, when the request comes from the gateway's own pages. */
  sessionToken(headers: IncomingHttpHeaders): string | null;
  /** The client's address: the peer's, or what a proxy of one's own says that it is. */
  addressOf(headers: IncomingHttpHeaders, peer: string | undefined): string;
  /** True for a proxy of one's own, through which many clients come. */
  isProxy(peer: string | undefined): boolean;
}

/** `__Host-` binds a cookie to this host over https; browsers refuse that prefix on plain http. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-dijla-session' : 'dijla-session';
}

export function createAuthenticator(deps: {
  readonly access: Access;
  readonly origins: Origins;
  readonly secureCookies: boolean;
  /** Addresses and ranges of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies?: readonly string[];
  /** Where a loud tenant's requests wait, beside others; left out: nowhere. */
  readonly headroom?: Pick<Headroom, 'enter'>;
}): Authenticator {
  const { access, origins } = deps;
  const cookieName = sessionCookieName(deps.secureCookies);
  const trusted = (deps.trustedProxies ?? []).flatMap((text) => parseIpRange(text) ?? []);

  /** From the near end on: the first that is no proxy of ours. What stands before it, anybody may have written. */
  function addressOf(headers: IncomingHttpHeaders, peer = ''): string {
    if (!isInRanges(peer, trusted)) return peer;
    const hops = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    const far = hops.map((hop) => hop.trim()).findLast((hop) => !isInRanges(hop, trusted));
    return far === undefined || far === '' ? peer : far;
  }

  function sessionToken(headers: IncomingHttpHeaders): string | null {
    if (!origins.isOwn(headers)) return null;
    for (const part of (headers.cookie ?? '').split(';')) {
      const [name, value] = part.trim().split('=', 2);
      if (name === cookieName && value) return value;
    }
    return null;
  }

  async function ofHeaders(headers: IncomingHttpHeaders, came: Came = {}): Promise<Caller> {
    const { cookies = false, peer } = came;
    const key = keyOf(headers);
    const session = key === null && cookies ? sessionToken(headers) : null;
    const address = addressOf(headers, peer);
    const tenant = single(headers['x-dijla-tenant']);
    const find = () =>
      session === null
        ? access.byKey(key, tenant, address)
        : access.bySession(session, address, tenant ?? came.tenant ?? null);
    const caller = await find();
    const price = PRICES.request + Number(headers['content-length'] ?? 0) * PRICES.perByte;
    const room = deps.headroom?.enter(caller.tenantId, price) ?? null;
    if (room === null) return caller;
    await room;
    // What let it in may have ended meanwhile.
    return find();
  }

  return {
    addressOf,
    ofHeaders,
    sessionToken,
    isProxy: (peer = '') => isInRanges(peer, trusted),
    async ofSocket(given, upgrade, peer) {
      const word = (...names: string[]) =>
        names.map((name) => given[name]).find((value) => typeof value === 'string' && value !== '');
      const key = word('key', 'x-dijla-key');
      const named = word('tenant', 'x-dijla-tenant');
      const tenant = typeof named === 'string' ? named : null;
      if (typeof key !== 'string') return ofHeaders(upgrade, { cookies: true, peer, tenant });
      return access.byKey(key, tenant, addressOf(upgrade, peer));
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
