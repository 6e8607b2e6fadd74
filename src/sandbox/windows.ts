import { CappedMap } from './capped.ts';

const DAY_MS = 24 * 3_600_000;
const MOST_PAIRS = 50_000;

/** The sandbox's own clock, which a developer can move forward to see windows, media and links expire. */
export class Clock {
  #aheadMs = 0;

  /** Milliseconds since 1970, moved. Webhook timestamps do not use it: they stay real. */
  now(): number {
    return Date.now() + this.#aheadMs;
  }

  /** Moves the clock forward and returns how many hours it is ahead in all. */
  advance(hours: number): number {
    this.#aheadMs += hours * 3_600_000;
    return this.#aheadMs / 3_600_000;
  }
}

/** Customer-service windows: 24 h from the user's last message to this business number (Meta). */
export class Windows {
  readonly #lastInbound = new CappedMap<string, number>(MOST_PAIRS);
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The user wrote: the window opens, or its 24 h begin anew. */
  open(numberId: string, userKey: string): void {
    this.#lastInbound.set(`${numberId} ${userKey}`, this.#clock.now());
  }

  /** Whether the user ever wrote to, or called, this number. */
  knows(numberId: string, userKey: string): boolean {
    return this.#lastInbound.has(`${numberId} ${userKey}`);
  }

  /** The user goes by another key from now on: their window stays as it is. */
  move(numberId: string, from: string, to: string): void {
    const last = this.#lastInbound.get(`${numberId} ${from}`);
    if (last !== undefined) this.#lastInbound.set(`${numberId} ${to}`, last);
  }

  /** False for a user who never wrote as well: with Meta, too, only a template reaches them. */
  isOpen(numberId: string, userKey: string): boolean {
    const last = this.#lastInbound.get(`${numberId} ${userKey}`);
    return last !== undefined && this.#clock.now() - last < DAY_MS;
  }
}
