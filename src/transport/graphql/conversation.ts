import type { Conversation } from '../../domain/conversation.ts';
import { isJsonObject } from '../../domain/json.ts';
import { builder } from './builder.ts';
import { connectionCost } from './connections.ts';
import { ContactType } from './contact.ts';
import { NoticeEventType } from './event.ts';
import { MessageType } from './message.ts';
import { MessageConnection, messagesBy } from './messages.ts';
import { numberOf, PhoneNumberType } from './phone-number.ts';
import { WindowType } from './window.ts';

export const ConversationType = builder.objectRef<Conversation>('Conversation');

ConversationType.implement({
  description: 'All messages between one of our numbers and one person.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.exposeID('id', { description: '`conv_…`' }),
    contact: t.field({
      type: ContactType,
      description: 'The person.',
      async resolve({ contactId }, _args, { loaders }) {
        const contact = await loaders.contact.load(contactId);
        if (contact === null) throw new Error(`contact ${contactId} of a conversation cannot be read`);
        return contact;
      },
    }),
    phoneNumber: t.field({
      type: PhoneNumberType,
      description: 'Our number.',
      async resolve({ numberId, lastMessageId }, _args, context) {
        // A number that is no longer the tenant's is still known from the messages that went over it.
        const number = numberOf(context, numberId) ?? (await context.loaders.message.load(lastMessageId))?.phoneNumber;
        if (number === undefined) throw new Error(`number ${numberId} of a conversation cannot be read`);
        return number;
      },
    }),
    window: t.field({
      type: WindowType,
      description: 'Whether a free-form message may be sent.',
      resolve: (conversation, _args, { loaders }) => loaders.window.load(conversation),
    }),
    marketingOptOut: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'Since when the person wants no marketing messages from this number; null when they may be sent. Until they ' +
        'allow them again, marketing templates to them are refused with OptedOutError.',
      resolve: async (conversation, _args, { loaders }) => (await loaders.window.load(conversation)).marketingOptOut,
    }),
    unreadCount: t.exposeInt('unreadCount', { description: 'Inbound messages after `readUpTo`.' }),
    readUpTo: t.field({
      type: 'Cursor',
      nullable: true,
      description: 'The place in the event log up to which you have read: that of a message; null for nothing.',
      resolve: ({ readSeq }, _args, { loaders }) => loaders.cursorAt(readSeq),
    }),
    lastMessage: t.field({
      type: MessageType,
      nullable: true,
      description: 'The newest message. News of the system stands here only while there is nothing else.',
      resolve: ({ lastMessageId }, _args, { loaders }) => loaders.message.load(lastMessageId),
    }),
    messages: t.connection(
      {
        type: MessageType,
        description: 'Its messages, newest first.',
        complexity: connectionCost,
        resolve: ({ id }, args, context) => messagesBy(args, { conversationId: id }, context),
      },
      MessageConnection,
    ),
  }),
});

// Added here, since a conversation shows messages: a file pair that imports each other loads in one order only.
builder.objectField(MessageType, 'conversation', (t) =>
  t.field({
    type: ConversationType,
    description: 'All messages between this person and this number.',
    async resolve({ conversationId }, _args, { loaders }) {
      const conversation = await loaders.conversation.load(conversationId);
      if (conversation === null) throw new Error(`conversation ${conversationId} of a message cannot be read`);
      return conversation;
    },
  }),
);

builder.objectField(NoticeEventType, 'conversation', (t) =>
  t.field({
    type: ConversationType,
    nullable: true,
    description:
      'The conversation that was read, or whose window or marketing opt-out may have changed by a call or a preference; ' +
      'null when it concerns none, or several.',
    resolve({ event }, _args, { loaders }) {
      const { data } = event.body;
      const id = isJsonObject(data) ? data['conversationId'] : null;
      return typeof id === 'string' ? loaders.conversation.load(id) : null;
    },
  }),
);
