import type { DatabaseSync } from 'node:sqlite';
import { foldText } from '../../domain/search-text.ts';
import { integer, type Row, text, toColumn } from './rows.ts';
import { INDEXING } from './search-statements.ts';
import { contactPrefix, contactRow, messagePrefix, messageRow, termsOf } from './search-terms.ts';
import { type Prepared, prepareAll } from './sqlite-statements.ts';

/*
 * One helping must hold up the writes that wait behind it for a few milliseconds at most. (Measured: 10 µs for a short
 * message, 2 ms for a merge.)
 */
const ROWS_AT_ONCE = 100;
const STALE_AT_ONCE = 20;
/** UTF-16 units; long texts make short helpings. A helping has at least one row. */
const LENGTH_AT_ONCE = 10_000;
const MERGED_PAGES = 24;

/** Extends the search index behind the messages that are stored. Runs in the writer's thread, between its writes. */
export class SearchIndexer {
  readonly #db: DatabaseSync;
  readonly #sql: Prepared<typeof INDEXING>;
  /** Tenants that may have messages which are not in the index. Their writes add to it. */
  readonly #behind: Set<string>;

  constructor(db: DatabaseSync, grown: Set<string>) {
    this.#db = db;
    this.#sql = prepareAll(db, INDEXING);
    this.#behind = grown;
    for (const row of this.#sql.behind.all()) grown.add(text(row, 'tenant_id'));
  }

  /** One helping, in a transaction of its own. True when there is more to do. */
  index(): boolean {
    const [tenant] = this.#behind;
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const more = this.#indexStale() || (tenant !== undefined && this.#indexNext(tenant));
      this.#db.exec('COMMIT');
      if (tenant === undefined) return more;
      // Behind the others, so that a tenant that grows all the time keeps nobody waiting.
      this.#behind.delete(tenant);
      if (more) this.#behind.add(tenant);
      return this.#behind.size > 0;
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  #indexStale(): boolean {
    const messages = this.#sql.staleMessages.all(STALE_AT_ONCE);
    for (const row of messages) {
      const [tenant, seq] = [text(row, 'tenant_id'), integer(row, 'seq')];
      const { ordinal } = this.#tenant(tenant);
      this.#sql.remove.run(messageRow(ordinal, seq));
      if (row['search'] !== null) this.#putMessage(ordinal, seq, row);
      this.#sql.freshMessage.run(toColumn(tenant), seq);
    }
    const contacts = this.#sql.staleContacts.all(STALE_AT_ONCE);
    for (const row of contacts) {
      const [tenant, id] = [text(row, 'tenant_id'), text(row, 'contact_id')];
      const found = this.#sql.placeOf.get(toColumn(id));
      if (found !== undefined) {
        this.#sql.remove.run(contactRow(integer(found, 'place')));
        this.#putContact(this.#tenant(tenant).ordinal, integer(found, 'place'), id);
      }
      this.#sql.freshContact.run(toColumn(tenant), toColumn(id));
    }
    return messages.length + contacts.length > 0;
  }

  /** The tenant's next messages, with the people who are new in them. True when there are more. */
  #indexNext(tenant: string): boolean {
    const { ordinal, seq } = this.#tenant(tenant);
    const rows = this.#sql.next.all(toColumn(tenant), seq, ROWS_AT_ONCE);
    const taken = this.#helping(rows);
    for (const contactId of new Set(taken.map((row) => text(row, 'contact_id')))) this.#meet(ordinal, contactId);
    for (const row of taken) this.#putMessage(ordinal, integer(row, 'seq'), row);
    const last = taken.at(-1);
    if (last === undefined) return false;
    this.#sql.advance.run(integer(last, 'seq'), toColumn(tenant));
    this.#sql.merge.run(MERGED_PAGES);
    return taken.length < rows.length || rows.length === ROWS_AT_ONCE;
  }

  #helping(rows: readonly Row[]): readonly Row[] {
    let length = 0;
    const end = rows.findIndex((row) => {
      length += String(row['search']).length;
      return length > LENGTH_AT_ONCE;
    });
    return end === -1 ? rows : rows.slice(0, Math.max(1, end));
  }

  #putMessage(ordinal: number, seq: number, row: Row): void {
    const terms = termsOf(messagePrefix(ordinal, seq), foldText(String(row['search'])));
    if (terms !== '') this.#sql.put.run(messageRow(ordinal, seq), terms);
  }

  #meet(ordinal: number, contactId: string): void {
    if (this.#sql.placeOf.get(toColumn(contactId)) !== undefined) return;
    const added = this.#sql.addPlace.get(toColumn(contactId));
    if (added !== undefined) this.#putContact(ordinal, integer(added, 'place'), contactId);
  }

  #putContact(ordinal: number, place: number, contactId: string): void {
    const search = this.#sql.contact.get(toColumn(contactId))?.['search'];
    const terms = termsOf(contactPrefix(ordinal, place), foldText(String(search ?? '')));
    if (terms !== '') this.#sql.put.run(contactRow(place), terms);
  }

  #tenant(tenantId: string): { ordinal: number; seq: number } {
    const id = toColumn(tenantId);
    if (this.#sql.tenant.get(id) === undefined) this.#sql.addTenant.run(id);
    const row = this.#sql.tenant.get(id);
    if (row === undefined) throw new Error(`The search index does not take tenant ${tenantId}.`);
    return { ordinal: integer(row, 'ordinal'), seq: integer(row, 'seq') };
  }
}
