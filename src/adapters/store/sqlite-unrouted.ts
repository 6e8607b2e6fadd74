import type { DatabaseSync } from 'node:sqlite';
import type { AuditEntry } from '../../domain/audit.ts';
import { aliasesOf } from '../../domain/contact.ts';
import type { UnroutedRow } from '../../domain/fold-state.ts';
import type { InboundMessage, InboundStatus, RoutedItem } from '../../domain/inbound.ts';
import type { Page, PageRequest } from '../../ports/store.ts';
import type { Claimed, UnroutedClaim, UnroutedFilter, UnroutedMessage } from '../../ports/unrouted.ts';
import { integer, json, phoneNumberOf, type Row, text, toColumn, toOptionalColumn } from './rows.ts';
import { type AuditWriter, counted } from './sqlite-audit.ts';
import type { InboundWriter } from './sqlite-inbound.ts';
import { WriterNotes } from './sqlite-sharing.ts';
import { type Prepared, prepareAll, RECORDS } from './sqlite-statements.ts';

/** Items that the box holds at most; some 200 MB of them. */
export const BOX_LIMIT = 100_000;

/** Items of one claim that are stored in one transaction. */
const CLAIM_AT_ONCE = 1_000;

/** Each leads into an index of its own, so that a page costs what it holds. */
const BY_PERSON = `u.seq IN (SELECT seq FROM unrouted WHERE phone = @person
  UNION SELECT seq FROM unrouted WHERE user_id = @person)`;
const WHICH = {
  all: 'TRUE',
  number: 'u.phone_number_id = @number',
  person: BY_PERSON,
  both: `${BY_PERSON} AND u.phone_number_id = @number`,
} as const;

/** A repeat that came when somebody claimed the message has made it one already. */
const IS_MESSAGE = `EXISTS (SELECT 1 FROM messages m WHERE m.whatsapp_id = u.whatsapp_id AND m.whatsapp_id <> ''
  AND m.phone_number_id = u.phone_number_id)`;

const page = (which: string, order: 'ASC' | 'DESC') => `SELECT u.* FROM unrouted u
  WHERE ${which} AND u.kind = 'message' AND u.seq > @after AND u.seq < @before AND NOT ${IS_MESSAGE}
  ORDER BY u.seq ${order} LIMIT @limit`;

const READ = {
  allNewest: page(WHICH.all, 'DESC'),
  allOldest: page(WHICH.all, 'ASC'),
  numberNewest: page(WHICH.number, 'DESC'),
  numberOldest: page(WHICH.number, 'ASC'),
  personNewest: page(WHICH.person, 'DESC'),
  personOldest: page(WHICH.person, 'ASC'),
  bothNewest: page(WHICH.both, 'DESC'),
  bothOldest: page(WHICH.both, 'ASC'),
  byId: `SELECT u.* FROM json_each(?) j CROSS JOIN unrouted u ON u.id = j.value
    WHERE u.kind = 'message' AND NOT ${IS_MESSAGE}`,
  numbers: 'SELECT DISTINCT phone_number_id FROM unrouted',
} as const;

const WRITE = {
  // At most so many can there be; mostly there are fewer.
  span: 'SELECT coalesce(max(seq), 0) - coalesce(min(seq), 0) + 1 AS rows FROM unrouted',
  count: 'SELECT count(*) AS rows FROM unrouted',
  add: `INSERT INTO unrouted (id, kind, phone_number_id, whatsapp_id, phone, user_id, received_at, item)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
} as const;

const CLAIM = {
  // Whatever became of them meanwhile: what is a message by now is stored once, and leaves the box.
  byRules: `SELECT u.* FROM unrouted u WHERE ${WHICH.number} AND u.seq > @after ORDER BY u.seq LIMIT @limit`,
  byPerson: `SELECT u.* FROM unrouted u
    WHERE ${WHICH.both} AND u.kind = 'message' AND u.seq > @after ORDER BY u.seq LIMIT @limit`,
  byId: `SELECT u.* FROM json_each(@ids) j CROSS JOIN unrouted u ON u.id = j.value
    WHERE ${WHICH.number} AND u.kind = 'message' AND u.seq > @after ORDER BY u.seq LIMIT @limit`,
  // What became a message (perhaps by a repeat that came meanwhile), or a word on one.
  taken: `DELETE FROM unrouted AS u WHERE u.seq IN (SELECT value FROM json_each(?))
    AND (u.kind = 'status' OR ${IS_MESSAGE}) RETURNING kind`,
  number: RECORDS.number,
} as const;

const LAST = Number.MAX_SAFE_INTEGER;

/** Reads of the unrouted box. */
export class UnroutedReads {
  readonly #sql: Prepared<typeof READ>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, READ);
  }

  list({ phoneNumberId, person }: UnroutedFilter, { limit, before, after, from }: PageRequest): Page<UnroutedMessage> {
    const which = phoneNumberId === undefined ? 'all' : 'number';
    const name = person === undefined ? which : which === 'all' ? 'person' : 'both';
    const rows = this.#sql[`${name}${from === 'newest' ? 'Newest' : 'Oldest'}`]
      .all({
        ...(phoneNumberId !== undefined && { number: toColumn(phoneNumberId) }),
        ...(person !== undefined && { person: toColumn(person) }),
        ...{ after: after ?? 0, before: before ?? LAST, limit: limit + 1 },
      })
      .map(unroutedOf);
    const found = rows.slice(0, limit);
    return { rows: from === 'newest' ? found : found.reverse(), more: rows.length > limit };
  }

  getMany(ids: readonly string[]): UnroutedMessage[] {
    return this.#sql.byId.all(JSON.stringify(ids.map(toColumn))).map(unroutedOf);
  }

  numbers(): string[] {
    return this.#sql.numbers.all().map((row) => text(row, 'phone_number_id'));
  }
}

/** Puts into the box what nobody claims. Runs inside the writer's transaction. */
export class UnroutedSaver {
  readonly #sql: Prepared<typeof WRITE>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, WRITE);
  }

  /**
   * Answers how many found the box full. They are not lost: their events, told in the same transaction, hold all of them.
   * What has waited keeps its place, so that a flood cannot push it out.
   */
  add(rows: readonly UnroutedRow[], now: number): number {
    if (rows.length === 0) return 0;
    const room = Math.max(0, this.#room(rows.length));
    for (const row of rows.slice(0, room)) this.#add(row, now);
    return Math.max(0, rows.length - room);
  }

  /** Counts only when it must. */
  #room(wanted: number): number {
    const free = (sql: 'span' | 'count') => BOX_LIMIT - integer(this.#sql[sql].get() ?? {}, 'rows');
    const least = free('span');
    return least >= wanted ? least : free('count');
  }

  #add({ id, item }: UnroutedRow, now: number): void {
    const from = item.kind === 'message' ? item.from : null;
    this.#sql.add.run(
      ...[toColumn(id), item.kind, toColumn(item.phoneNumberId), toColumn(item.whatsappId)],
      ...[toOptionalColumn(from?.phone ?? null), toOptionalColumn(from?.userId ?? null), now, JSON.stringify(item)],
    );
  }
}

/** Takes out of the box what somebody claims. Runs inside the writer's transaction. */
export class UnroutedWriter {
  readonly #sql: Prepared<typeof CLAIM>;
  readonly #inbound: InboundWriter;
  readonly #writers: WriterNotes;
  readonly #audit: AuditWriter;

  constructor(db: DatabaseSync, inbound: InboundWriter, audit: AuditWriter) {
    this.#sql = prepareAll(db, CLAIM);
    this.#inbound = inbound;
    this.#writers = new WriterNotes(db);
    this.#audit = audit;
  }

  claim(claim: UnroutedClaim, after: number, now: number, entry: AuditEntry | null): Claimed {
    const found = this.#sql.number.get(toColumn(claim.phoneNumberId));
    if (found === undefined) return { tenants: [], messages: 0, next: null };
    const { id, tenantId, phoneNumberId, display, sharing } = phoneNumberOf(found);
    const number = { id, phoneNumberId, display };
    const byRules = claim.tenantId === null && sharing !== null && { shared: true as const };
    const rows = this.#rows(claim, after);
    const items = rows.map((row): RoutedItem => {
      const freshId = text(row, 'id').slice('unr_'.length);
      return { item: itemOf(row), tenantId: claim.tenantId ?? tenantId, number, freshId, ...byRules };
    });
    const { tenants, failed, reason } = this.#inbound.store(items, now);
    const taken = this.#sql.taken.all(JSON.stringify(rows.map((row) => integer(row, 'seq'))));
    if (claim.tenantId !== null) {
      for (const { item } of items) this.#answer(item, claim.tenantId, now);
    }
    const messages = taken.filter(({ kind }) => kind === 'message').length;
    if (entry !== null && messages > 0) this.#audit.add(counted(entry, 'messages', messages));
    const last = rows.at(-1);
    return {
      tenants,
      messages,
      ...(failed.length > 0 && { failed: { items: failed.length, reason } }),
      next: last === undefined || rows.length < CLAIM_AT_ONCE ? null : integer(last, 'seq'),
    };
  }

  #rows(claim: UnroutedClaim, after: number): Row[] {
    const range = { number: toColumn(claim.phoneNumberId), after, limit: CLAIM_AT_ONCE };
    if ('ids' in claim) return this.#sql.byId.all({ ...range, ids: JSON.stringify(claim.ids.map(toColumn)) });
    if ('person' in claim) return this.#sql.byPerson.all({ ...range, person: toColumn(claim.person) });
    return this.#sql.byRules.all(range);
  }

  #answer(item: RoutedItem['item'], tenantId: string, now: number): void {
    if (item.kind !== 'message') return;
    const { from, phoneNumberId } = item;
    for (const { value } of aliasesOf(from)) {
      this.#writers.note({ phoneNumberId, person: value, tenantId, wroteAt: now });
    }
  }
}

/** Saved by `UnroutedSaver`. */
function itemOf(row: Row): InboundMessage | InboundStatus {
  return json<InboundMessage | InboundStatus>(row, 'item');
}

/** A row of the kind `message`. */
function unroutedOf(row: Row): UnroutedMessage {
  const item = json<InboundMessage>(row, 'item');
  return { id: text(row, 'id'), seq: integer(row, 'seq'), receivedAt: integer(row, 'received_at'), item };
}
