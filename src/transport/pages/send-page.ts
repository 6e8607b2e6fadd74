import type { FastifyReply } from 'fastify';
import type { Html } from './html.ts';

const COMMON = [
  "default-src 'none'",
  "script-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/** Everything from this server, nothing inline, framed by nobody. */
const PAGE_POLICY = [...COMMON, "style-src 'self'", "img-src 'self'"].join('; ');

/**
 * The dashboard's. Its components make style sheets as they appear, which carry the page's nonce; what they set on a
 * single element goes through the object model, which no policy counts as inline. Files that are being uploaded are shown
 * and played from memory (`blob:`).
 */
function dashboardPolicy(nonce: string): string {
  return [
    ...COMMON,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    "manifest-src 'self'",
    "worker-src 'self'",
  ].join('; ');
}

/** The headers of whatever a browser may show. */
export function securityHeaders(reply: FastifyReply, nonce: string | null = null): FastifyReply {
  return reply
    .header('content-security-policy', nonce === null ? PAGE_POLICY : dashboardPolicy(nonce))
    .header('x-content-type-options', 'nosniff')
    .header('x-frame-options', 'DENY')
    .header('referrer-policy', 'same-origin')
    .header('cross-origin-opener-policy', 'same-origin')
    .header('permissions-policy', 'camera=(), geolocation=(), microphone=()');
}

/** Never cached: a page shows who is signed in and the address it was asked under. */
export function sendPage(
  reply: FastifyReply,
  page: Html,
  { status = 200, nonce = null }: { readonly status?: number; readonly nonce?: string | null } = {},
): FastifyReply {
  return securityHeaders(reply, nonce)
    .status(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page.text);
}
