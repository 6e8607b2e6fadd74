import type { Page, PageRequest } from '../../application/conversations.ts';
import { invalidInput } from '../../domain/errors.ts';

/** Rows of a page: what one request may ask for, and what it gets without asking. */
export const PAGE_LIMIT = 100;
const PAGE_DEFAULT = 20;

export interface ConnectionArgs {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/** The complexity of a list that lies in what was read already, and holds no further reads. */
export const IN_MEMORY = { field: 1, multiplier: 1 } as const;

/** Cost of a connection: its selection once per row. Too large a page is refused by its own error, not by its cost. */
export function connectionCost({ first, last }: ConnectionArgs): { field: number; multiplier: number } {
  return { field: 1, multiplier: Math.max(1, Math.min(first ?? last ?? PAGE_DEFAULT, PAGE_LIMIT)) };
}

/** INVALID_INPUT unless 1–100. */
export function pageSize(field: 'first' | 'last' | 'size', asked: number): number {
  if (asked >= 1 && asked <= PAGE_LIMIT) return asked;
  throw invalidInput(
    field,
    `\`${field}\` lies between 1 and ${PAGE_LIMIT}; ${asked} was asked for.`,
    'Read page by page.',
  );
}

/**
 * A Relay connection over a keyset: lists are newest first and `position` falls along them, so "after a cursor" is older
 * than it. Pages stay put while new rows arrive at the head.
 */
export async function connection<T>(
  args: ConnectionArgs,
  read: (page: PageRequest) => Promise<Page<T>>,
  position: (row: T) => number,
) {
  const { first, last } = args;
  if (typeof first === 'number' && typeof last === 'number') {
    throw invalidInput('last', 'Give either `first` or `last`, not both.');
  }
  const forward = typeof last !== 'number';
  const limit = forward ? pageSize('first', first ?? PAGE_DEFAULT) : pageSize('last', last);
  const olderThan = positionOf('after', args.after);
  const newerThan = positionOf('before', args.before);
  const anyRow = async (page: Omit<PageRequest, 'limit'>) => (await read({ ...page, limit: 1 })).rows.length > 0;
  // Beyond the cursor that the page starts from lies at least its own row, unless that has left the list meanwhile.
  const [{ rows, more }, behind] = await Promise.all([
    read({ limit, before: olderThan, after: newerThan, from: forward ? 'newest' : 'oldest' }),
    forward
      ? olderThan !== undefined && anyRow({ after: olderThan - 1, from: 'oldest' })
      : newerThan !== undefined && anyRow({ before: newerThan + 1, from: 'newest' }),
  ]);
  return pageOf(rows, position, forward ? behind : more, forward ? more : behind);
}

/**
 * The page around the row at a position, itself included and as near its middle as the list allows. INVALID_INPUT unless
 * `size` is 1–100.
 */
export async function connectionAround<T>(
  middle: number,
  size: number,
  read: (page: PageRequest) => Promise<Page<T>>,
  position: (row: T) => number,
) {
  const limit = pageSize('size', size);
  const newer = Math.floor((limit - 1) / 2);
  const [after, upTo] = await Promise.all([
    read({ limit: Math.max(newer, 1), after: middle, from: 'oldest' }),
    read({ limit: limit - newer, before: middle + 1, from: 'newest' }),
  ]);
  const rows = newer === 0 ? upTo.rows : [...after.rows, ...upTo.rows];
  return pageOf(rows, position, newer === 0 ? after.rows.length > 0 : after.more, upTo.more);
}

function pageOf<T>(rows: readonly T[], position: (row: T) => number, hasPreviousPage: boolean, hasNextPage: boolean) {
  const edges = rows.map((node) => ({ cursor: cursorOf(position(node)), node }));
  const [startCursor, endCursor] = [edges.at(0)?.cursor ?? null, edges.at(-1)?.cursor ?? null];
  return { edges, pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor } };
}

function cursorOf(position: number): string {
  return btoa(`row:${position}`).replaceAll('=', '');
}

function positionOf(field: 'after' | 'before', cursor: string | null | undefined): number | undefined {
  if (cursor === null || cursor === undefined) return undefined;
  const text = /^[A-Za-z0-9+/]{1,40}$/.test(cursor) && cursor.length % 4 !== 1 ? atob(cursor) : '';
  const position = /^row:(\d{1,15})$/.exec(text)?.[1];
  if (position !== undefined) return Number(position);
  throw invalidInput(
    field,
    'This is not a cursor of a list.',
    'Pass `startCursor` or `endCursor` as `pageInfo` gave it.',
  );
}
