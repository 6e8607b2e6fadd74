import { StoreUnavailableError } from './store-errors.ts';

/** What one job of a committed group came to. */
export type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Error };

interface Queued<Job> {
  readonly job: Job;
  readonly weight: number;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Group commit: what arrives while one transaction is being written forms the next, so that one flush to disk serves
 * all of it. Groups are written one after the other and keep the order of arrival. A job's promise settles only after
 * its group is durable; when `write` rejects, nothing of the group is.
 */
export class GroupCommit<Job> {
  readonly #write: (group: readonly Job[]) => Promise<readonly Outcome[]>;
  readonly #maxWeight: number;
  #queue: Queued<Job>[] = [];
  #writing: Promise<void> | null = null;
  #closed = false;

  /** A group ends before it weighs more than `maxWeight`, but always has one job. */
  constructor(maxWeight: number, write: (group: readonly Job[]) => Promise<readonly Outcome[]>) {
    this.#maxWeight = maxWeight;
    this.#write = write;
  }

  add(job: Job, weight: number): Promise<unknown> {
    if (this.#closed) return Promise.reject(new StoreUnavailableError('The store is closed.'));
    return new Promise((resolve, reject) => {
      this.#queue.push({ job, weight, resolve, reject });
      this.#writing ??= this.#drain();
    });
  }

  /** True when nothing is being written and nothing waits. */
  get idle(): boolean {
    return this.#writing === null;
  }

  /** Takes no more jobs and resolves when every job it has is settled. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#writing;
  }

  async #drain(): Promise<void> {
    // What arrives in the same turn of the event loop belongs into the first group.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#queue.length > 0) await this.#writeGroup(this.#takeGroup());
    this.#writing = null;
  }

  #takeGroup(): Queued<Job>[] {
    let weight = 0;
    let size = 0;
    for (const queued of this.#queue) {
      weight += queued.weight;
      if (size > 0 && weight > this.#maxWeight) break;
      size += 1;
    }
    const group = this.#queue.slice(0, size);
    this.#queue = this.#queue.slice(size);
    return group;
  }

  async #writeGroup(group: readonly Queued<Job>[]): Promise<void> {
    try {
      const outcomes = await this.#write(group.map(({ job }) => job));
      group.forEach(({ resolve, reject }, i) => {
        const outcome = outcomes[i];
        if (outcome?.ok) resolve(outcome.value);
        else reject(outcome?.error ?? new Error('The store gave no answer.'));
      });
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error));
      for (const { reject } of group) reject(reason);
    }
  }
}
