import { builder } from './builder.ts';
import { connection, connectionCost } from './connections.ts';
import { ConversationType } from './conversation.ts';
import { numberOf } from './phone-number.ts';
import { SPELLING } from './search.ts';

const ConversationFilterInput = builder.inputType('ConversationFilter', {
  description: 'What is left out does not filter; what is given must all hold.',
  fields: (t) => ({
    search: t.string({
      description:
        "Words, in any order: all of them in the person's name, phone and username, or all in the text of one message. " +
        `Of what very many messages say, the newest 5,000 are looked through. ${SPELLING}`,
    }),
    unread: t.boolean({ description: 'True: with unread messages; false: without.' }),
    phoneNumberId: t.id({ description: "One of our numbers, by Meta's id or by its `num_…`." }),
    window: t.boolean({ description: 'True: the customer-service window is open now; false: it is not.' }),
    failed: t.boolean({ description: 'True: the newest message has failed; false: it has not.' }),
  }),
});

builder.queryFields((t) => ({
  conversation: t.field({
    type: ConversationType,
    nullable: true,
    description: 'One conversation; null when there is none of yours.',
    args: { id: t.arg.id({ required: true, description: 'Its `conv_…`.' }) },
    resolve: (_root, { id }, { loaders }) => loaders.conversation.load(id),
  }),
  conversations: t.connection(
    {
      type: ConversationType,
      description: 'Your conversations, the one with the newest message first.',
      args: { filter: t.arg({ type: ConversationFilterInput, description: 'Which ones.' }) },
      complexity: connectionCost,
      resolve(_root, { filter, ...args }, context) {
        const { caller, services } = context;
        const { search, unread, phoneNumberId, window, failed } = filter ?? {};
        const which = {
          search: search ?? undefined,
          unread: unread ?? undefined,
          numberId: phoneNumberId ? (numberOf(context, phoneNumberId)?.id ?? phoneNumberId) : undefined,
          windowOpen: window ?? undefined,
          failed: failed ?? undefined,
        };
        return connection(
          args,
          (page) => services.conversations.list(caller, which, page),
          ({ lastSeq }) => lastSeq,
        );
      },
    },
    { name: 'ConversationConnection', description: 'Conversations, the one with the newest message first.' },
    { name: 'ConversationEdge', description: 'A conversation and its place in the list.' },
  ),
}));
