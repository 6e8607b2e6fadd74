import type { DatabaseSync } from 'node:sqlite';
import { toWire, type WireError } from './rpc.ts';
import { isEnvironmentError } from './sqlite-errors.ts';

export type WriteOutcome<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: WireError };

/** A failure undoes this work alone; one of the disk is thrown, and undoes the whole transaction. */
export function alone<T>(db: DatabaseSync, work: () => T): WriteOutcome<T> {
  db.exec('SAVEPOINT alone');
  try {
    const value = work();
    db.exec('RELEASE alone');
    return { ok: true, value };
  } catch (error) {
    if (isEnvironmentError(error) || !db.isTransaction) throw error;
    db.exec('ROLLBACK TO alone');
    db.exec('RELEASE alone');
    return { ok: false, error: toWire(error) };
  }
}
