import { type RetrySafety, retrySafety } from '../../domain/retry-safety.ts';
import { builder } from './builder.ts';
import { MessageType, recordOf } from './message.ts';

const SAFETIES: Readonly<Record<RetrySafety, { description: string }>> = {
  SAFE: { description: 'It surely did not arrive, and the same message may succeed now.' },
  MAY_REPEAT: { description: 'The person may get it twice: WhatsApp did not say whether it took this one.' },
  NO_USE: { description: 'It would fail again, until what `error.action` says is done.' },
};

const RetrySafetyEnum = builder.enumType('RetrySafety', {
  description: 'What comes of sending a message again.',
  values: SAFETIES,
});

/** What only the page of one message shows. */
builder.objectFields(MessageType, (t) => ({
  answer: t.field({
    type: 'JSON',
    nullable: true,
    description: "Meta's answer to the send, as it came; null when there was none, and for inbound messages.",
    resolve: async (message, _args, context) => (await recordOf(message, context))?.answer ?? null,
  }),
  retrySafety: t.field({
    type: RetrySafetyEnum,
    nullable: true,
    description:
      'What comes of sending it again, as it stands now; null unless it is FAILED, UNCONFIRMED, EXPIRED or CANCELLED.',
    async resolve(message, _args, context) {
      const record = await recordOf(message, context);
      return record === null ? null : retrySafety(record);
    },
  }),
  expiresAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'When it is no longer sent if it still waits then; null unless it is QUEUED.',
    resolve: ({ id, status }, _args, { loaders }) => (status === 'QUEUED' ? loaders.expiresAt.load(id) : null),
  }),
}));
