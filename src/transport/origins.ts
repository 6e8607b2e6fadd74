import type { IncomingHttpHeaders } from 'node:http';

/** Which web pages may call. Governs CORS and upgrades; a request without an `Origin` comes from no web page. */
export interface Origins {
  /** True for a missing origin, the gateway's own, and those of `ALLOWED_ORIGINS`. */
  allows(headers: IncomingHttpHeaders): boolean;
  /** True when the request surely comes from the gateway's own pages: only then a cookie counts. */
  isOwn(headers: IncomingHttpHeaders): boolean;
}

/** What a refused page is told. */
export const ORIGIN_REFUSED = 'This origin is not allowed. Add it to ALLOWED_ORIGINS.';

export function createOrigins(options: {
  readonly allowed: readonly string[];
  /** The gateway's own address, when it is behind a proxy. */
  readonly publicUrl: string | null;
  /** In sandbox any page on localhost may call. */
  readonly anyLocalhost: boolean;
}): Origins {
  const allowed = new Set(options.allowed);
  const publicOrigin = options.publicUrl === null ? null : new URL(options.publicUrl).origin;

  /** Where the address is known to be https, a page that came over plain http may be anybody's on the way. */
  function own({ host }: IncomingHttpHeaders, origin: string): boolean {
    if (origin === publicOrigin || origin === `https://${host}`) return true;
    return origin === `http://${host}` && publicOrigin !== `https://${host}`;
  }

  return {
    allows(headers) {
      const { origin } = headers;
      if (origin === undefined || allowed.has('*') || allowed.has(origin) || own(headers, origin)) return true;
      return options.anyLocalhost && URL.canParse(origin) && isLocalhost(new URL(origin).hostname);
    },
    isOwn(headers) {
      const { origin } = headers;
      // Browsers leave `Origin` out of same-origin GETs and say so in `Sec-Fetch-Site`, which pages cannot forge.
      if (origin === undefined) return headers['sec-fetch-site'] === 'same-origin';
      return own(headers, origin);
    },
  };
}

function isLocalhost(hostname: string): boolean {
  return (
    hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1' || hostname === '[::1]'
  );
}
