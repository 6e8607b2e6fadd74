import { builder } from './builder.ts';
import { InboundMessageType } from './event.ts';
import { delivered, isEvent, openFeed } from './subscription.ts';

builder.subscriptionField('inboundMessages', (t) =>
  t.field({
    type: InboundMessageType,
    description: 'What people write to your numbers, and nothing else.',
    args: { after: t.arg({ type: 'Cursor', description: 'Go on behind this message; without it start at now.' }) },
    subscribe: (_root, { after }, context) => openFeed(context, after, { types: ['inbound_message'] }, isEvent),
    resolve: (delivery, _args, context) => delivered(delivery, context),
  }),
);
