import type { MessageFilter } from '../../application/conversations.ts';
import { builder } from './builder.ts';
import { type ConnectionArgs, connection, connectionCost } from './connections.ts';
import type { GraphQLContext } from './context.ts';
import { DirectionEnum, MessageType } from './message.ts';
import { MessageTypeEnum } from './message-type.ts';
import { numberOf } from './phone-number.ts';
import { SPELLING } from './search.ts';
import { MessageStatusEnum } from './status.ts';

const MessageFilterInput = builder.inputType('MessageFilter', {
  description: 'What is left out does not filter; what is given must all hold.',
  fields: (t) => ({
    search: t.string({
      description: `Words, in any order: all of them in the text, or all in the person's name, phone and username. ${SPELLING}`,
    }),
    phoneNumberId: t.id({ description: "One of our numbers, by Meta's id or by its `num_…`." }),
    contact: t.id({ description: 'The person, by `con_…`.' }),
    direction: t.field({ type: DirectionEnum, description: 'Inbound or outbound only.' }),
    type: t.field({ type: MessageTypeEnum, description: 'Of this kind.' }),
    status: t.field({ type: MessageStatusEnum, description: 'In this status now.' }),
    errorCode: t.int({ description: "Failed with this code of Meta's, such as 131047." }),
    from: t.field({ type: 'DateTime', description: 'Created at this time or later.' }),
    to: t.field({ type: 'DateTime', description: 'Created before this time.' }),
  }),
});

export const MessageConnection = builder.connectionObject(
  { type: MessageType, name: 'MessageConnection', description: 'Messages, newest first.' },
  { name: 'MessageEdge', description: 'A message and its place in the list.' },
);

/** Messages by page, for every field that lists them. */
export function messagesBy(args: ConnectionArgs, filter: MessageFilter, { caller, services }: GraphQLContext) {
  return connection(
    args,
    (page) => services.conversations.messages(caller, filter, page),
    ({ seq }) => seq,
  );
}

function filterOf(filter: typeof MessageFilterInput.$inferInput, context: GraphQLContext): MessageFilter {
  const { phoneNumberId, contact } = filter;
  return {
    search: filter.search ?? undefined,
    phoneNumberId: phoneNumberId ? (numberOf(context, phoneNumberId)?.phoneNumberId ?? phoneNumberId) : undefined,
    contactId: contact ?? undefined,
    direction: filter.direction ?? undefined,
    type: filter.type ?? undefined,
    status: filter.status ?? undefined,
    errorCode: filter.errorCode ?? undefined,
    from: filter.from ?? undefined,
    to: filter.to ?? undefined,
  };
}

builder.queryFields((t) => ({
  message: t.field({
    type: MessageType,
    nullable: true,
    description: 'One message; null when there is none of yours.',
    args: { id: t.arg.id({ required: true, description: 'Its `msg_…` or its `wamid`.' }) },
    resolve: (_root, { id }, { caller, loaders, services }) =>
      id.startsWith('msg_') ? loaders.message.load(id) : services.conversations.message(caller, id),
  }),
  messages: t.connection(
    {
      type: MessageType,
      description: 'Your messages, newest first.',
      args: { filter: t.arg({ type: MessageFilterInput, description: 'Which ones.' }) },
      complexity: connectionCost,
      resolve: (_root, { filter, ...args }, context) => messagesBy(args, filterOf(filter ?? {}, context), context),
    },
    MessageConnection,
  ),
}));
