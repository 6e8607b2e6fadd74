import { builder } from './builder.ts';
import { asData, ForbiddenError, memberOf, NotFoundError } from './errors.ts';
import { MessageType } from './message.ts';

const RetryMediaResult = builder.unionType('RetryMediaResult', {
  description: 'The message as it stands, or why its file cannot be fetched.',
  types: [MessageType, ForbiddenError, NotFoundError],
  resolveType: (result) => ('failure' in result ? memberOf(result) : 'Message'),
});

builder.mutationField('retryMedia', (t) =>
  t.field({
    type: RetryMediaResult,
    description:
      'Has the file of an inbound message fetched again, at once: one that FAILED is PENDING, one that is READY stays so. ' +
      'May be repeated. A `message_media` event tells what came of it.',
    args: { messageId: t.arg.id({ required: true, description: 'Its `msg_…`.' }) },
    resolve: (_root, { messageId }, { caller, services }) =>
      asData(
        () => services.media.retry(caller, messageId),
        (field) => field,
      ),
  }),
);
