import type { Log } from '../../ports/system.ts';

/** Messages that come close together are indexed together: each helping is a flush to disk. */
const GATHER_MS = 250;
/** After a helping that failed, as on a full disk. */
const RECOVER_MS = 30_000;

/**
 * Extends the search index when no write is under way, one helping after the other, so that a write waits for one
 * helping at most. Under a load that never pauses the index lags, and searches look through what is not in it yet.
 */
export class IdleIndexing {
  readonly #helping: () => Promise<boolean>;
  readonly #idle: () => boolean;
  readonly #log: Log;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  /** Something was stored since the running helping began. */
  #grown = false;
  #closed = false;

  /** `helping` resolves to true when there is more to do. */
  constructor(helping: () => Promise<boolean>, idle: () => boolean, log: Log) {
    this.#helping = helping;
    this.#idle = idle;
    this.#log = log;
  }

  /** Something was stored that may have to be indexed. */
  grew(): void {
    this.#grown = true;
    if (this.#running === null && this.#timer === null) this.#wait(GATHER_MS);
  }

  /** Resolves when no helping is under way; none is begun from now on. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#running;
  }

  #wait(ms: number): void {
    if (this.#closed) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#running = this.#run();
    }, ms).unref();
  }

  async #run(): Promise<void> {
    let pause: number | null = GATHER_MS;
    try {
      let more = true;
      while (more && this.#idle() && !this.#closed) {
        this.#grown = false;
        more = await this.#helping();
      }
      if (!more && !this.#grown) pause = null;
    } catch (error) {
      pause = RECOVER_MS;
      if (!this.#closed) this.#log.warn('the search index could not be extended', { error });
    }
    this.#running = null;
    if (pause !== null) this.#wait(pause);
  }
}
