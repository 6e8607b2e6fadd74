import { createHash, timingSafeEqual } from 'node:crypto';
import type { Hashing } from '../../ports/system.ts';

export const hashing: Hashing = {
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  equal(a, b) {
    const [left, right] = [Buffer.from(a), Buffer.from(b)];
    return left.length === right.length && timingSafeEqual(left, right);
  },
};
