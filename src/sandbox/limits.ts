import { CappedMap } from './capped.ts';
import { GraphError } from './graph-errors.ts';
import type { Clock } from './windows.ts';

/** Tokens that come back at `perSecond`, never more than `capacity`. */
interface Bucket {
  capacity: number;
  perSecond: number;
}

/** Meta: 80 messages a second by a number; the sandbox counts what is sent, Meta also what comes in. */
const numberBucket: Bucket = { capacity: 80, perSecond: 80 };
/** Meta: one message per 6 s to one user; up to 45 at once, borrowed from the time that follows. */
const pairBucket: Bucket = { capacity: 45, perSecond: 1 / 6 };

/** Meta's send rates. A refused call costs nothing. */
export class SendLimits {
  readonly #levels = new CappedMap<string, { tokens: number; at: number }>(50_000);
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Throws 130429 when the number sends too fast. */
  spendNumber(numberId: string): void {
    if (!this.#take(numberId, numberBucket)) {
      throw new GraphError(130429, 'Message failed to send because the number sent more than 80 messages in a second.');
    }
  }

  /** Throws 131056 when this number writes to this user too fast. */
  spendPair(numberId: string, userKey: string): void {
    if (!this.#take(`${numberId} ${userKey}`, pairBucket)) {
      throw new GraphError(
        131056,
        'Too many messages were sent from this phone number to the same user in a short time.',
      );
    }
  }

  #take(key: string, bucket: Bucket): boolean {
    const now = this.#clock.now();
    const level = this.#levels.get(key) ?? { tokens: bucket.capacity, at: now };
    const refilled = level.tokens + (Math.max(0, now - level.at) / 1000) * bucket.perSecond;
    const tokens = Math.min(bucket.capacity, refilled);
    if (tokens < 1) return false;
    this.#levels.set(key, { tokens: tokens - 1, at: now });
    return true;
  }
}
