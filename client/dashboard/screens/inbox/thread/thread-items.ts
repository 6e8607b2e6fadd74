import type { Formats } from '../../../i18n/format.ts';
import { type ThreadMessage, targetOf } from './thread-model.ts';

/** A line of the thread. */
export type ThreadItem =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'unread'; readonly key: string }
  | { readonly kind: 'notice'; readonly key: string; readonly message: ThreadMessage }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly message: ThreadMessage;
      /** Whether it begins and ends a group: messages of one author, close to one another. */
      readonly first: boolean;
      readonly last: boolean;
    };

/** Messages of one author within this are one group. */
const GROUP_MS = 5 * 60 * 1000;

/**
 * The lines between which the messages stand: a day of the tenant's time zone, and the first unread message. What only
 * changes another message that is shown has no line of its own. While there are older messages (`hasOlder`) the first one
 * has no day above it: whether its day begins with it is not known, and a line that stayed on top while they come before
 * what is under it would hold the place of whoever scrolls.
 */
export function itemsOf(
  messages: readonly ThreadMessage[],
  firstUnread: string | null,
  { dayKey }: Pick<Formats, 'dayKey'>,
  hasOlder = false,
): ThreadItem[] {
  const shown = new Set(messages.map(({ id }) => id));
  const items: ThreadItem[] = [];
  let day = '';
  let previous: ThreadMessage | null = null;
  for (const message of messages) {
    const target = targetOf(message);
    if (target !== null && (shown.has(target) || message.content?.__typename !== 'ReactionContent')) continue;
    const today = dayKey(message.createdAt);
    if (today !== day && !(day === '' && hasOlder)) {
      items.push({ kind: 'day', key: `day ${today}`, at: message.createdAt });
      previous = null;
    }
    day = today;
    if (message.id === firstUnread) {
      items.push({ kind: 'unread', key: 'unread' });
      previous = null;
    }
    if (isNotice(message)) {
      items.push({ kind: 'notice', key: message.id, message });
      previous = null;
      continue;
    }
    const first = previous === null || !isGroup(previous, message);
    const before = items.at(-1);
    if (!first && before?.kind === 'message') items[items.length - 1] = { ...before, last: false };
    items.push({ kind: 'message', key: message.id, message, first, last: true });
    previous = message;
  }
  return uniqueDays(items);
}

/** What is no word of either side: news of the system, and changes of messages that are not here. */
function isNotice({ content }: ThreadMessage): boolean {
  switch (content?.__typename) {
    case 'SystemContent':
    case 'RequestWelcomeContent':
    case 'ReactionContent':
    case 'EditContent':
    case 'RevokeContent':
      return true;
    default:
      return false;
  }
}

function isGroup(one: ThreadMessage, next: ThreadMessage): boolean {
  return (
    one.direction === next.direction &&
    one.sentBy === next.sentBy &&
    Math.abs(Date.parse(next.createdAt) - Date.parse(one.createdAt)) < GROUP_MS
  );
}

/** Clocks differ, so a day may come back: each line keeps a key of its own. */
function uniqueDays(items: readonly ThreadItem[]): ThreadItem[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const count = seen.get(item.key) ?? 0;
    seen.set(item.key, count + 1);
    return count === 0 ? item : { ...item, key: `${item.key} ${count}` };
  });
}
