import { builder } from './builder.ts';
import { asData, ForbiddenError, InvalidInputError, memberOf, NotFoundError } from './errors.ts';
import { MessageType } from './message.ts';

const CancelMessageResult = builder.unionType('CancelMessageResult', {
  description: 'The message as it stands, or why it could not be taken back.',
  types: [MessageType, InvalidInputError, ForbiddenError, NotFoundError],
  resolveType: (result) => ('failure' in result ? memberOf(result) : 'Message'),
});

const ResolveMessageResult = builder.unionType('ResolveMessageResult', {
  description: 'The message as it stands, or why it could not be resolved.',
  types: [MessageType, InvalidInputError, ForbiddenError, NotFoundError],
  resolveType: (result) => ('failure' in result ? memberOf(result) : 'Message'),
});

const VERDICTS = {
  SENT: { value: 'sent', description: 'It went out.' },
  NOT_SENT: { value: 'notSent', description: 'It did not; it may be sent again. What Meta tells later still counts.' },
} as const;

const ResolveAs = builder.enumType('ResolveAs', {
  description: 'What became of an unconfirmed message.',
  values: VERDICTS,
});

builder.mutationFields((t) => ({
  cancelMessage: t.field({
    type: CancelMessageResult,
    description: 'Takes a QUEUED message back: it becomes CANCELLED and is never sent. May be repeated.',
    args: { id: t.arg.id({ required: true, description: 'Its `msg_…`.' }) },
    resolve: (_root, { id }, { caller, services }) => asData(() => services.decisions.cancel(caller, id), asIs),
  }),
  resolveMessage: t.field({
    type: ResolveMessageResult,
    description:
      'Says what became of an UNCONFIRMED message, found out by other means: SENT makes it SENT, NOT_SENT makes it ' +
      'CANCELLED. May be repeated. Most resolve themselves as soon as Meta reports on them.',
    args: {
      id: t.arg.id({ required: true, description: 'Its `msg_…`.' }),
      as: t.arg({ type: ResolveAs, required: true, description: 'Which it is.' }),
    },
    resolve: (_root, args, { caller, services }) =>
      asData(() => services.decisions.resolve(caller, args.id, args.as), asIs),
  }),
}));

/** Arguments are named as the application names them. */
function asIs(field: string): string {
  return field;
}
