import { FairQueue } from '../domain/fair-queue.ts';

/** Deliveries in one turn of the event loop: a millisecond or two of rendering and writing. */
const PER_TURN = 32;

/**
 * Spreads deliveries over turns of the event loop, tenants in turn: one with thousands of readers or a long backlog lets
 * the others' events, and all that arrives meanwhile, come between. As long as a turn has room nothing waits.
 */
export class FeedTurns {
  readonly #nextTurn: (run: () => void) => void;
  readonly #waiting = new FairQueue<() => void>();
  #left = PER_TURN;
  #asked = false;

  /** `nextTurn` runs something when the event loop has turned. */
  constructor(nextTurn: (run: () => void) => void) {
    this.#nextTurn = nextTurn;
  }

  /** Resolves when the tenant's reader may go on; null when it may at once. */
  enter(tenantId: string): Promise<void> | null {
    this.#ask();
    if (this.#left > 0 && this.#waiting.empty) {
      this.#left -= 1;
      return null;
    }
    return new Promise((resolve) => this.#waiting.push(tenantId, resolve));
  }

  #ask(): void {
    if (this.#asked) return;
    this.#asked = true;
    this.#nextTurn(() => this.#turn());
  }

  #turn(): void {
    this.#asked = false;
    this.#left = PER_TURN;
    for (; this.#left > 0; this.#left -= 1) {
      const go = this.#waiting.shift();
      if (go === undefined) return;
      this.#ask();
      go();
    }
  }
}
