import { GatewayError } from '../../domain/errors.ts';

/** Reads of one tenant that may wait for the reading thread, whatever asked for them. */
const MOST = 4_096;
/** What readers of the log ask for: one read each at most, and how many there are is bounded elsewhere. */
const OF_THE_LOG: ReadonlySet<string> = new Set(['events', 'head']);

/** Counts what waits for the reading thread, so that no tenant fills the memory with its questions. */
export class ReadsWaiting {
  readonly #waiting = new Map<string, number>();

  /**
   * Counts a read until the answer is called. The gateway's own (lane '') and those of the log are never refused.
   * RATE_LIMITED.
   */
  enter(lane: string, method: string): () => void {
    const waiting = this.#waiting.get(lane) ?? 0;
    if (waiting >= MOST && lane !== '' && !OF_THE_LOG.has(method)) throw tooMany();
    this.#waiting.set(lane, waiting + 1);
    return () => {
      const left = (this.#waiting.get(lane) ?? 1) - 1;
      if (left > 0) this.#waiting.set(lane, left);
      else this.#waiting.delete(lane);
    };
  }
}

function tooMany(): GatewayError {
  return new GatewayError('RATE_LIMITED', `Your tenant has ${MOST} reads under way; at most so many may be.`, {
    retryable: true,
    retryAfterSeconds: 1,
    action: 'Ask for fewer things at a time.',
  });
}
