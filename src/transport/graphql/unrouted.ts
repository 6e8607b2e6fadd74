import type { Assigned, UnroutedChoice, UnroutedMessage } from '../../application/unrouted.ts';
import type { Identity } from '../../domain/contact.ts';
import { textOf } from '../../domain/message.ts';
import { builder } from './builder.ts';
import { connection, connectionCost } from './connections.ts';
import { asData, ForbiddenError, InvalidInputError, memberOf, NotFoundError } from './errors.ts';
import { MessageTypeEnum } from './message-type.ts';
import { TenantType } from './tenant.ts';

const UnroutedSenderType = builder.objectRef<Identity>('UnroutedSender').implement({
  description: 'Who wrote a message that is nobody’s yet, as far as Meta told.',
  fields: (t) => ({
    phone: t.exposeString('phone', { nullable: true, description: 'E.164 with `+`.' }),
    userId: t.exposeString('userId', { nullable: true, description: "Meta's business-scoped id of the person." }),
    username: t.exposeString('username', { nullable: true, description: 'Without `@`.' }),
    name: t.exposeString('name', { nullable: true, description: 'As the person set it.' }),
  }),
});

const UnroutedMessageType = builder.objectRef<UnroutedMessage>('UnroutedMessage').implement({
  description: 'A message that no number and no tenant claims.',
  fields: (t) => ({
    id: t.exposeID('id', { description: '`unr_…`, for `assignUnrouted`.' }),
    phoneNumberId: t.string({
      description: "Meta's id of the number that it was written to.",
      resolve: ({ item }) => item.phoneNumberId,
    }),
    whatsappId: t.string({ description: 'Its `wamid`.', resolve: ({ item }) => item.whatsappId }),
    from: t.field({ type: UnroutedSenderType, description: 'Who wrote it.', resolve: ({ item }) => item.from }),
    type: t.field({ type: MessageTypeEnum, description: 'Its kind.', resolve: ({ item }) => item.type }),
    text: t.string({
      nullable: true,
      description: 'Its words or caption; null when it has none.',
      resolve: ({ item }) => textOf(item.content),
    }),
    replyToWhatsappId: t.string({
      nullable: true,
      description: 'The `wamid` of the message that it quotes.',
      resolve: ({ item }) => item.replyTo,
    }),
    raw: t.field({ type: 'JSON', description: 'As Meta sent it.', resolve: ({ item }) => item.raw }),
    createdAt: t.field({
      type: 'DateTime',
      description: "When it was written, by Meta's clock.",
      resolve: ({ item }) => new Date(item.at).toISOString(),
    }),
    receivedAt: t.field({
      type: 'DateTime',
      description: 'When it came. It is kept for EVENT_RETENTION_DAYS from then.',
      resolve: ({ receivedAt }) => new Date(receivedAt).toISOString(),
    }),
  }),
});

const UnroutedMessageFilter = builder.inputType('UnroutedMessageFilter', {
  description: 'What is left out does not filter; what is given must all hold.',
  fields: (t) => ({
    phoneNumberId: t.id({ description: "Written to this number: Meta's id or `num_…`." }),
    contact: t.string({ description: 'Written by this person: phone (E.164) or user id.' }),
  }),
});

const UnroutedMessageConnection = builder.connectionObject(
  { type: UnroutedMessageType, name: 'UnroutedMessageConnection', description: 'Unrouted messages, newest first.' },
  { name: 'UnroutedMessageEdge', description: 'An unrouted message and its place in the list.' },
);

builder.queryField('unroutedMessages', (t) =>
  t.connection(
    {
      type: UnroutedMessageType,
      description:
        'What waits in the unrouted box: messages to numbers that are not registered, and those on a shared number ' +
        'without a default tenant that answer nobody. For the operator alone.',
      args: { filter: t.arg({ type: UnroutedMessageFilter, description: 'Which ones.' }) },
      complexity: connectionCost,
      resolve: (_root, { filter, ...args }, { caller, services }) => {
        const which = { phoneNumberId: filter?.phoneNumberId ?? undefined, contact: filter?.contact ?? undefined };
        return connection(
          args,
          (page) => services.unrouted.list(caller, which, page),
          ({ seq }) => seq,
        );
      },
    },
    UnroutedMessageConnection,
  ),
);

const UnroutedAuthorInput = builder.inputType('UnroutedAuthorInput', {
  description: 'Everything that a person wrote to a number.',
  fields: (t) => ({
    phoneNumberId: t.id({ required: true, description: "The number: Meta's id or `num_…`." }),
    contact: t.string({ required: true, description: 'The person: phone (E.164) or user id.' }),
  }),
});

const UnroutedChoiceInput = builder.inputType('UnroutedChoiceInput', {
  description: 'Which messages of the unrouted box.',
  isOneOf: true,
  fields: (t) => ({
    ids: t.idList({ description: '1–100 of them, by `unr_…`.' }),
    author: t.field({ type: UnroutedAuthorInput, description: 'All of a person.' }),
  }),
});

const AssignedUnroutedType = builder.objectRef<Assigned>('AssignedUnrouted').implement({
  description: 'What a tenant got from the unrouted box.',
  fields: (t) => ({
    tenant: t.expose('tenant', { type: TenantType, description: 'Whose the messages are now.' }),
    messages: t.exposeInt('messages', { description: 'How many it got; those that had left the box do not count.' }),
  }),
});

const AssignUnroutedResult = builder.unionType('AssignUnroutedResult', {
  description: 'What the tenant got, or why it got nothing.',
  types: [AssignedUnroutedType, InvalidInputError, ForbiddenError, NotFoundError],
  resolveType: (result) => ('failure' in result ? memberOf(result) : 'AssignedUnrouted'),
});

builder.mutationField('assignUnrouted', (t) =>
  t.field({
    type: AssignUnroutedResult,
    description:
      'Gives unrouted messages to a tenant that may use their number, as if they had come to it when they were written: ' +
      'its subscribers see them. What these people write to the number next is the tenant’s too, until another tenant ' +
      'writes to them. For the operator alone. May be repeated.',
    args: {
      choice: t.arg({ type: UnroutedChoiceInput, required: true, description: 'Which messages.' }),
      tenant: t.arg.id({ required: true, description: 'Its `ten_…`, or `dijla`.' }),
    },
    resolve: (_root, { choice, tenant }, { caller, services }) =>
      asData(() => services.unrouted.assign(caller, chosen(choice), tenant), asArgument),
  }),
);

/** Exactly one of the two is given: GraphQL has seen to it. */
function chosen({ ids, author }: typeof UnroutedChoiceInput.$inferInput): UnroutedChoice {
  if (author) return author;
  return { ids: ids ?? [] };
}

function asArgument(field: string): string {
  if (field === 'ids') return 'choice.ids';
  if (field === 'phoneNumberId') return 'choice.author.phoneNumberId';
  return field === 'id' ? 'tenant' : field;
}
