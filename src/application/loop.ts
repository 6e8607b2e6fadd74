import type { Clock } from '../ports/system.ts';

const LEAST_WAIT_MS = 25;
const LONGEST_WAIT_MS = 60_000;
const RETRY_MS = 1_000;

/** Work that is done now and again: when somebody knows of some, and when the next falls due. */
export interface Loop {
  /** There is something to do. Kicks during a step make one more, however many they are. */
  kick(): void;
  start(): void;
  /** Begins no more steps and resolves when the one under way is done. */
  stop(): Promise<void>;
}

/**
 * `step` answers in how many ms the next is due, infinite for never; it is asked again within a minute all the same, and
 * not within 25 ms, so that what falls due together (tokens of a busy number) is taken together. One that rejects is told and run again in a second.
 */
export function createLoop(clock: Clock, step: () => Promise<number>, failed: (error: unknown) => void): Loop {
  let running = false;
  let again = false;
  let stepping: Promise<void> | null = null;
  let timer: { cancel(): void } | null = null;

  async function run(): Promise<void> {
    timer?.cancel();
    let wait = RETRY_MS;
    try {
      wait = Math.min(Math.max(await step(), LEAST_WAIT_MS), LONGEST_WAIT_MS);
    } catch (error) {
      failed(error);
    }
    if (running) timer = clock.after(wait, kick);
  }

  function kick(): void {
    if (!running) return;
    if (stepping !== null) {
      again = true;
      return;
    }
    stepping = run().finally(() => {
      stepping = null;
      if (!again) return;
      again = false;
      kick();
    });
  }

  return {
    kick,
    start() {
      running = true;
      kick();
    },
    async stop() {
      running = false;
      timer?.cancel();
      await stepping;
    },
  };
}
