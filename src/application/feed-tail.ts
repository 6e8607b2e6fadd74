import type { LogEvent } from '../domain/event.ts';

const ROWS_KEPT = 1_024;
const ROWS_PER_READ = 256;

/**
 * The newest rows of one tenant's log, shared by all its readers: a wake-up costs one read of the store however many
 * listen. Whoever is further behind reads the store for itself.
 */
export class Tail {
  readers = 0;
  readonly #load: (after: number, limit: number) => Promise<readonly LogEvent[]>;
  #rows: LogEvent[] = [];
  #wakes = 0;
  #wakeup = Promise.withResolvers<void>();
  #reading: { readonly wakes: number; readonly after: number; readonly rows: Promise<readonly LogEvent[]> } | null =
    null;

  constructor(load: (after: number, limit: number) => Promise<readonly LogEvent[]>) {
    this.#load = load;
  }

  /** The log may have grown. */
  wake(): void {
    this.#wakes += 1;
    const { resolve } = this.#wakeup;
    this.#wakeup = Promise.withResolvers<void>();
    resolve();
  }

  /** Resolves at the next wake-up after this call. */
  armed(): Promise<void> {
    return this.#wakeup.promise;
  }

  /** Rows after `seq` in order; empty at the end of the log. */
  async after(seq: number): Promise<readonly LogEvent[]> {
    const kept = this.#keptAfter(seq);
    if (kept !== null && kept.length > 0) return kept;
    // A read that began before the latest wake-up may have missed what it told of, so it is not shared.
    const shared = this.#reading;
    if (shared !== null && shared.after === seq && shared.wakes === this.#wakes) return shared.rows;
    const rows = this.#load(seq, ROWS_PER_READ);
    const reading = { wakes: this.#wakes, after: seq, rows };
    this.#reading = reading;
    try {
      const loaded = await rows;
      this.#keep(loaded);
      return loaded;
    } finally {
      if (this.#reading === reading) this.#reading = null;
    }
  }

  /** Null when the rows after `seq` are not all here. */
  #keptAfter(seq: number): readonly LogEvent[] | null {
    const [first] = this.#rows;
    if (first === undefined || seq + 1 < first.seq) return null;
    return this.#rows.slice(seq + 1 - first.seq, seq + 1 - first.seq + ROWS_PER_READ);
  }

  /** Keeps rows that continue what is kept, or starts anew with rows that lie beyond it. */
  #keep(rows: readonly LogEvent[]): void {
    const last = this.#rows.at(-1)?.seq;
    const [first] = rows;
    if (first === undefined) return;
    if (last === undefined || first.seq > last + 1) this.#rows = [...rows];
    else this.#rows.push(...rows.filter((row) => row.seq > last));
    if (this.#rows.length > ROWS_KEPT) this.#rows.splice(0, this.#rows.length - ROWS_KEPT);
  }
}
