/*
 * `dk_live_<id>_<secret><checksum>` (`dk_test_…` in sandbox). The id is the public part of `key_…`; the secret is 256
 * random bits; the checksum is the CRC-32 of all that precedes it, so that typing errors, and whoever scans texts for
 * leaked keys, are answered without looking a key up.
 */

export type KeyMode = 'live' | 'test';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** What 256 bits and 32 bits come to in base 62. */
const SECRET_LENGTH = 43;
const CHECKSUM_LENGTH = 6;
const FORM = /^(dk_(live|test)_([0-9a-z]{26})_[0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;

/** A new key's text. `id` is `key_` and 26 characters, `secret` 256 random bits as base64url. */
export function formatKey(mode: KeyMode, id: string, secret: string): string {
  const body = `${keyPrefix(mode, id)}${toBase62(bitsOf(secret), SECRET_LENGTH)}`;
  return body + checksumOf(body);
}

/** What of a key may be shown. */
export function keyPrefix(mode: KeyMode, id: string): string {
  return `dk_${mode}_${id.slice('key_'.length)}_`;
}

export type ReadKey =
  | { readonly kind: 'key'; readonly mode: KeyMode; readonly id: string }
  /** Looks like a key, but its characters do not fit together: mistyped, cut off or made up. */
  | { readonly kind: 'mistyped' }
  | { readonly kind: 'other' };

/** What a text says about itself. Nothing secret is compared here. */
export function readKey(text: string): ReadKey {
  const [, body = '', mode = '', id = '', checksum = ''] = FORM.exec(text) ?? [];
  if (body === '') return { kind: /^dk_(?:live|test)_/.test(text) ? 'mistyped' : 'other' };
  if (checksumOf(body) !== checksum) return { kind: 'mistyped' };
  return { kind: 'key', mode: mode === 'live' ? 'live' : 'test', id: `key_${id}` };
}

function checksumOf(text: string): string {
  return toBase62(BigInt(crc32(text)), CHECKSUM_LENGTH);
}

/** CRC-32 (IEEE 802.3) of a text of ASCII characters. It tells every change of a single character. */
function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i += 1) {
    crc ^= text.charCodeAt(i);
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** The last character of 43 holds four bits; the other two are none. */
function bitsOf(base64url: string): bigint {
  let bits = 0n;
  for (const character of base64url) bits = (bits << 6n) | BigInt(BASE64URL.indexOf(character));
  return bits >> 2n;
}

function toBase62(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest /= 62n) text = DIGITS.charAt(Number(rest % 62n)) + text;
  return text;
}
