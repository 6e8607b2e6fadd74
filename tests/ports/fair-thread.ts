import { workerData } from 'node:worker_threads';
import { serveFairly } from '../../src/adapters/store/rpc.ts';

/** A thread for `fair-reads.test.ts`: it waits when it is told to, else it answers at once. */
export interface FairHandlers {
  wait(tenantId: string): void;
  echo(tenantId: string): string;
}

serveFairly<FairHandlers>(() => ({
  wait: () => void Atomics.wait(workerData as Int32Array, 0, 0),
  echo: (tenantId) => tenantId,
}));
