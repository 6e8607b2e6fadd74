import type { DatabaseSync } from 'node:sqlite';
import { foldText, hasAll, padded, type Search, searchOf } from '../../domain/search-text.ts';
import type { MessageFilter, PageRequest } from '../../ports/store.ts';
import { integer, type Row, text, toColumn } from './rows.ts';
import { SEARCHING } from './search-statements.ts';
import { BLOCK, blockOf, contactPrefix, matchOf, messagePrefix, messageRow, seqOf } from './search-terms.ts';
import type { FilterRunner } from './sqlite-filter-runner.ts';
import { messageIds, messagesAt } from './sqlite-filters.ts';
import { type Prepared, prepareAll } from './sqlite-statements.ts';

/** How long one call may take, about: other reads, events among them, wait behind it. */
const SLICE_MS = 3;
/** Rows that are compared at once. */
const ROWS_AT_ONCE = 200;
/** People that one search finds, the last to appear first; and their conversations. */
const CONTACTS = 500;
const CONVERSATIONS = 1_000;

/** A search on its way: log positions between `after` and `before`, both excluded, are still to be looked at. */
export interface SearchJob {
  readonly tenantId: string;
  readonly query: string;
  readonly filter: MessageFilter;
  /** JSON array: conversations with the people who were found. */
  readonly conversations: string;
  /** The end of the index when those people were looked for: who was new beyond it is found by what they said. */
  readonly indexed: number;
  readonly from: PageRequest['from'];
  readonly after: number;
  /** Null at the start: from the newest on. */
  readonly before: number | null;
  /** Rows not yet in the index that may still be looked at. */
  readonly unindexed: number;
  /** Rows that may still be compared: words that most messages have, of which a filter lets none pass, cost no more. */
  readonly compared: number;
}

export interface FoundMessage {
  readonly id: string;
  readonly conversationId: string;
}

export interface SearchSlice {
  /** In the order of the search. */
  readonly found: readonly FoundMessage[];
  /** What remains; null at the end. */
  readonly rest: SearchJob | null;
}

interface Range {
  readonly after: number;
  readonly before: number;
}

/** Of a range, the places to compare, and up to where they are complete. */
interface Candidates {
  readonly seqs: readonly number[];
  readonly range: Range;
}

/** Searches, in slices: each call is a read of its own, so that others get their turn. */
export class SearchReads {
  readonly #db: DatabaseSync;
  readonly #sql: Prepared<typeof SEARCHING>;
  readonly #filters: FilterRunner;

  constructor(db: DatabaseSync, filters: FilterRunner) {
    this.#db = db;
    this.#sql = prepareAll(db, SEARCHING);
    this.#filters = filters;
  }

  /** The conversations with people whose name, phone or username is asked for, at most 1,000. */
  conversationsWith(tenantId: string, query: string): Pick<SearchJob, 'conversations' | 'indexed'> {
    return this.#atOnce(() => {
      const tenant = this.#sql.tenant.get(toColumn(tenantId));
      if (tenant === undefined) return { conversations: '[]', indexed: 0 };
      return { conversations: this.#conversationsWith(tenantId, tenant, query), indexed: integer(tenant, 'seq') };
    });
  }

  /** Looks on for a few milliseconds, or until `limit` messages are found. */
  search(job: SearchJob, limit: number): SearchSlice {
    return this.#atOnce(() => this.#search(job, limit));
  }

  /** All that one call reads is of one moment: what leaves a list of unindexed rows meanwhile is in the index. */
  #atOnce<T>(read: () => T): T {
    this.#db.exec('BEGIN');
    try {
      return read();
    } finally {
      this.#db.exec('COMMIT');
    }
  }

  #conversationsWith(tenantId: string, tenant: Row, query: string): string {
    const search = searchOf(query);
    if (search === null) return '[]';
    const stale = this.#sql.staleContacts.all(toColumn(tenantId), CONTACTS);
    const rows = tenant['ordinal'] === null ? stale : [...stale, ...this.#contacts(tenantId, tenant, search)];
    const ids = rows.filter((row) => isPerson(row['search'], search)).map((row) => text(row, 'id'));
    if (ids.length === 0) return '[]';
    const list = JSON.stringify([...new Set(ids)].slice(0, CONTACTS));
    const conversations = this.#sql.conversationsOf.all(toColumn(tenantId), list, CONVERSATIONS);
    return JSON.stringify(conversations.map((row) => text(row, 'id')));
  }

  #search(job: SearchJob, limit: number): SearchSlice {
    const until = performance.now() + SLICE_MS;
    const search = searchOf(job.query);
    const tenant = this.#sql.tenant.get(toColumn(job.tenantId));
    if (search === null || tenant === undefined) return { found: [], rest: null };
    const found: FoundMessage[] = [];
    let rest: SearchJob | null = job;
    while (rest !== null && found.length < limit && performance.now() < until) {
      const range: Range = { after: rest.after, before: rest.before ?? integer(tenant, 'last_seq') + 1 };
      if (range.before - range.after < 2) return { found, rest: null };
      const step = this.#candidates(rest, range, search, tenant);
      found.push(...this.#compare(rest, step.seqs, search));
      const unindexed: number = this.#isUnindexed(rest, range, tenant)
        ? rest.unindexed - step.seqs.length
        : rest.unindexed;
      const compared: number = rest.compared - step.seqs.length;
      rest = compared > 0 ? { ...rest, ...remaining(rest, range, step.range), unindexed, compared } : null;
    }
    return { found, rest };
  }

  #contacts(tenantId: string, tenant: Row, search: Search): Row[] {
    const ordinal = integer(tenant, 'ordinal');
    const found: Row[] = [];
    const last = this.#sql.lastPlace.get();
    for (let block = blockOf(last === undefined ? 0 : integer(last, 'place')); block >= 0; block -= 1) {
      for (const needles of search.contact) {
        const match = matchOf(contactPrefix(ordinal, block * BLOCK), needles);
        found.push(...this.#sql.contactHits.all(toColumn(tenantId), match, CONTACTS));
      }
      if (found.length >= CONTACTS) break;
    }
    return found;
  }

  /** The index may have grown since the people were looked for. */
  #indexedTo({ indexed }: SearchJob, tenant: Row): number {
    return Math.min(indexed, integer(tenant, 'seq'));
  }

  #isUnindexed(job: SearchJob, range: Range, tenant: Row): boolean {
    const { from } = job;
    const indexed = this.#indexedTo(job, tenant);
    return from === 'newest' ? range.before - 1 > indexed : range.after >= indexed;
  }

  #candidates(job: SearchJob, range: Range, search: Search, tenant: Row): Candidates {
    if (isNarrow(job.filter)) return this.#own(job, range);
    const indexed = this.#indexedTo(job, tenant);
    const newest = job.from === 'newest';
    if (this.#isUnindexed(job, range, tenant)) {
      const tail = { after: Math.max(range.after, indexed), before: range.before };
      if (job.unindexed <= 0) return { seqs: [], range: tail };
      const statement = newest ? this.#sql.rowsNewest : this.#sql.rowsOldest;
      const seqs = statement.all(toColumn(job.tenantId), tail.after, tail.before, ROWS_AT_ONCE);
      return complete(tail, [seqs.map((row) => integer(row, 'seq'))], newest);
    }
    const block = blockOf(newest ? range.before - 1 : range.after + 1);
    const part = {
      after: Math.max(range.after, block * BLOCK - 1),
      before: Math.min(range.before, (block + 1) * BLOCK, indexed + 1),
    };
    return complete(part, this.#indexed(job, part, search, integer(tenant, 'ordinal')), newest);
  }

  /** What the index knows of one block, what of it has changed since, and what was said with people who were found. */
  #indexed(job: SearchJob, { after, before }: Range, search: Search, ordinal: number): number[][] {
    const newest = job.from === 'newest';
    const { hitsNewest, hitsOldest, staleNewest, staleOldest, saidNewest, saidOldest } = this.#sql;
    const match = matchOf(messagePrefix(ordinal, before - 1), search.text);
    const [low, high] = [messageRow(ordinal, after), messageRow(ordinal, before)];
    const hits = (newest ? hitsNewest : hitsOldest).all(match, low, high, ROWS_AT_ONCE);
    const stale = (newest ? staleNewest : staleOldest).all(toColumn(job.tenantId), after, before, ROWS_AT_ONCE);
    const said =
      job.conversations === '[]'
        ? []
        : (newest ? saidNewest : saidOldest).all(job.conversations, after, before, ROWS_AT_ONCE);
    return [
      hits.map((row) => seqOf(ordinal, integer(row, 'row'))),
      stale.map((row) => integer(row, 'seq')),
      said.map((row) => integer(row, 'seq')),
    ];
  }

  /** Where a filter leaves few messages by an index of its own, those are looked through. */
  #own({ tenantId, filter, from }: SearchJob, range: Range): Candidates {
    const { conversationId, contactId, errorCode } = filter;
    const status = filter.status === 'FAILED' ? filter.status : undefined;
    const page = { ...range, limit: ROWS_AT_ONCE - 1, from };
    const rows = this.#filters.all(messageIds(tenantId, { conversationId, contactId, errorCode, status }, page));
    return complete(range, [rows.map((row) => integer(row, 'seq'))], from === 'newest');
  }

  #compare({ tenantId, filter, from }: SearchJob, seqs: readonly number[], search: Search): FoundMessage[] {
    if (seqs.length === 0) return [];
    const rows = this.#filters.all(messagesAt(tenantId, filter, JSON.stringify(seqs)));
    return rows
      .filter((row) => says(row['search'], search) || isPerson(row['person'], search))
      .sort((a, b) => (integer(a, 'seq') - integer(b, 'seq')) * (from === 'newest' ? -1 : 1))
      .map((row) => ({ id: text(row, 'id'), conversationId: text(row, 'conversation_id') }));
  }
}

function says(words: unknown, search: Search): boolean {
  return hasAll(padded(foldText(String(words))), search.text);
}

function isPerson(words: unknown, search: Search): boolean {
  const folded = padded(foldText(String(words)));
  return search.contact.some((needles) => hasAll(folded, needles));
}

function isNarrow({ conversationId, contactId, errorCode, status }: MessageFilter): boolean {
  return conversationId !== undefined || contactId !== undefined || errorCode !== undefined || status === 'FAILED';
}

/** A source that gave all it may has more further on, so what is complete ends where the first such source ends. */
function complete(range: Range, sources: readonly (readonly number[])[], newest: boolean): Candidates {
  const ends = sources.flatMap((seqs) => (seqs.length < ROWS_AT_ONCE ? [] : (seqs.at(-1) ?? [])));
  if (ends.length === 0) return { seqs: [...new Set(sources.flat())], range };
  const part = newest ? { ...range, after: Math.max(...ends) - 1 } : { ...range, before: Math.min(...ends) + 1 };
  const seqs = new Set(sources.flat().filter((seq) => seq > part.after && seq < part.before));
  return { seqs: [...seqs], range: part };
}

function remaining({ from }: SearchJob, range: Range, done: Range): Range {
  return from === 'newest' ? { ...range, before: done.after + 1 } : { ...range, after: done.before - 1 };
}
