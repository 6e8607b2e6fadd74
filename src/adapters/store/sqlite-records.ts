import type { DatabaseSync } from 'node:sqlite';
import type { PruneBefore } from '../../ports/pruning.ts';
import type { Session } from '../../ports/store.ts';
import { integer, toColumn } from './rows.ts';
import { PRUNE, type Prepared, prepareAll, RECORDS } from './sqlite-statements.ts';

/** Rows of each table that one call of `prune` deletes at most. */
const PRUNE_AT_ONCE = 500;

/** Writes that need no fold: sessions, and the deletion of what is too old. */
export class RecordWriter {
  readonly #sql: Prepared<typeof RECORDS>;
  readonly #old: Prepared<typeof PRUNE>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, RECORDS);
    this.#old = prepareAll(db, PRUNE);
  }

  putSession({ idHash, tenantId, credential, lastUsedAt }: Session): void {
    this.#sql.putSession.run(toColumn(idHash), toColumn(tenantId), toColumn(credential), lastUsedAt);
  }

  deleteSession(idHash: string): void {
    this.#sql.deleteSession.run(toColumn(idHash));
  }

  releaseQuarantined(webhookId: string): void {
    this.#sql.releaseQuarantined.run(toColumn(webhookId));
  }

  /** Deletes one bounded helping. True when there may be more. */
  prune(before: Omit<PruneBefore, 'writers'>): boolean {
    const old = this.#old;
    let more = false;
    for (const row of old.tenants.all()) more = this.#pruneEvents(String(row['tenant_id']), before.events) || more;
    const helpings = [
      [old.raw, before.raw],
      [old.parked, before.parked],
      [old.unrouted, before.events],
      [old.idempotency, before.idempotency],
      [old.seen, Math.min(before.seen, this.#oldestQuarantined())],
    ] as const;
    for (const [statement, time] of helpings) {
      if (statement.run(time, PRUNE_AT_ONCE).changes === PRUNE_AT_ONCE) more = true;
    }
    return more;
  }

  /** When the oldest quarantined webhook came; its replay needs the keys of its time. */
  #oldestQuarantined(): number {
    const oldest = this.#old.oldestQuarantined.get()?.['received_at'];
    return typeof oldest === 'number' ? oldest : Number.POSITIVE_INFINITY;
  }

  /** Only a beginning of the log is deleted, so that what is kept has no holes. */
  #pruneEvents(tenant: string, before: number): boolean {
    const oldest = this.#old.oldestEvents.all(tenant, PRUNE_AT_ONCE);
    const kept = oldest.findIndex((row) => integer(row, 'at') >= before);
    const last = oldest.at(kept === -1 ? -1 : kept - 1);
    if (kept === 0 || last === undefined) return false;
    this.#old.events.run(tenant, integer(last, 'seq'));
    return kept === -1 && oldest.length === PRUNE_AT_ONCE;
  }
}
