import type { MessageRecord } from '../domain/message.ts';
import type { Caller } from '../domain/tenant.ts';
import { type Conversations, type MessageFilter, searchable } from './conversations.ts';
import { requireScope } from './scopes.ts';
import type { Tenants } from './tenants.ts';

/** Messages that are read at a time: some milliseconds of the store, after which others get their turn. */
const PAGE_ROWS = 200;
/** Places of the log that are looked through at a time, so that a filter that little passes takes no longer. */
const PLACES_AT_ONCE = 5_000;

/** Reading a tenant's whole history, however long it is. */
export interface MessageExport {
  /**
   * Pages of what passes, the oldest first, read as they are asked for. It ends with what was there when it began, so it
   * ends. `timeZone` is the tenant's. FORBIDDEN, INVALID_INPUT.
   */
  pages(
    caller: Caller,
    filter: MessageFilter,
  ): { readonly timeZone: string; readonly pages: AsyncGenerator<readonly MessageRecord[]> };
}

export function createMessageExport(deps: {
  readonly conversations: Pick<Conversations, 'messages'>;
  readonly tenants: Pick<Tenants, 'of'>;
}): MessageExport {
  const { conversations, tenants } = deps;

  async function* pagesOf(caller: Caller, filter: MessageFilter): AsyncGenerator<readonly MessageRecord[]> {
    const newest = await conversations.messages(caller, {}, { limit: 1, from: 'newest' });
    const end = (newest.rows[0]?.seq ?? 0) + 1;
    let after = 0;
    while (after < end - 1) {
      const before = Math.min(end, after + PLACES_AT_ONCE + 1);
      const page = await conversations.messages(caller, filter, { limit: PAGE_ROWS, after, before, from: 'oldest' });
      const rows = page.rows.toReversed();
      if (rows.length > 0) yield rows;
      after = (page.more ? rows.at(-1)?.seq : undefined) ?? before - 1;
    }
  }

  return {
    pages(caller, filter) {
      requireScope(caller, 'read');
      return { timeZone: tenants.of(caller).timeZone, pages: pagesOf(caller, searchable(filter)) };
    },
  };
}
