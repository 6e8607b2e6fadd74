import type { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import type { Direction } from '../../domain/message.ts';
import { MESSAGE_TYPES } from '../../domain/message.ts';
import type { CountedAs, UsageCount, UsageDimension, UsageMedia, UsageRow } from '../../domain/usage.ts';
import type { DayRange } from '../../ports/usage.ts';
import { DIRECTIONS, integer, oneOf, type Row, text, toColumn } from './rows.ts';
import { sqlCompiler } from './sql-compiler.ts';
import type { FilterRunner } from './sqlite-filter-runner.ts';
import { type Prepared, prepareAll } from './sqlite-statements.ts';

const SAVE = {
  count: `INSERT INTO usage_messages (tenant_id, day, direction, type, failure, category, pricing_type, pricing_model,
    billable, messages) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET messages = messages + excluded.messages`,
  countFile: `INSERT INTO usage_media (tenant_id, day, direction, files, bytes) VALUES (?, ?, ?, 1, ?)
    ON CONFLICT (tenant_id, day, direction) DO UPDATE SET files = files + 1, bytes = bytes + excluded.bytes`,
  fileDay: 'UPDATE media SET day = ? WHERE id = ? AND tenant_id = ?',
} as const;

const READ = {
  stored: 'SELECT files, bytes FROM media_stored WHERE tenant_id = ?',
} as const;

/** Keeps the counts. Runs inside the transaction that stores what is counted. */
export class UsageSaver {
  readonly #sql: Prepared<typeof SAVE>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, SAVE);
  }

  add(counts: readonly UsageCount[]): void {
    for (const { tenantId, day, direction, type, failure, messages, ...told } of counts) {
      const words = [told.category, told.pricingType, told.pricingModel].map(toColumn);
      this.#sql.count.run(toColumn(tenantId), day, direction, type, failure, ...words, told.billable, messages);
    }
  }

  /** A file is stored on this day. */
  addFile(tenantId: string, id: string, day: number, direction: Direction, bytes: number): void {
    this.#sql.countFile.run(toColumn(tenantId), day, direction, bytes);
    this.#sql.fileDay.run(day, toColumn(id), toColumn(tenantId));
  }
}

interface Tables {
  usage_messages: {
    tenant_id: string;
    day: number;
    direction: string;
    type: string;
    failure: string;
    category: string;
    pricing_type: string;
    pricing_model: string;
    billable: string;
    messages: number;
  };
  usage_media: { tenant_id: string; day: number; direction: string; files: number; bytes: number };
}

const COLUMNS: Readonly<
  Record<UsageDimension, readonly Exclude<keyof Tables['usage_messages'], 'tenant_id' | 'messages'>[]>
> = {
  day: ['day'],
  direction: ['direction'],
  type: ['type'],
  failure: ['failure'],
  pricing: ['category', 'pricing_type', 'pricing_model', 'billable'],
};

const compiler = sqlCompiler<Tables>();

export class UsageReads {
  readonly #filters: FilterRunner;
  readonly #sql: Prepared<typeof READ>;

  constructor(db: DatabaseSync, filters: FilterRunner) {
    this.#filters = filters;
    this.#sql = prepareAll(db, READ);
  }

  messages(tenantId: string, { from, to }: DayRange, by: readonly UsageDimension[], limit: number): UsageRow[] {
    const columns = by.flatMap((dimension) => COLUMNS[dimension]);
    const query = compiler
      .selectFrom('usage_messages')
      .select([...columns, sql<number>`sum(messages)`.as('messages')])
      .where('tenant_id', '=', toColumn(tenantId))
      .where('day', '>=', from)
      .where('day', '<=', to)
      .groupBy(columns.length === 0 ? ['tenant_id'] : columns)
      .having(sql`sum(messages)`, '<>', 0);
    const ordered = columns.reduce((sorted, column) => sorted.orderBy(column), query);
    return this.#filters.all(ordered.limit(limit).compile()).map((row) => rowOf(row, by));
  }

  media(tenantId: string, { from, to }: DayRange, byDay: boolean): UsageMedia[] {
    const columns: readonly ('day' | 'direction')[] = byDay ? ['day', 'direction'] : ['direction'];
    const query = compiler
      .selectFrom('usage_media')
      .select([...columns, sql<number>`sum(files)`.as('files'), sql<number>`sum(bytes)`.as('bytes')])
      .where('tenant_id', '=', toColumn(tenantId))
      .where('day', '>=', from)
      .where('day', '<=', to)
      .groupBy(columns);
    const ordered = columns.reduce((sorted, column) => sorted.orderBy(column), query);
    return this.#filters.all(ordered.compile()).map((row) => ({
      day: byDay ? integer(row, 'day') : null,
      direction: oneOf(row, 'direction', DIRECTIONS),
      files: integer(row, 'files'),
      bytes: integer(row, 'bytes'),
    }));
  }

  stored(tenantId: string): { files: number; bytes: number } {
    const row = this.#sql.stored.get(toColumn(tenantId));
    return row === undefined ? { files: 0, bytes: 0 } : { files: integer(row, 'files'), bytes: integer(row, 'bytes') };
  }
}

const BILLABLE: readonly CountedAs['billable'][] = ['true', 'false', ''];

function rowOf(row: Row, by: readonly UsageDimension[]): UsageRow {
  return {
    day: by.includes('day') ? integer(row, 'day') : null,
    direction: by.includes('direction') ? oneOf(row, 'direction', DIRECTIONS) : null,
    type: by.includes('type') ? oneOf(row, 'type', MESSAGE_TYPES) : null,
    failure: by.includes('failure') ? text(row, 'failure') : null,
    pricing: by.includes('pricing')
      ? {
          category: text(row, 'category'),
          pricingType: text(row, 'pricing_type'),
          pricingModel: text(row, 'pricing_model'),
          billable: oneOf(row, 'billable', BILLABLE),
        }
      : null,
    messages: integer(row, 'messages'),
  };
}
