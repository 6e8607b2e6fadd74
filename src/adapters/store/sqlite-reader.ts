import { workerData } from 'node:worker_threads';
import { serve } from './rpc.ts';
import { openReading } from './sqlite-connection.ts';
import { Reads } from './sqlite-reads.ts';

/* The reader thread. `sqlite.ts` starts it with the store's path, and asks it when the writer has made the store. */
serve(() => new Reads(openReading(String(workerData))));
