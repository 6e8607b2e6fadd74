/** What waits, in lanes that take turns; within a lane, in the order of arrival. */
export class FairQueue<T> {
  /** In the order of their turns. None is empty. */
  readonly #lanes = new Map<string, Waiting<T>>();

  get empty(): boolean {
    return this.#lanes.size === 0;
  }

  /** Whether something of this lane waits. */
  holds(lane: string): boolean {
    return this.#lanes.has(lane);
  }

  push(lane: string, item: T): void {
    const waiting = this.#lanes.get(lane);
    if (waiting === undefined) this.#lanes.set(lane, { items: [item], next: 0 });
    else waiting.items.push(item);
  }

  /** The first of the lane whose turn it is. */
  shift(): T | undefined {
    return this.take(() => true);
  }

  /** The first item, in the order of the lanes' turns, that may be taken: of each lane only its first is asked for. */
  take(may: (item: T, lane: string) => boolean): T | undefined {
    for (const [lane, waiting] of this.#lanes) {
      const { items, next } = waiting;
      const item = items[next];
      if (item === undefined || !may(item, lane)) continue;
      waiting.next += 1;
      this.#lanes.delete(lane);
      if (waiting.next < items.length) this.#lanes.set(lane, compact(waiting));
      return item;
    }
    return undefined;
  }
}

interface Waiting<T> {
  items: T[];
  /** Where the first that still waits stands: taking each off the front would move all others. */
  next: number;
}

const COMPACT_FROM = 1_024;

function compact<T>(waiting: Waiting<T>): Waiting<T> {
  const { items, next } = waiting;
  return next < COMPACT_FROM || next * 2 < items.length ? waiting : { items: items.slice(next), next: 0 };
}
