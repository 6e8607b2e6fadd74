import { randomBytes, randomFillSync } from 'node:crypto';
import type { Ids } from '../../ports/system.ts';

/** Crockford's alphabet: no letter that looks like a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_DIGITS = 10;
const RANDOM_DIGITS = 16;

/** Random bytes are asked for in bulk: by the piece they cost more than all the rest of an id. Each is used once. */
const pool = Buffer.alloc(256 * RANDOM_DIGITS);
let used = pool.length;

/** 10 digits of time and 16 random ones (80 bits), so that rows made together lie together in an index. */
export const randomIds: Ids = {
  fresh() {
    let id = '';
    for (let time = Date.now(), n = 0; n < TIME_DIGITS; n += 1, time = Math.floor(time / 32)) {
      id = ALPHABET.charAt(time % 32) + id;
    }
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    for (const end = used + RANDOM_DIGITS; used < end; used += 1) id += ALPHABET.charAt((pool[used] ?? 0) & 31);
    return id;
  },
  secret: () => randomBytes(32).toString('base64url'),
};
