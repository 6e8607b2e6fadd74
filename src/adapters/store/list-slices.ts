import type { DatabaseSync } from 'node:sqlite';
import type { CompiledQuery } from 'kysely';
import type { ConversationFilter } from '../../domain/conversation.ts';
import type { MessageFilter, Page, PageRequest } from '../../ports/store.ts';
import { integer, text, toColumn } from './rows.ts';
import type { FilterRunner } from './sqlite-filter-runner.ts';
import { conversationIds, messageIds } from './sqlite-filters.ts';
import { type Prepared, prepareAll } from './sqlite-statements.ts';

/** Rows that one call looks through: others' reads wait behind it. */
const MESSAGES_AT_ONCE = 2_000;
const CONVERSATIONS_AT_ONCE = 500;

const SLICES = {
  messagesNewest:
    'SELECT seq FROM messages WHERE tenant_id = ? AND seq > ? AND seq < ? ORDER BY seq DESC LIMIT 1 OFFSET ?',
  messagesOldest: 'SELECT seq FROM messages WHERE tenant_id = ? AND seq > ? AND seq < ? ORDER BY seq LIMIT 1 OFFSET ?',
  conversationsNewest: `SELECT last_seq AS seq FROM conversations WHERE tenant_id = ? AND last_seq > ? AND last_seq < ?
    ORDER BY last_seq DESC LIMIT 1 OFFSET ?`,
  conversationsOldest: `SELECT last_seq AS seq FROM conversations WHERE tenant_id = ? AND last_seq > ? AND last_seq < ?
    ORDER BY last_seq LIMIT 1 OFFSET ?`,
} as const;

/** What a part of a list came to: ids newest first, whether there are more than asked for, and what is still to be read. */
export interface IdSlice {
  readonly ids: readonly string[];
  readonly more: boolean;
  /** Null at the end, and where there are more than asked for. */
  readonly rest: PageRequest | null;
}

/**
 * Lists, in slices: a filter that few rows pass walks the tenant's whole log, and each call is a part of the way, so that
 * others get their turn. What an index of its own leads to, and what is not filtered, is read at once.
 */
export class ListReads {
  readonly #sql: Prepared<typeof SLICES>;
  readonly #filters: FilterRunner;

  constructor(db: DatabaseSync, filters: FilterRunner) {
    this.#sql = prepareAll(db, SLICES);
    this.#filters = filters;
  }

  messages(tenantId: string, filter: MessageFilter, page: PageRequest): IdSlice {
    const end = isWide(filter) ? this.#endOf('messages', tenantId, page, MESSAGES_AT_ONCE) : null;
    return this.#slice((part) => messageIds(tenantId, filter, part), page, end);
  }

  /** Of those in `found` (a JSON array of ids); null for all. */
  conversations(tenantId: string, filter: ConversationFilter, page: PageRequest, found: string | null): IdSlice {
    const { failed, numberId, unread, window } = filter;
    const wide = found === null && [failed, numberId, unread, window].some((one) => one !== undefined);
    const end = wide ? this.#endOf('conversations', tenantId, page, CONVERSATIONS_AT_ONCE) : null;
    return this.#slice((part) => conversationIds(tenantId, filter, part, found), page, end);
  }

  /** The position of the first row beyond a slice; null when the slice holds all. */
  #endOf(table: 'messages' | 'conversations', tenantId: string, page: PageRequest, rows: number): number | null {
    const { after = 0, before = Number.MAX_SAFE_INTEGER, from } = page;
    const statement = this.#sql[from === 'newest' ? (`${table}Newest` as const) : (`${table}Oldest` as const)];
    const row = statement.get(toColumn(tenantId), after, before, rows);
    return row === undefined ? null : integer(row, 'seq');
  }

  #slice(queryOf: (part: PageRequest) => CompiledQuery, page: PageRequest, end: number | null): IdSlice {
    const newest = page.from === 'newest';
    const part = end === null ? page : { ...page, ...(newest ? { after: end } : { before: end }) };
    const rows = this.#filters.all(queryOf(part));
    const ids = rows.slice(0, page.limit).map((row) => text(row, 'id'));
    const more = rows.length > page.limit;
    const rest = end === null || more ? null : { ...page, ...(newest ? { before: end + 1 } : { after: end - 1 }) };
    return { ids: newest ? ids : ids.reverse(), more, rest: rest === null ? null : left(rest, ids.length) };
  }
}

/** A page in slices, each a read of its own. */
export async function sliced<T>(
  page: PageRequest,
  read: (part: PageRequest) => Promise<Page<T> & Pick<IdSlice, 'rest'>>,
): Promise<Page<T>> {
  let rows: readonly T[] = [];
  let more = false;
  for (let part: PageRequest | null = page; part !== null; ) {
    const slice: Page<T> & Pick<IdSlice, 'rest'> = await read(part);
    rows = page.from === 'newest' ? [...rows, ...slice.rows] : [...slice.rows, ...rows];
    ({ more, rest: part } = slice);
  }
  return { rows, more };
}

function left(page: PageRequest, found: number): PageRequest {
  return { ...page, limit: page.limit - found };
}

/** True when something is asked for to which no index leads. */
function isWide(filter: MessageFilter): boolean {
  const { conversationId, contactId, direction, errorCode, from, phoneNumberId, status, to, type } = filter;
  if ([conversationId, contactId, errorCode].some((one) => one !== undefined) || status === 'FAILED') return false;
  return [direction, from, phoneNumberId, status, to, type].some((one) => one !== undefined);
}
