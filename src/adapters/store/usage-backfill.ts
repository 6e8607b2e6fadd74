import type { DatabaseSync } from 'node:sqlite';
import { dayOf } from '../../domain/calendar.ts';
import type { MetaError } from '../../domain/errors.ts';
import { MESSAGE_TYPES, type Pricing } from '../../domain/message.ts';
import { MESSAGE_STATUSES } from '../../domain/status.ts';
import { countedAs, UsageTally } from '../../domain/usage.ts';
import { DIRECTIONS, integer, json, oneOf, optionalText, type Row, text } from './rows.ts';
import { type Prepared, prepareAll } from './sqlite-statements.ts';
import { UsageSaver } from './sqlite-usage.ts';

/** A helping holds up the writes that wait behind it for some milliseconds. */
const ROWS_AT_ONCE = 200;

const BACKFILL = {
  place: 'SELECT done, last FROM usage_backfill WHERE source = ?',
  advance: 'UPDATE usage_backfill SET done = ? WHERE source = ?',
  messages: `SELECT m.rowid AS place, m.id, m.tenant_id, m.direction, m.type, m.status, m.error, m.pricing, m.created_at,
    m.day, t.time_zone FROM messages m LEFT JOIN tenants t ON t.id = m.tenant_id
    WHERE m.rowid > ? AND m.rowid <= ? ORDER BY m.rowid LIMIT ?`,
  messageDay: 'UPDATE messages SET day = ? WHERE rowid = ?',
  media: `SELECT f.rowid AS place, f.id, f.tenant_id, f.message_id, f.size_bytes, f.created_at, f.day, t.time_zone
    FROM media f LEFT JOIN tenants t ON t.id = f.tenant_id
    WHERE f.rowid > ? AND f.rowid <= ? ORDER BY f.rowid LIMIT ?`,
} as const;

/**
 * Counts what was stored before there were counts, on the day on which it was created, as it stands now. Runs in the
 * writer's thread, between its writes; a row without a day is counted here and nowhere else.
 */
export class UsageBackfill {
  readonly #db: DatabaseSync;
  readonly #sql: Prepared<typeof BACKFILL>;
  readonly #saver: UsageSaver;
  #done = false;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#sql = prepareAll(db, BACKFILL);
    this.#saver = new UsageSaver(db);
  }

  /** One helping, in a transaction of its own. True when there is more to do. */
  step(): boolean {
    if (this.#done) return false;
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const more =
        this.#walk('messages', (rows) => this.#countMessages(rows)) ||
        this.#walk('media', (rows) => this.#countFiles(rows));
      this.#db.exec('COMMIT');
      this.#done = !more;
      return more;
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  #walk(source: 'messages' | 'media', count: (rows: readonly Row[]) => void): boolean {
    const place = this.#sql.place.get(source);
    if (place === undefined) throw new Error(`The usage of ${source} has no place.`);
    const [done, last] = [integer(place, 'done'), integer(place, 'last')];
    if (done >= last) return false;
    const rows = this.#sql[source].all(done, last, ROWS_AT_ONCE);
    count(rows.filter((row) => row['day'] === null));
    const end = rows.length < ROWS_AT_ONCE ? undefined : rows.at(-1);
    this.#sql.advance.run(end === undefined ? last : integer(end, 'place'), source);
    return true;
  }

  #countMessages(rows: readonly Row[]): void {
    const tally = new UsageTally();
    for (const row of rows) {
      const day = dayOfRow(row);
      const message = {
        direction: oneOf(row, 'direction', DIRECTIONS),
        type: oneOf(row, 'type', MESSAGE_TYPES),
        status: oneOf(row, 'status', MESSAGE_STATUSES),
        error: json<MetaError | null>(row, 'error'),
        pricing: json<Pricing | null>(row, 'pricing'),
      };
      tally.add(text(row, 'tenant_id'), day, countedAs(message), 1);
      this.#sql.messageDay.run(day, integer(row, 'place'));
    }
    this.#saver.add(tally.counts());
  }

  /** A file without a size has not come yet, and is counted when it does. */
  #countFiles(rows: readonly Row[]): void {
    for (const row of rows.filter((one) => one['size_bytes'] !== null)) {
      const direction = optionalText(row, 'message_id') === null ? 'OUTBOUND' : 'INBOUND';
      this.#saver.addFile(
        text(row, 'tenant_id'),
        text(row, 'id'),
        dayOfRow(row),
        direction,
        integer(row, 'size_bytes'),
      );
    }
  }
}

function dayOfRow(row: Row): number {
  return dayOf(optionalText(row, 'time_zone') ?? 'UTC', integer(row, 'created_at'));
}
