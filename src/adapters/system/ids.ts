import { randomBytes } from 'node:crypto';
import type { Ids } from '../../ports/system.ts';

/** Crockford's alphabet: no letter that looks like a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_DIGITS = 10;
const RANDOM_DIGITS = 16;

/** 10 digits of time and 16 random ones (80 bits), so that rows made together lie together in an index. */
export const randomIds: Ids = {
  fresh() {
    let id = '';
    for (let time = Date.now(), n = 0; n < TIME_DIGITS; n += 1, time = Math.floor(time / 32)) {
      id = ALPHABET.charAt(time % 32) + id;
    }
    for (const byte of randomBytes(RANDOM_DIGITS)) id += ALPHABET.charAt(byte & 31);
    return id;
  },
  secret: () => randomBytes(32).toString('base64url'),
};
