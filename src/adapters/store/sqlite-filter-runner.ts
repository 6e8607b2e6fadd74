import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { CompiledQuery } from 'kysely';
import type { Row } from './rows.ts';

/** Compiled filters kept per connection; their number is bounded by the filters' combinations, this only guards it. */
const KEPT_FILTERS = 200;

/** Runs compiled filters, each prepared once. */
export class FilterRunner {
  readonly #db: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  all({ sql, parameters }: CompiledQuery): Row[] {
    let statement = this.#prepared.get(sql);
    if (statement === undefined) {
      if (this.#prepared.size >= KEPT_FILTERS) this.#prepared.clear();
      statement = this.#db.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    // Every parameter of our filters is a string or a number.
    return statement.all(...(parameters as readonly (string | number)[]));
  }
}
