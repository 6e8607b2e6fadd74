import type { DatabaseSync } from 'node:sqlite';
import { type CompiledQuery, sql } from 'kysely';
import type { AuditEntry, AuditRecord } from '../../domain/audit.ts';
import type { AuditFilter } from '../../ports/audit.ts';
import type { Page, PageRequest } from '../../ports/store.ts';
import { integer, json, type Row, toColumn } from './rows.ts';
import { sqlCompiler } from './sql-compiler.ts';
import type { FilterRunner } from './sqlite-filter-runner.ts';
import { type Prepared, prepareAll } from './sqlite-statements.ts';

const WRITE = {
  add: `INSERT INTO audit_log (id, tenant_id, at, action, actor, actor_name, entry) VALUES (?, ?, ?, ?, ?, ?, ?)`,
} as const;

/** Adds lines to the audit log, and does nothing else to it. Runs inside the writer's transaction. */
export class AuditWriter {
  readonly #sql: Prepared<typeof WRITE>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, WRITE);
  }

  add(entry: AuditEntry): void {
    const { id, tenantId, at, action, actor } = entry;
    const key = actor.keyId ?? (actor.role === 'operator' ? 'master' : '');
    const who = [toColumn(key), toColumn(actor.keyName ?? '')];
    this.#sql.add.run(toColumn(id), toColumn(tenantId), at, action, ...who, JSON.stringify(entry));
  }
}

/** An entry with a figure that only the write itself knew. */
export function counted(entry: AuditEntry, name: string, count: number): AuditEntry {
  return { ...entry, changes: { ...entry.changes, [name]: { before: null, after: count } } };
}

/** Whether a write did what its entry says: some find nothing to do, and answer null or that nothing `changed`. */
export function isDone(value: unknown): boolean {
  if (value === null) return false;
  return !(typeof value === 'object' && 'changed' in value && value.changed === false);
}

interface Tables {
  audit_log: {
    seq: number;
    tenant_id: string;
    at: number;
    action: string;
    actor: string;
    actor_name: string;
    entry: string;
  };
}

const compiler = sqlCompiler<Tables>();

export class AuditReads {
  readonly #filters: FilterRunner;

  constructor(filters: FilterRunner) {
    this.#filters = filters;
  }

  list(tenantId: string | null, filter: AuditFilter, page: PageRequest): Page<AuditRecord> {
    const rows = this.#filters.all(passing(tenantId, filter, page));
    const records = rows.slice(0, page.limit).map(recordOf);
    return { rows: page.from === 'newest' ? records : records.reverse(), more: rows.length > page.limit };
  }
}

/**
 * From the page's end inwards; one more than asked for tells that more remain. Times are found as places first, so that
 * a look at long ago does not walk through all that came later; clocks may have been set back, so the times themselves
 * are compared, too.
 */
function passing(tenantId: string | null, { action, actor, from, to }: AuditFilter, page: PageRequest): CompiledQuery {
  let query = compiler.selectFrom('audit_log as a').select(['a.seq', 'a.entry']);
  if (tenantId !== null) query = query.where('a.tenant_id', '=', toColumn(tenantId));
  if (action !== undefined) query = query.where('a.action', '=', action);
  if (actor !== undefined) {
    query = query.where(actor.startsWith('key_') ? 'a.actor' : 'a.actor_name', '=', toColumn(actor));
  }
  if (from !== undefined) {
    query = query
      .where('a.at', '>=', from)
      .where(sql<boolean>`a.seq >= (SELECT min(f.seq) FROM audit_log f WHERE f.at >= ${from})`);
  }
  if (to !== undefined) {
    query = query
      .where('a.at', '<', to)
      .where(sql<boolean>`a.seq <= (SELECT max(t.seq) FROM audit_log t WHERE t.at < ${to})`);
  }
  if (page.before !== undefined) query = query.where('a.seq', '<', page.before);
  if (page.after !== undefined) query = query.where('a.seq', '>', page.after);
  return query
    .orderBy('a.seq', page.from === 'newest' ? 'desc' : 'asc')
    .limit(page.limit + 1)
    .compile();
}

function recordOf(row: Row): AuditRecord {
  return { ...json<AuditEntry>(row, 'entry'), seq: integer(row, 'seq') };
}
