import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isSqliteError, SQLITE_BUSY } from './sqlite-errors.ts';
import { StoreOpenError } from './store-errors.ts';

/** A gateway that is just ending may still hold the lock for a moment. */
const PATIENCE_MS = 300;

/**
 * Keeps a second gateway away from the file. The lock is an exclusive transaction on a database of its own, held for
 * the process's life: the operating system frees it even on kill -9, and readers of the store itself are not shut out.
 */
export function lockStore(path: string): DatabaseSync {
  const lockPath = `${path}-lock`;
  makePrivate(lockPath);
  const lock = new DatabaseSync(lockPath, { timeout: PATIENCE_MS });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (!isSqliteError(error, [SQLITE_BUSY])) throw error;
    throw new StoreOpenError(`The store ${path} is in use by another gateway; stop that one first.`);
  }
}

/** Creates the file, and its directory, for this user alone. */
export function makePrivate(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    // Never opens a file that exists: closing any descriptor of it would drop this process's own locks on it.
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    chmodSync(path, 0o600);
  }
}
