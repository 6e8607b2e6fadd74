import type { BubbleFieldsFragment, ThreadPageFragment } from '../../../generated/graphql.ts';

export type ThreadMessage = BubbleFieldsFragment;

/** A message and its place in the list of its conversation. */
interface Placed {
  readonly cursor: string;
  readonly message: ThreadMessage;
}

/**
 * A stretch of a conversation without holes, oldest first. However far somebody scrolls it holds at most `MOST_HELD`
 * messages: what is far from them makes room, and is read again when they come back.
 */
export interface Thread {
  readonly placed: readonly Placed[];
  /** Whether the conversation goes on before it, and behind it. */
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
}

export const PAGE_SIZE = 50;
export const MOST_HELD = 1_000;

/** A page as the API lists it, newest first. */
export function threadOf({ edges, pageInfo }: ThreadPageFragment): Thread {
  return { placed: placedOf(edges), hasOlder: pageInfo.hasNextPage, hasNewer: pageInfo.hasPreviousPage };
}

export function withOlder(thread: Thread, page: ThreadPageFragment): Thread {
  const placed = [...unknownIn(thread, page), ...thread.placed];
  const kept = placed.slice(0, MOST_HELD);
  return {
    placed: kept,
    hasOlder: page.pageInfo.hasNextPage,
    hasNewer: thread.hasNewer || kept.length < placed.length,
  };
}

export function withNewer(thread: Thread, page: ThreadPageFragment): Thread {
  const placed = [...thread.placed, ...unknownIn(thread, page)];
  const kept = placed.slice(-MOST_HELD);
  return {
    placed: kept,
    hasOlder: thread.hasOlder || kept.length < placed.length,
    hasNewer: page.pageInfo.hasPreviousPage,
  };
}

/** The message as it is now, in its place; the same thread when it is not in it. */
export function withMessage(thread: Thread, message: ThreadMessage): Thread {
  if (!thread.placed.some((one) => one.message.id === message.id)) return thread;
  return {
    ...thread,
    placed: thread.placed.map((one) => (one.message.id === message.id ? { ...one, message } : one)),
  };
}

export function holds(thread: Thread, id: string): boolean {
  return thread.placed.some(({ message }) => message.id === id);
}

/** The message that a reaction, an edit or a deletion is about; null for a message that stands for itself. */
export function targetOf({ content }: Pick<ThreadMessage, 'content'>): string | null {
  switch (content?.__typename) {
    case 'ReactionContent':
    case 'EditContent':
    case 'RevokeContent':
      return content.messageId;
    default:
      return null;
  }
}

function unknownIn(thread: Thread, page: ThreadPageFragment): Placed[] {
  const known = new Set(thread.placed.map(({ message }) => message.id));
  return placedOf(page.edges).filter(({ message }) => !known.has(message.id));
}

function placedOf(edges: ThreadPageFragment['edges']): Placed[] {
  return edges.map(({ cursor, node }) => ({ cursor, message: node })).reverse();
}
