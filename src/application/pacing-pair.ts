/** Meta: one message per 6 s to the same user … */
const INTERVAL_MS = 6_000;
/** … with up to 45 at once, borrowed from the time that follows. */
const BURST = 45;
const BORROWED_MS = (BURST - 1) * INTERVAL_MS;
/** Meta's advice on 131056 is to wait 4^X seconds, X = 0, 1, 2 …; we stop growing at an hour. */
const LONGEST_BACK_OFF_MS = 60 * 60_000;
/** Pairs are looked through for idle ones when they have doubled, and never below this many. */
const FIRST_SWEEP = 1_024;

interface Pair {
  /** When the pair's debt is paid, in epoch milliseconds (the GCRA's theoretical arrival time). */
  paidAt: number;
  blockedUntil: number;
  /** Refusals since the last success: Meta's X. */
  refusals: number;
}

/**
 * Meta's limit between one number and one person. In any stretch of t seconds a pair sends at most 45 + t / 6 messages.
 * Keeps the pairs that owe something: at most some 270 s of sending, and those that Meta refused within the last hours.
 */
export class PairLimit {
  readonly #pairs = new Map<string, Pair>();
  #sweepAt = FIRST_SWEEP;

  get size(): number {
    return this.#pairs.size;
  }

  /** Milliseconds until the pair may send; 0 when it may. `now`, here and below, in epoch milliseconds. */
  wait(key: string, now: number): number {
    const pair = this.#pairs.get(key);
    if (pair === undefined) return 0;
    return Math.max(0, pair.paidAt - BORROWED_MS - now, pair.blockedUntil - now);
  }

  spend(key: string, now: number): void {
    const pair = this.#pair(key, now);
    pair.paidAt = Math.max(now, pair.paidAt) + INTERVAL_MS;
  }

  /** A turn was taken for a send that did not take place. */
  giveBack(key: string): void {
    const pair = this.#pairs.get(key);
    if (pair !== undefined) pair.paidAt -= INTERVAL_MS;
  }

  /** Meta refused the pair; `leastMs` is what it asked for itself, 0 for nothing. */
  refused(key: string, leastMs: number, now: number): void {
    const pair = this.#pair(key, now);
    const backOff = Math.min(4 ** pair.refusals * 1_000, LONGEST_BACK_OFF_MS);
    pair.refusals += 1;
    pair.blockedUntil = now + Math.max(backOff, leastMs);
  }

  accepted(key: string): void {
    const pair = this.#pairs.get(key);
    if (pair === undefined) return;
    pair.refusals = 0;
    pair.blockedUntil = 0;
  }

  #pair(key: string, now: number): Pair {
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    if (this.#pairs.size >= this.#sweepAt) this.#sweep(now);
    const pair = { paidAt: 0, blockedUntil: 0, refusals: 0 };
    this.#pairs.set(key, pair);
    return pair;
  }

  #sweep(now: number): void {
    for (const [key, { paidAt, blockedUntil, refusals }] of this.#pairs) {
      // A count of refusals outlives its block, so that the next one waits for longer.
      const memory = refusals > 0 ? LONGEST_BACK_OFF_MS : 0;
      if (paidAt <= now && blockedUntil + memory <= now) this.#pairs.delete(key);
    }
    this.#sweepAt = Math.max(FIRST_SWEEP, this.#pairs.size * 2);
  }
}
