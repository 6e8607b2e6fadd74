import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Store } from '../../ports/store.ts';
import type { Log } from '../../ports/system.ts';
import { openSqlite, type Spent } from './sqlite.ts';
import { StoreOpenError } from './store-errors.ts';

export interface StoreOptions {
  /** `file:` and a path, absolute or from the working directory. */
  readonly url: string;
  /** A store remembers the mode it was made in and refuses the other. */
  readonly mode: 'live' | 'sandbox';
  readonly log: Log;
  readonly spent?: Spent;
}

/** Opens the durable store. Fails with a `StoreOpenError` whose message is one sentence for the operator. */
export async function openStore({ url, mode, log, spent }: StoreOptions): Promise<Store> {
  if (/^postgres(ql)?:/.test(url)) {
    throw new StoreOpenError('PostgreSQL is not supported by this release; set DATABASE_URL to file:<path>.');
  }
  const path = pathOf(url);
  try {
    return await openSqlite(path, mode, log, spent);
  } catch (error) {
    if (error instanceof StoreOpenError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreOpenError(`The store ${path} cannot be opened: ${reason}.`);
  }
}

function pathOf(url: string): string {
  const path = /^file:(?!\/\/)(.+)$/.exec(url)?.[1];
  if (path !== undefined && path !== ':memory:') return resolve(path);
  if (URL.canParse(url) && url.startsWith('file:///')) return fileURLToPath(url);
  throw new StoreOpenError('DATABASE_URL must be file:<path>; nothing else keeps what was acknowledged.');
}
