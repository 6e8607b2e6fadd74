import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether `signature` (the header `X-Hub-Signature-256`: `sha256=` and 64 hex digits) is the HMAC-SHA256 of exactly
 * these bytes under one of the secrets. Every secret is tried, each compared in constant time; several are valid while
 * an app secret is being rotated. An empty secret signs nothing: anybody could use it.
 */
export function verifySignature(body: Uint8Array, signature: string, secrets: readonly string[]): boolean {
  const hex = /^sha256=([0-9a-f]{64})$/i.exec(signature)?.[1];
  if (hex === undefined) return false;
  const given = Buffer.from(hex, 'hex');
  let valid = false;
  for (const secret of secrets) {
    if (secret === '') continue;
    const expected = createHmac('sha256', secret).update(body).digest();
    valid = timingSafeEqual(given, expected) || valid;
  }
  return valid;
}
