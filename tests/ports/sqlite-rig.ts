import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import { openStore } from '../../src/adapters/store/open.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Log } from '../../src/ports/system.ts';
import type { StoreRig } from './store-contract.ts';

export const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** Rows that the search index does not hold as they are. */
export const UNINDEXED = `SELECT (SELECT count(*) FROM search_stale_messages) + (SELECT count(*) FROM search_stale_contacts)
  + (SELECT count(*) FROM messages m LEFT JOIN search_tenants s ON s.tenant_id = m.tenant_id
    WHERE m.seq > coalesce(s.seq, 0)) AS n`;

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
    async settled() {
      const db = new DatabaseSync(path, { readOnly: true });
      try {
        await expect.poll(() => db.prepare(UNINDEXED).get()?.['n'], { timeout: 20_000 }).toBe(0);
      } finally {
        db.close();
      }
    },
    async dispose() {
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
