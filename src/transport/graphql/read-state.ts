import { builder } from './builder.ts';
import { ConversationType } from './conversation.ts';
import {
  asData,
  ForbiddenError,
  InvalidInputError,
  MetaUnavailableError,
  memberOf,
  NotFoundError,
  RejectedByMetaError,
} from './errors.ts';

const MarkReadResult = builder.unionType('MarkReadResult', {
  description: 'The conversation as it stands, or why it could not be marked.',
  types: [ConversationType, InvalidInputError, ForbiddenError, NotFoundError],
  resolveType: (result) => ('failure' in result ? memberOf(result) : 'Conversation'),
});

const SendTypingResult = builder.unionType('SendTypingResult', {
  description: 'The conversation, or why nothing is shown to the person.',
  types: [
    ConversationType,
    InvalidInputError,
    RejectedByMetaError,
    MetaUnavailableError,
    ForbiddenError,
    NotFoundError,
  ],
  resolveType: (result) => ('failure' in result ? memberOf(result) : 'Conversation'),
});

builder.mutationFields((t) => ({
  markRead: t.field({
    type: MarkReadResult,
    description:
      'Marks a conversation as read up to a place, for everybody of your tenant; never back. Told as a ' +
      '`conversation_read` event when something changed. A send in the conversation does the same by itself.',
    args: {
      conversationId: t.arg.id({ required: true, description: 'Its `conv_…`.' }),
      upTo: t.arg.id({
        required: true,
        description: 'Up to and with this message (`msg_…` or `wamid`), or up to a cursor of the event log.',
      }),
      receipt: t.arg.boolean({
        required: true,
        defaultValue: true,
        description:
          'Show the person that it was read. The receipt follows by itself, once for each call; when WhatsApp does not ' +
          'take it, the mark stands.',
      }),
    },
    resolve: (_root, args, { caller, services }) => asData(() => services.readState.markRead(caller, args), asIs),
  }),
  sendTyping: t.field({
    type: SendTypingResult,
    description:
      'Shows the person that an answer is being written, until it comes or for 25 seconds. WhatsApp shows their messages ' +
      'as read with it; your own read mark stays.',
    args: { conversationId: t.arg.id({ required: true, description: 'Its `conv_…`.' }) },
    resolve: (_root, { conversationId }, { caller, services }) =>
      asData(() => services.readState.sendTyping(caller, conversationId), asIs),
  }),
}));

/** Arguments are named as the application names them. */
function asIs(field: string): string {
  return field;
}
