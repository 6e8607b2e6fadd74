/** Counts what is under way, and tells when nothing is. */
export class Tally {
  #size = 0;
  #empty = Promise.withResolvers<void>();

  get size(): number {
    return this.#size;
  }

  /** Counts one in; the returned function counts it out, once. */
  enter(): () => void {
    this.#size += 1;
    let inside = true;
    return () => {
      if (!inside) return;
      inside = false;
      this.#size -= 1;
      if (this.#size > 0) return;
      this.#empty.resolve();
      this.#empty = Promise.withResolvers();
    };
  }

  /** Resolves when nothing is under way. */
  async empty(): Promise<void> {
    if (this.#size > 0) await this.#empty.promise;
  }
}

/** Resolves with the promise or after `ms`, whichever is first. */
export async function within(ms: number, promise: Promise<unknown>): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  try {
    await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
