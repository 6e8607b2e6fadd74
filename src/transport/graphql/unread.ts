import type { UnreadCount } from '../../domain/conversation.ts';
import { builder } from './builder.ts';
import { connectionAround } from './connections.ts';
import { ConversationType } from './conversation.ts';
import { MessageType } from './message.ts';
import { MessageConnection } from './messages.ts';

const AROUND_DEFAULT = 50;

const UnreadCountType = builder.objectRef<UnreadCount>('UnreadCount').implement({
  description: 'What nobody has read yet.',
  fields: (t) => ({
    conversations: t.exposeInt('conversations', { description: 'Conversations with unread messages.' }),
    messages: t.exposeInt('messages', { description: 'Unread messages in them.' }),
    more: t.exposeBoolean('more', { description: 'True when there are more: counting ends at 1,000 conversations.' }),
  }),
});

builder.queryField('unread', (t) =>
  t.field({
    type: UnreadCountType,
    description: 'How much is unread, over all conversations: for a title, an icon.',
    resolve: (_root, _args, { caller, services }) => services.conversations.unread(caller),
  }),
);

builder.objectFields(ConversationType, (t) => ({
  firstUnread: t.field({
    type: MessageType,
    nullable: true,
    description: 'The first message after `readUpTo` that is unread; null when all is read. `around` shows its place.',
    async resolve({ id }, _args, { loaders }) {
      const messageId = await loaders.firstUnread.load(id);
      return messageId === null ? null : loaders.message.load(messageId);
    },
  }),
  around: t.field({
    type: MessageConnection,
    nullable: true,
    description:
      'The messages next to one of this conversation, and itself, newest first; `messages` goes on from there both ways. ' +
      'Null when it is none of this conversation.',
    args: {
      message: t.arg.id({ required: true, description: 'Its `msg_…`.' }),
      size: t.arg.int({ defaultValue: AROUND_DEFAULT, description: 'How many messages in all: 1–100.' }),
    },
    complexity: ({ size }) => ({ field: 1, multiplier: Math.max(1, Math.min(size ?? AROUND_DEFAULT, 100)) }),
    async resolve({ id }, { message, size }, { caller, loaders, services }) {
      const middle = await loaders.message.load(message);
      if (middle === null || middle.conversationId !== id) return null;
      return connectionAround(
        middle.seq,
        size ?? AROUND_DEFAULT,
        (page) => services.conversations.messages(caller, { conversationId: id }, page),
        ({ seq }) => seq,
      );
    },
  }),
}));
