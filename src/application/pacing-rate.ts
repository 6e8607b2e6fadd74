/** A quiet stretch of this length raises a rate that was learned down. */
const QUIET_MS = 10_000;
/** By how much of its setting. A halved rate is back after 100 quiet seconds. */
const RAISE = 0.05;
const LEAST_PER_SECOND = 1;
/** Tokens are fractions; a whole one may come out a hair too small. */
const ROUNDING = 1e-6;

/**
 * How fast one number may send: a token bucket of one second's worth. In any stretch of t seconds it gives away at most
 * `rate × (t + 1)` tokens. "Too fast" from Meta halves the rate; quiet raises it step by step to its setting again.
 */
export class NumberRate {
  readonly #setting: number;
  #rate: number;
  #tokens: number;
  #at: number;
  #quietSince: number;
  #slowedAt = Number.NEGATIVE_INFINITY;

  /** `setting` is in messages a second; `now`, here and below, in epoch milliseconds. */
  constructor(setting: number, now: number) {
    this.#setting = Math.max(setting, LEAST_PER_SECOND);
    this.#rate = this.#setting;
    this.#tokens = this.#setting;
    this.#at = now;
    this.#quietSince = now;
  }

  /** Milliseconds until there is a token; 0 when there is one. */
  wait(now: number): number {
    this.#advance(now);
    if (this.#tokens >= 1 - ROUNDING) return 0;
    return Math.max(1, Math.ceil(((1 - this.#tokens) / this.#rate) * 1_000 - ROUNDING));
  }

  spend(now: number): void {
    this.#advance(now);
    this.#tokens -= 1;
  }

  /** A token was taken for a send that did not take place. */
  giveBack(): void {
    this.#tokens = Math.min(this.#tokens + 1, this.#rate);
  }

  /** Meta called a send too fast that was taken at `takenAt`. Those of one volley count once. */
  slowDown(takenAt: number, now: number): void {
    this.#advance(now);
    this.#quietSince = now;
    if (takenAt <= this.#slowedAt) return;
    this.#slowedAt = now;
    this.#rate = Math.max(this.#rate / 2, LEAST_PER_SECOND);
    this.#tokens = Math.min(this.#tokens, 0);
  }

  /** Messages a second, as learned so far. */
  perSecond(now: number): number {
    this.#advance(now);
    return this.#rate;
  }

  /** True when nothing would be lost by forgetting it. */
  isFresh(now: number): boolean {
    this.#advance(now);
    return this.#rate === this.#setting && this.#tokens >= this.#setting - ROUNDING;
  }

  /** The time that has passed earns tokens at the rate that held during it. A clock that was set back earns none. */
  #advance(now: number): void {
    const earned = (Math.max(0, now - this.#at) / 1_000) * this.#rate;
    this.#at = now;
    const steps = Math.floor((now - this.#quietSince) / QUIET_MS);
    if (steps > 0) {
      this.#rate = Math.min(this.#setting, this.#rate + steps * RAISE * this.#setting);
      this.#quietSince += steps * QUIET_MS;
    } else if (steps < 0) {
      this.#quietSince = now;
    }
    this.#tokens = Math.min(this.#tokens + earned, this.#rate);
  }
}
