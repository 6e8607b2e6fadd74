import type { FeedItem } from '../../application/feed.ts';
import { EVENT_TYPES, type EventType } from '../../domain/event.ts';
import { builder } from './builder.ts';
import { PAGE_LIMIT, pageSize } from './connections.ts';
import { EventInterface, EventTypeEnum } from './event.ts';
import { delivered, openFeed } from './subscription.ts';

builder.queryFields((t) => ({
  cursor: t.field({
    type: 'Cursor',
    description:
      'The place of now in your event log. Read it first, then what you show, then subscribe `after` it: nothing is missed.',
    resolve: (_root, _args, { caller, services }) => services.feed.now(caller),
  }),
  events: t.field({
    type: [EventInterface],
    description:
      'The event log by page, oldest first: what a client reads after CURSOR_EXPIRED. Empty when there is nothing more; ' +
      'CURSOR_EXPIRED and CURSOR_INVALID when the cursor cannot be honoured.',
    args: {
      after: t.arg({ type: 'Cursor', description: 'Only events after it; without it from the oldest kept.' }),
      first: t.arg.int({ defaultValue: PAGE_LIMIT, description: 'At most so many: 1–100.' }),
    },
    complexity: ({ first }) => ({ field: 1, multiplier: Math.max(1, Math.min(first ?? PAGE_LIMIT, PAGE_LIMIT)) }),
    async resolve(_root, { after, first }, { caller, services }) {
      const limit = pageSize('first', first ?? PAGE_LIMIT);
      const { events } = await services.feed.page(caller, { after: after ?? null, limit, waitMs: 0 });
      return [...events];
    },
  }),
}));

builder.subscriptionField('events', (t) =>
  t.field({
    type: EventInterface,
    description: 'Everything that happens, with checkpoints.',
    args: {
      after: t.arg({ type: 'Cursor', description: 'Go on behind this event; without it start at now.' }),
      types: t.arg({ type: [EventTypeEnum], description: 'Only these kinds; checkpoints come all the same.' }),
    },
    subscribe: (_root, { after, types }, context) => openFeed(context, after, { types: logged(types) }, everything),
    resolve: (delivery, _args, context) => delivered(delivery, context),
  }),
);

const everything = (_item: FeedItem): _item is FeedItem => true;

/** The kinds that take a place in the log; undefined for all of them. */
function logged(types: readonly string[] | null | undefined): EventType[] | undefined {
  return types === null || types === undefined ? undefined : EVENT_TYPES.filter((type) => types.includes(type));
}
