/** Primary result codes of SQLite (https://sqlite.org/rescode.html). */
export const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;
const SQLITE_NOMEM = 7;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
export const SQLITE_NOTADB = 26;

/** The disk or the file is at fault, not what was to be written: trying each write alone would not help. */
const ENVIRONMENT = [
  SQLITE_BUSY,
  SQLITE_LOCKED,
  SQLITE_NOMEM,
  SQLITE_READONLY,
  SQLITE_IOERR,
  SQLITE_CORRUPT,
  SQLITE_FULL,
  SQLITE_CANTOPEN,
  SQLITE_NOTADB,
];

export function isSqliteError(error: unknown, codes: readonly number[]): boolean {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return false;
  // The low byte is the primary code, the rest tells the case.
  return codes.includes(error.errcode & 0xff);
}

export function isEnvironmentError(error: unknown): boolean {
  return isSqliteError(error, ENVIRONMENT);
}
