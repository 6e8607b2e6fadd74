import type { WindowState } from '../../application/conversations.ts';
import type { Conversation } from '../../domain/conversation.ts';
import { builder } from './builder.ts';
import { connectionCost } from './connections.ts';
import { ContactType } from './contact.ts';
import { MessageType } from './message.ts';
import { MessageConnection, messagesBy } from './messages.ts';
import { numberOf, PhoneNumberType } from './phone-number.ts';

const WindowType = builder.objectRef<WindowState>('Window').implement({
  description: "Meta's customer-service window: for 24 hours after the person's last message anything may be sent.",
  fields: (t) => ({
    open: t.exposeBoolean('open', { description: 'Now. When false, only templates may be sent.' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it closes or closed; null when the person has not written since the gateway listens.',
    }),
  }),
});

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
      resolve: (conversation, _args, { caller, services }) => services.conversations.window(caller, conversation),
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
