import type { LiveEvent } from '../../data/live.ts';
import { isQuiet, type NotificationSettings } from './notification-settings.ts';

/** A message that somebody may want to be told of. */
export type NewMessage = Extract<LiveEvent, { readonly __typename: 'InboundMessage' }>['message'];

/** What is told at once: one message, or how many came while the stream was away. */
export type News =
  | { readonly kind: 'one'; readonly message: NewMessage }
  | { readonly kind: 'several'; readonly messages: readonly NewMessage[] };

const MOST_KNOWN = 1_000;
/** Nobody is woken for these: they are no words of a person, or words about words. */
const SILENT_TYPES = new Set(['reaction', 'edit', 'revoke', 'system', 'unknown']);

/**
 * Turns the stream into news: each message once, however often it comes, and what comes at once after the connection was
 * away as one piece of news.
 */
export class NewsDesk {
  readonly #known = new Set<string>();
  #waiting: NewMessage[] = [];

  /** `live`: whether the stream is caught up. */
  take(event: LiveEvent, live: boolean): News | null {
    if (event.__typename === 'Checkpoint') return event.live ? this.#release() : null;
    if (event.__typename !== 'InboundMessage' || SILENT_TYPES.has(event.message.type)) return null;
    const { message } = event;
    if (this.#known.has(message.id)) return null;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.add(message.id);
    if (live) return { kind: 'one', message };
    this.#waiting.push(message);
    return null;
  }

  #release(): News | null {
    const messages = this.#waiting;
    this.#waiting = [];
    const [first] = messages;
    if (first === undefined) return null;
    return messages.length === 1 ? { kind: 'one', message: first } : { kind: 'several', messages };
  }
}

/**
 * What of the news is worth a sound or a notification: nothing in quiet hours, nothing of a muted conversation, nothing of
 * the thread that somebody looks at. Null when nothing is left.
 */
export function worthTelling(
  news: News,
  settings: Pick<NotificationSettings, 'muted' | 'quietUntil'>,
  place: { readonly now: number; readonly inFocus: string | null },
): News | null {
  if (isQuiet(settings, place.now)) return null;
  const messages = news.kind === 'one' ? [news.message] : news.messages;
  const left = messages.filter(({ conversation: { id } }) => id !== place.inFocus && !settings.muted.includes(id));
  const [first] = left;
  if (first === undefined) return null;
  return left.length === 1 ? { kind: 'one', message: first } : { kind: 'several', messages: left };
}
