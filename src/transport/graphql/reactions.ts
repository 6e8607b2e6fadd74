import type { Reaction } from '../../domain/message-kinds.ts';
import { builder } from './builder.ts';
import { DirectionEnum, MessageType } from './message.ts';

const ReactionType = builder.objectRef<Reaction>('Reaction').implement({
  description: 'An emoji that stands under a message.',
  fields: (t) => ({
    emoji: t.exposeString('emoji', { description: 'One emoji.' }),
    from: t.expose('from', { type: DirectionEnum, description: "INBOUND: the person's; OUTBOUND: ours." }),
    message: t.field({
      type: MessageType,
      description: 'The message of type reaction that brought it.',
      async resolve({ messageId }, _args, { loaders }) {
        const message = await loaders.message.load(messageId);
        if (message === null) throw new Error(`reaction ${messageId} cannot be read`);
        return message;
      },
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was given.' }),
  }),
});

builder.objectField(MessageType, 'reactions', (t) =>
  t.field({
    type: [ReactionType],
    // Theirs and ours; more only in a group.
    complexity: { field: 1, multiplier: 3 },
    description:
      'What stands under it now: the latest reaction of the person and ours, oldest first. One that was taken back, or ' +
      'of ours that failed, is not there.',
    resolve: async ({ id }, _args, { loaders }) => [...(await loaders.reactions.load(id))],
  }),
);
