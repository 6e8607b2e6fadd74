import type { FeedItem } from '../application/feed.ts';
import type { EventBody } from '../domain/event.ts';

/** The one JSON body of an event on Socket.io, SSE and long poll; a checkpoint carries its cursor and whether it is live. */
export type EventJson =
  | ({ readonly cursor: string } & EventBody)
  | { readonly cursor: string; readonly type: 'checkpoint'; readonly live: boolean };

export function eventJson(item: FeedItem): EventJson {
  if (item.kind === 'checkpoint') return { cursor: item.cursor, type: 'checkpoint', live: item.live };
  return { cursor: item.cursor, ...item.event.body };
}
