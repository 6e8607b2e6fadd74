import { GatewayError } from '../../domain/errors.ts';
import { builder } from './builder.ts';
import type { GraphQLContext } from './context.ts';
import { StatusUpdateType } from './event.ts';
import { delivered, isEvent, openFeed } from './subscription.ts';

builder.subscriptionField('statusUpdates', (t) =>
  t.field({
    type: StatusUpdateType,
    description: 'What becomes of your messages. NOT_FOUND when `messageId` is none of them.',
    args: {
      after: t.arg({ type: 'Cursor', description: 'Go on behind this update; without it start at now.' }),
      messageId: t.arg.id({ description: 'Of this message only: its `msg_…` or its `wamid`.' }),
    },
    async subscribe(_root, { after, messageId }, context) {
      const id = messageId ? await ownMessage(context, messageId) : undefined;
      return openFeed(context, after, { types: ['message_status'], messageId: id }, isEvent);
    },
    resolve: (delivery, _args, context) => delivered(delivery, context),
  }),
);

/** A subscription to a message that never comes would wait for ever, so it is refused at once. */
async function ownMessage({ caller, services }: GraphQLContext, id: string): Promise<string> {
  const message = await services.conversations.message(caller, id);
  if (message !== null) return message.id;
  throw new GatewayError('NOT_FOUND', 'There is no such message.', { field: 'messageId' });
}
