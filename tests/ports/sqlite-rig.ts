import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/adapters/store/open.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Log } from '../../src/ports/system.ts';
import type { StoreRig } from './store-contract.ts';

export const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** An embedded store in a directory of its own. */
export interface SqliteRig extends StoreRig {
  readonly path: string;
}

export async function sqliteRig(): Promise<SqliteRig> {
  const directory = mkdtempSync(join(tmpdir(), 'gateway-store-'));
  const path = join(directory, 'data', 'gateway.db');
  const open = () => openStore({ url: `file:${path}`, mode: 'live', log: SILENT });
  let store: Store = await open();
  return {
    path,
    get store() {
      return store;
    },
    async reopen() {
      await store.close();
      store = await open();
      return store;
    },
    async dispose() {
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
