import { FairQueue } from '../../domain/fair-queue.ts';
import { StoreUnavailableError } from './store-errors.ts';

/** What one job of a committed group came to. */
export type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Error };

/** After a job of another lane than that of the job before, several lanes count as being here for this long. */
const COMPANY_MS = 1_000;

interface Queued<Job> {
  readonly job: Job;
  readonly weight: number;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Group commit: what arrives while one transaction is being written forms the next, so that one flush to disk serves
 * all of it. Groups are written one after the other. Jobs of one lane keep the order of their arrival; lanes take turns,
 * job by job, so that a long queue in one holds up no other; and while there are several, groups are kept short, since
 * whoever comes next waits for the one under way. A job's promise settles only after its group is durable; when `write`
 * rejects, nothing of the group is.
 */
export class GroupCommit<Job> {
  readonly #write: (group: readonly Job[]) => Promise<readonly Outcome[]>;
  readonly #maxWeight: number;
  readonly #laneWeight: number;
  readonly #clock: () => number;
  /** Of the last job that had one. */
  #lastLane = '';
  /** Until then several lanes count as being here. */
  #companyUntil = 0;
  readonly #queue = new FairQueue<Queued<Job>>();
  #writing: Promise<void> | null = null;
  #closed = false;

  /**
   * A group ends before it weighs more than `maxWeight` and, within a second after jobs of several lanes, before one
   * lane's part of it weighs more than `laneWeight`; but every lane's first job fits, and the first of all. `clock`: in
   * milliseconds.
   */
  constructor(
    maxWeight: number,
    write: (group: readonly Job[]) => Promise<readonly Outcome[]>,
    laneWeight: number = maxWeight,
    clock: () => number = () => performance.now(),
  ) {
    this.#maxWeight = maxWeight;
    this.#laneWeight = laneWeight;
    this.#clock = clock;
    this.#write = write;
  }

  add(job: Job, weight: number, lane = ''): Promise<unknown> {
    if (this.#closed) return Promise.reject(new StoreUnavailableError('The store is closed.'));
    this.#meet(lane);
    return new Promise((resolve, reject) => {
      this.#queue.push(lane, { job, weight, resolve, reject });
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
    while (!this.#queue.empty) await this.#writeGroup(this.#takeGroup());
    this.#writing = null;
  }

  #meet(lane: string): void {
    if (lane === '' || lane === this.#lastLane) return;
    if (this.#lastLane !== '') this.#companyUntil = this.#clock() + COMPANY_MS;
    this.#lastLane = lane;
  }

  #takeGroup(): Queued<Job>[] {
    const group: Queued<Job>[] = [];
    const lanes = new Map<string, number>();
    let weight = 0;
    const most = this.#clock() < this.#companyUntil ? this.#laneWeight : this.#maxWeight;
    for (;;) {
      const queued = this.#queue.take((next, lane) => {
        const ofLane = lanes.get(lane);
        const fits = group.length === 0 || weight + next.weight <= this.#maxWeight;
        if (!fits || (ofLane !== undefined && ofLane + next.weight > most)) return false;
        lanes.set(lane, (ofLane ?? 0) + next.weight);
        return true;
      });
      if (queued === undefined) return group;
      weight += queued.weight;
      group.push(queued);
    }
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
