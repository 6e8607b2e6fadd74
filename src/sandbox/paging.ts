import { GraphError } from './graph-errors.ts';

/** Meta answers 25 items unless asked for another number. */
const DEFAULT_LIMIT = 25;
const MOST = 1000;

export interface PageQuery {
  limit?: string | undefined;
  after?: string | undefined;
  before?: string | undefined;
}

function cursorOf(id: string): string {
  return `${Buffer.from(id).toString('base64url')}ZD`;
}

/**
 * One page of a list, as Graph gives it: `data`, `paging.cursors`, and `next` or `previous` where there is more. Throws
 * 100 for a limit or cursor that is not valid. `address` is the whole address of this request; `next` is built on it.
 */
export function pageOf<Item extends { id: string }>(items: readonly Item[], query: PageQuery, address: string): object {
  const limit = query.limit === undefined ? DEFAULT_LIMIT : Number(query.limit);
  if (!Number.isInteger(limit) || limit < 1) throw new GraphError(100, 'Param limit must be a positive integer.');
  const size = Math.min(limit, MOST);
  const at = (cursor: string) => {
    const index = items.findIndex(({ id }) => cursorOf(id) === cursor);
    if (index < 0) throw new GraphError(100, 'Invalid cursor: start again without after and before.');
    return index;
  };
  const end = query.before === undefined ? undefined : at(query.before);
  const start = end === undefined ? (query.after === undefined ? 0 : at(query.after) + 1) : Math.max(0, end - size);
  const data = items.slice(start, end ?? start + size);
  const [first, last] = [data[0], data.at(-1)];
  if (first === undefined || last === undefined) return { data };
  const link = (key: 'after' | 'before', cursor: string) => {
    const url = new URL(address);
    url.searchParams.delete('after');
    url.searchParams.delete('before');
    url.searchParams.set('limit', String(size));
    url.searchParams.set(key, cursor);
    return url.href;
  };
  const cursors = { before: cursorOf(first.id), after: cursorOf(last.id) };
  return {
    data,
    paging: {
      cursors,
      ...(start + data.length < items.length ? { next: link('after', cursors.after) } : {}),
      ...(start > 0 ? { previous: link('before', cursors.before) } : {}),
    },
  };
}
