import type { LiveEvent } from './live.ts';

/** More messages than a screen shows; what is older goes to the cache first. */
const MOST_HELD = 500;

/**
 * What of the stream is written to the cache. While it catches up it repeats what the first reads have seen already: of
 * each message only the newest state is let through then, so that no tick goes backwards before one's eyes.
 */
export class CatchUp {
  readonly #held = new Map<string, LiveEvent>();
  #live = false;

  /** The events to write now, in the order in which they happened. */
  take(event: LiveEvent): readonly LiveEvent[] {
    if (event.__typename === 'Checkpoint') {
      if (!event.live) return [];
      this.#live = true;
      return this.#release(0);
    }
    const message = messageOf(event);
    if (this.#live || message === null) return [event];
    this.#held.delete(message);
    this.#held.set(message, event);
    return this.#release(MOST_HELD);
  }

  /** The connection is gone: what comes next is a repetition again. */
  lost(): void {
    this.#live = false;
  }

  #release(most: number): LiveEvent[] {
    const released: LiveEvent[] = [];
    for (const [message, event] of this.#held) {
      if (this.#held.size <= most) break;
      this.#held.delete(message);
      released.push(event);
    }
    return released;
  }
}

function messageOf(event: LiveEvent): string | null {
  return 'message' in event && event.message ? event.message.id : null;
}
