import { CappedMap } from './capped.ts';
import { freshObjectId } from './ids.ts';
import type { Clock } from './windows.ts';

const HOUR_MS = 3_600_000;

/** A conversation that came from an ad, and what Meta charges nothing for. */
export interface EntryPoint {
  conversationId: string;
  /** Milliseconds since 1970 on the real clock, as the webhooks tell it. */
  expiresAt: number;
}

/** Free entry points (Meta): 72 h from the business's answer, given within 24 h, to a user who came from an ad. */
export class EntryPoints {
  readonly #arrived = new CappedMap<string, number>(50_000);
  readonly #open = new CappedMap<string, EntryPoint & { since: number }>(50_000);
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The user wrote by way of an ad. */
  arrive(numberId: string, userKey: string): void {
    this.#arrived.set(`${numberId} ${userKey}`, this.#clock.now());
  }

  /** The business wrote: the first answer opens the free window. The window that this message is in, if any. */
  answer(numberId: string, userKey: string, at: number): EntryPoint | undefined {
    const pair = `${numberId} ${userKey}`;
    const now = this.#clock.now();
    const arrived = this.#arrived.get(pair);
    if (arrived !== undefined) {
      this.#arrived.delete(pair);
      if (now - arrived < 24 * HOUR_MS) {
        this.#open.set(pair, { conversationId: freshObjectId(16), expiresAt: at + 72 * HOUR_MS, since: now });
      }
    }
    const open = this.#open.get(pair);
    return open !== undefined && now - open.since < 72 * HOUR_MS ? open : undefined;
  }
}
