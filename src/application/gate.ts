import { FairQueue } from '../domain/fair-queue.ts';

/** Lets so many pass at a time. Whoever has to wait does so in the lane of its tenant; the lanes take turns. */
export class Gate {
  readonly #waiting = new FairQueue<() => void>();
  #free: number;

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  /** Resolves when it may pass; whoever does disposes of the answer at the end. */
  async enter(lane: string): Promise<Disposable> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(lane, resolve));
    let inside = true;
    return {
      [Symbol.dispose]: () => {
        if (inside) this.#leave();
        inside = false;
      },
    };
  }

  #leave(): void {
    const next = this.#waiting.shift();
    // Who comes next takes the place at once, so that nobody slips in between.
    if (next === undefined) this.#free += 1;
    else next();
  }
}
