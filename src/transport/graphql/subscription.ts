import type { FeedFilter, FeedItem } from '../../application/feed.ts';
import type { GraphQLContext } from './context.ts';
import { mapIterator } from './map-iterator.ts';

/** What a subscription resolves: an item of the feed, or why there will be no more. */
export type Delivery<Item extends FeedItem> = Item | { readonly kind: 'failed'; readonly error: unknown };

/** An event of the log with its cursor. */
export type EventItem = Extract<FeedItem, { readonly kind: 'event' }>;

/**
 * Opens the feed after a cursor, or at now. The start is fixed when this resolves, which is before any transport says that
 * the subscription runs: what happens from then on is delivered.
 */
export async function openFeed<Item extends FeedItem>(
  { caller, services, signal }: GraphQLContext,
  after: string | null | undefined,
  filter: FeedFilter,
  keep: (item: FeedItem) => item is Item,
): Promise<AsyncIterableIterator<Delivery<Item>>> {
  const start = await services.feed.start(caller, after);
  return mapIterator<FeedItem, Delivery<Item>>(
    services.feed.read(start, filter, signal),
    (item) => (keep(item) ? item : undefined),
    (error) => ({ kind: 'failed', error }),
  );
}

/** The item, with nothing cached from the event before it; throws what ended the feed. */
export function delivered<Item extends FeedItem>(delivery: Delivery<Item>, { loaders }: GraphQLContext): Item {
  loaders.clear();
  if (delivery.kind === 'failed') throw delivery.error;
  return delivery;
}

export function isEvent(item: FeedItem): item is EventItem {
  return item.kind === 'event';
}
