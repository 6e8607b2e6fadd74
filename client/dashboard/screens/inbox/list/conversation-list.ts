import type { ConversationFieldsFragment } from '../../../generated/graphql.ts';

export type Conversation = ConversationFieldsFragment;

/** What of the conversations is shown. */
export interface ListFilter {
  readonly search: string;
  readonly only: 'all' | 'unread' | 'open' | 'failed';
  /** `num_…`; null for every number. */
  readonly number: string | null;
}

export const NO_FILTER: ListFilter = { search: '', only: 'all', number: null };

/** The conversations read so far, the one with the newest message first. */
export interface ConversationList {
  readonly conversations: readonly Conversation[];
  /** The `after` of the next page; null when there is none. */
  readonly next: string | null;
}

export function withPage(list: ConversationList, page: ConversationList): ConversationList {
  const known = new Set(list.conversations.map(({ id }) => id));
  return {
    conversations: [...list.conversations, ...page.conversations.filter(({ id }) => !known.has(id))],
    next: page.next,
  };
}

/**
 * The list after news of a conversation: it goes to the top with a new message, and stays where it is with any other
 * change. One that no longer fits the filter stays too, until it is asked for anew: nothing vanishes while it is read.
 */
export function withConversation(list: ConversationList, news: Conversation, filter: ListFilter): ConversationList {
  const held = list.conversations.find(({ id }) => id === news.id);
  if (held === undefined) {
    return fits(news, filter) ? { ...list, conversations: [news, ...list.conversations] } : list;
  }
  if (held.lastMessage?.id === news.lastMessage?.id) {
    return { ...list, conversations: list.conversations.map((one) => (one === held ? news : one)) };
  }
  return { ...list, conversations: [news, ...list.conversations.filter((one) => one !== held)] };
}

/** The list after the newest message of a conversation changed, by its id: its ticks, an edit, its file. */
export function withLastMessage(
  list: ConversationList,
  message: NonNullable<Conversation['lastMessage']>,
): ConversationList {
  if (!list.conversations.some(({ lastMessage }) => lastMessage?.id === message.id)) return list;
  return {
    ...list,
    conversations: list.conversations.map((one) =>
      one.lastMessage?.id === message.id ? { ...one, lastMessage: message } : one,
    ),
  };
}

export function without(list: ConversationList, ids: ReadonlySet<string>): ConversationList {
  return { ...list, conversations: list.conversations.filter(({ id }) => !ids.has(id)) };
}

/** Whether it belongs into the list, as far as can be judged here: what a search finds only the gateway knows. */
export function fits(conversation: Conversation, { search, only, number }: ListFilter): boolean {
  if (search.trim() !== '') return false;
  if (number !== null && conversation.phoneNumber.id !== number) return false;
  switch (only) {
    case 'all':
      return true;
    case 'unread':
      return conversation.unreadCount > 0;
    case 'open':
      return conversation.window.open;
    case 'failed':
      return conversation.lastMessage?.status === 'FAILED';
  }
}

/**
 * The order to show while somebody points into the list: nothing moves under the pointer. `held` is the order it had;
 * what has come since waits.
 */
export function inHeldOrder(conversations: readonly Conversation[], held: readonly string[]): Conversation[] {
  const byId = new Map(conversations.map((one) => [one.id, one]));
  const shown = held.flatMap((id) => byId.get(id) ?? []);
  const known = new Set(held);
  // A page that was read meanwhile goes on behind them.
  const last = conversations.findLastIndex(({ id }) => known.has(id));
  return [...shown, ...conversations.slice(last + 1)];
}
