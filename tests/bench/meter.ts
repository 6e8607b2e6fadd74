import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

const RESOLUTION_MS = 5;
/** Calm is so long with so small a part of a processor, of all threads. */
const CALM = { ms: 300, part: 0.1 } as const;

/** What a process measures of itself between `start` and `read`. */
export interface Meter {
  start(): void;
  read(): Measured;
  /** Resolves when the process was idle for a while. */
  calm(): Promise<void>;
}

export interface Measured {
  /** How late the event loop came to a timer, milliseconds. */
  readonly loopP50: number;
  readonly loopP99: number;
  readonly loopMax: number;
  /** CPU time of the main thread, and of the whole process, milliseconds: less moved by busy neighbours than a clock. */
  readonly mainMs: number;
  readonly processMs: number;
  /** Transactions of the store's writer that wrote something. */
  readonly commits: number;
  /** After a garbage collection, MB. */
  readonly heapMb: number;
}

export function createMeter(): Meter {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const commits = countCommits();
  let before = { thread: process.threadCpuUsage(), whole: process.cpuUsage(), commits: 0 };
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);

  return {
    async calm() {
      for (;;) {
        const start = process.cpuUsage();
        await setTimeout(CALM.ms);
        const { user, system } = process.cpuUsage(start);
        if (user + system < CALM.ms * 1000 * CALM.part) return;
      }
    },
    start() {
      globalThis.gc?.();
      before = { thread: process.threadCpuUsage(), whole: process.cpuUsage(), commits: commits() };
      delay.reset();
    },
    read() {
      const loop = {
        loopP50: late(delay.percentile(50)),
        loopP99: late(delay.percentile(99)),
        loopMax: late(delay.max),
      };
      const thread = process.threadCpuUsage(before.thread);
      const whole = process.cpuUsage(before.whole);
      globalThis.gc?.();
      return {
        ...loop,
        mainMs: (thread.user + thread.system) / 1000,
        processMs: (whole.user + whole.system) / 1000,
        commits: commits() - before.commits,
        heapMb: process.memoryUsage().heapUsed / 1e6,
      };
    },
  };
}

/**
 * Each `write` that is posted to a worker with something in its group is one transaction of the store. A lone look for
 * work that found none (a claim of nothing) writes nothing, so it is taken off again.
 */
function countCommits(): () => number {
  let count = 0;
  const lone = new WeakMap<Worker, Set<number>>();
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function counted(this: Worker, ...given: Parameters<Worker['postMessage']>) {
    const [request] = given;
    if (request?.method === 'write' && request.args[0].length > 0) {
      count += 1;
      if (request.args[0].length === 1) loneOf(this).add(request.id);
    }
    return postMessage.apply(this, given);
  };

  function loneOf(worker: Worker): Set<number> {
    const known = lone.get(worker);
    if (known !== undefined) return known;
    const ids = new Set<number>();
    lone.set(worker, ids);
    worker.on('message', (reply) => {
      if (!ids.delete(reply?.id)) return;
      const found = reply.value?.[0]?.value;
      if ((found?.tenants ?? found)?.length === 0) count -= 1;
    });
    return ids;
  }
  return () => count;
}
