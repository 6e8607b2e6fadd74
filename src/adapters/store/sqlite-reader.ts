import { workerData } from 'node:worker_threads';
import { serveFairly } from './rpc.ts';
import { openReading } from './sqlite-connection.ts';
import { Reads } from './sqlite-reads.ts';

/* The reader thread. `sqlite.ts` starts it with the store's path, and asks it when the writer has made the store. */
serveFairly(() => new Reads(openReading(String(workerData))));
