import type {
  EditContent as Edit,
  ReactionContent as Reaction,
  RevokeContent as Revoke,
} from '../../domain/message-kinds.ts';
import { targetOf } from '../../domain/message-kinds.ts';
import { builder } from './builder.ts';
import type { GraphQLContext } from './context.ts';
import { MessageType } from './message.ts';

/* Contents that are about another message. */

export const ReactionContent = builder.objectRef<Reaction>('ReactionContent').implement({
  description: 'An emoji under a message.',
  fields: (t) => ({
    whatsappId: t.exposeString('whatsappId', { description: 'The `wamid` of the message it stands under.' }),
    emoji: t.exposeString('emoji', { nullable: true, description: 'Null: an earlier reaction was taken away.' }),
  }),
});

export const EditContent = builder.objectRef<Edit>('EditContent').implement({
  description: 'The person changed an earlier message of theirs, which `message` then shows with its `editedAt`.',
  fields: (t) => ({
    originalWhatsappId: t.exposeString('originalWhatsappId', { description: 'The `wamid` of the changed message.' }),
    type: t.exposeString('type', { description: "The kind of the message as it now is, by Meta's name." }),
  }),
});

export const RevokeContent = builder.objectRef<Revoke>('RevokeContent').implement({
  description:
    'The person deleted an earlier message of theirs for everybody. It is kept, with its `revokedAt`: show it as deleted.',
  fields: (t) => ({
    originalWhatsappId: t.exposeString('originalWhatsappId', { description: 'The `wamid` of the deleted message.' }),
  }),
});

for (const ref of [ReactionContent, EditContent, RevokeContent]) {
  builder.objectFields(ref, (t) => ({
    messageId: t.id({
      nullable: true,
      description: 'The `msg_…` of the message it is about; null when it came before that message, or alone.',
      resolve: ({ messageId }) => messageId ?? null,
    }),
    message: t.field({
      type: MessageType,
      nullable: true,
      description: 'The message it is about, as it is now; null when the gateway does not know it.',
      resolve: (content, _args, context) => targetIn(content, context),
    }),
  }));
}

function targetIn(content: Reaction | Edit | Revoke, { caller, loaders, services }: GraphQLContext) {
  if (content.messageId !== undefined) return loaders.message.load(content.messageId);
  const whatsappId = targetOf(content);
  return whatsappId === null ? null : services.conversations.message(caller, whatsappId);
}
