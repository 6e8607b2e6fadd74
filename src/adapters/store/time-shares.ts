/**
 * What waits for one worker, in lanes that share its time: next comes the lane that has used least of it, so that short
 * work of one is not made to wait for as many long pieces of another. Within a lane the order of arrival holds. Time that
 * was not asked for is not saved up; time that was overdrawn is remembered until the others have caught up.
 */
export class TimeShares<T> {
  readonly #lanes = new Map<string, { items: T[]; next: number; used: number }>();
  /** What the lane that was served last had used by then: where newcomers begin. */
  #floor = 0;
  #waiting = 0;

  get empty(): boolean {
    return this.#waiting === 0;
  }

  push(name: string, item: T): void {
    const lane = this.#lanes.get(name) ?? { items: [], next: 0, used: this.#floor };
    lane.used = Math.max(lane.used, this.#floor);
    lane.items.push(item);
    this.#lanes.set(name, lane);
    this.#waiting += 1;
  }

  /** Does what comes next, and notes how long it took by `clock` (milliseconds). */
  serve(work: (item: T) => void, clock: () => number = () => performance.now()): void {
    const lane = this.#least();
    const item = lane?.items[lane.next];
    if (lane === null || item === undefined) return;
    this.#floor = lane.used;
    this.#waiting -= 1;
    lane.next += 1;
    if (lane.next === lane.items.length) {
      lane.items = [];
      lane.next = 0;
    }
    const began = clock();
    work(item);
    lane.used += Math.max(0, clock() - began);
  }

  /** Of the lanes in which something waits; those that wait for nothing and owe nothing are forgotten on the way. */
  #least() {
    let least: { items: T[]; next: number; used: number } | null = null;
    for (const [name, lane] of this.#lanes) {
      if (lane.items.length === 0) {
        if (lane.used <= this.#floor) this.#lanes.delete(name);
      } else if (least === null || lane.used < least.used) {
        least = lane;
      }
    }
    return least;
  }
}
