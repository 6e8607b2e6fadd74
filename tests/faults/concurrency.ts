/** Runs `work` over the list, at most `width` at once, in the list's order of starting. */
export async function eachOf<T>(list: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const items = list.values();
  const worker = async () => {
    for (const item of items) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(width, list.length) }, worker));
}

/** True when the promise came to its end within `ms`; the rig then judges by what it finds, and never hangs. */
export async function within(ms: number, promise: Promise<unknown>): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), ms);
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A condition that somebody announces: `until` looks again after every `changed`. */
export class Signal {
  #next = Promise.withResolvers<void>();

  changed(): void {
    const { resolve } = this.#next;
    this.#next = Promise.withResolvers<void>();
    resolve();
  }

  /** False when it did not come true in time. */
  async until(holds: () => boolean, ms: number): Promise<boolean> {
    let given = false;
    const loop = async () => {
      while (!given && !holds()) await this.#next.promise;
    };
    const came = await within(ms, loop());
    given = true;
    return came;
  }
}
