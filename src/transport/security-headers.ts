import type { ServerResponse } from 'node:http';

const YEAR_SECONDS = 31_536_000;

/**
 * What every answer says unless whoever writes it says otherwise: a browser that is led to it shows nothing, runs
 * nothing, frames nothing, guesses no type and keeps no copy. Pages and files that may do more say so themselves.
 */
const HEADERS: readonly (readonly [string, string])[] = [
  ['cache-control', 'no-store'],
  ['content-security-policy', "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['referrer-policy', 'no-referrer'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
];

/** With `https` browsers are told to come by https alone from now on, to this host and no other. */
export function createSecurityHeaders(https: boolean): (response: ServerResponse) => void {
  const headers = https ? [...HEADERS, ['strict-transport-security', `max-age=${YEAR_SECONDS}`] as const] : HEADERS;
  return (response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
  };
}

/** GraphiQL brings its scripts and styles inside the page. */
export const GRAPHIQL_POLICY = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";
