/** Everything the sandbox does later goes through here, so that it can be awaited (`idle`) and stopped (`close`). */
export class Schedule {
  readonly #sleepers = new Map<NodeJS.Timeout, (awake: boolean) => void>();
  #running = 0;
  #waiters: (() => void)[] = [];
  #closed = false;
  readonly #log: (message: string, detail?: object) => void;

  constructor(log: (message: string, detail?: object) => void) {
    this.#log = log;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Runs a task in the background; one that throws is logged. Once closed, nothing starts. */
  run(task: () => Promise<void>): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#running++;
    const failed = (error: unknown) => this.#log('Sandbox: a background task failed', { error: String(error) });
    return task()
      .catch(failed)
      .finally(() => {
        this.#running--;
        if (this.#running > 0) return;
        const waiters = this.#waiters;
        this.#waiters = [];
        for (const wake of waiters) wake();
      });
  }

  /** Waits `ms` milliseconds. False when the sandbox closed, or `signal` fired, meanwhile: the task should then end. */
  sleep(ms: number, signal?: AbortSignal): Promise<boolean> {
    if (this.#closed || signal?.aborted === true) return Promise.resolve(false);
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => {
          this.#sleepers.delete(timer);
          resolve(true);
        },
        Math.max(0, ms),
      );
      this.#sleepers.set(timer, resolve);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        this.#sleepers.delete(timer);
        resolve(false);
      });
    });
  }

  /** Resolves when no task is running or asleep. */
  idle(): Promise<void> {
    if (this.#running === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push(resolve));
  }

  /** Wakes every sleeper with "give up" and waits for the tasks to end. */
  close(): Promise<void> {
    this.#closed = true;
    for (const [timer, wake] of this.#sleepers) {
      clearTimeout(timer);
      wake(false);
    }
    this.#sleepers.clear();
    return this.idle();
  }
}
