import { DatabaseSync } from 'node:sqlite';
import { isSqliteError, SQLITE_NOTADB } from './sqlite-errors.ts';
import { StoreOpenError } from './store-errors.ts';

/** Before it, a WAL database could be corrupted by a race between checkpoint and restart (fixed in 3.51.3). */
const OLDEST_SQLITE = [3, 51, 3] as const;
/** `PRAGMA synchronous` as it reads back. */
const FULL = 2;
/** 32 MB: fewer, larger checkpoints measured best for ingest. */
const CHECKPOINT_PAGES = 8_000;
const CACHE_KIB = 64 * 1024;

/** The one writing connection: WAL, and every commit flushed to disk before it returns. */
export function openWriting(path: string): DatabaseSync {
  const db = open(path, false);
  try {
    assertVersion(db);
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = FULL');
    assertPragma(db, path, 'journal_mode', 'wal');
    assertPragma(db, path, 'synchronous', FULL);
    db.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    db.exec(`PRAGMA cache_size = -${CACHE_KIB}`);
    // What a savepoint would need to roll back stays out of temporary files: with a group it outgrows SQLite's 64 kB.
    db.exec('PRAGMA temp_store = MEMORY');
    return db;
  } catch (error) {
    db.close();
    if (!isSqliteError(error, [SQLITE_NOTADB])) throw error;
    throw new StoreOpenError(`The file ${path} is not a store of this gateway.`);
  }
}

/** A connection that cannot write. Each statement sees every commit that was made before it began. */
export function openReading(path: string): DatabaseSync {
  const db = open(path, true);
  db.exec(`PRAGMA cache_size = -${CACHE_KIB}`);
  return db;
}

function open(path: string, readOnly: boolean): DatabaseSync {
  return new DatabaseSync(path, { readOnly, timeout: 5_000, enableForeignKeyConstraints: false });
}

function assertPragma(db: DatabaseSync, path: string, name: string, expected: string | number): void {
  const found = db.prepare(`PRAGMA ${name}`).get()?.[name];
  if (found === expected) return;
  throw new StoreOpenError(
    `The store ${path} refuses ${name} = ${expected} (it is ${found}), so nothing would be safe.`,
  );
}

function assertVersion(db: DatabaseSync): void {
  const version = String(db.prepare('SELECT sqlite_version() AS version').get()?.['version']);
  if (!isAtLeast(version, OLDEST_SQLITE)) {
    throw new StoreOpenError(
      `This Node.js brings SQLite ${version}, but ${OLDEST_SQLITE.join('.')} or newer is needed; update Node.js.`,
    );
  }
}

/** Compares `major.minor.patch`. */
export function isAtLeast(version: string, oldest: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  for (const [i, least] of oldest.entries()) {
    const part = parts[i] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}
