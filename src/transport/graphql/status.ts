import type { StatusChange } from '../../domain/message.ts';
import type { MessageStatus } from '../../domain/status.ts';
import { builder } from './builder.ts';
import { MetaErrorType } from './meta-error.ts';

const STATUSES: Readonly<Record<MessageStatus, { description: string }>> = {
  QUEUED: { description: 'Stored; waits for its turn.' },
  SENDING: { description: 'On the wire to Meta.' },
  ACCEPTED: { description: 'Meta has taken it and given it a `whatsappId`.' },
  HELD: { description: 'Meta has taken it and checks it before sending (marketing pacing).' },
  SENT: { description: 'Left Meta for the phone.' },
  DELIVERED: { description: 'Reached the phone.' },
  READ: { description: 'The person has opened it, as far as they let WhatsApp tell.' },
  PLAYED: { description: 'The person has played the voice note.' },
  FAILED: { description: 'Refused; `error` says why.' },
  UNCONFIRMED: { description: 'Meta has not answered and may have sent it. Resolves itself when a status arrives.' },
  EXPIRED: { description: 'Waited longer than its sender allowed; never sent.' },
  CANCELLED: { description: 'Taken back before it was sent.' },
  RECEIVED: { description: 'The one status of an inbound message.' },
};

export const MessageStatusEnum = builder.enumType('MessageStatus', {
  description: 'Once Meta has spoken about a message its status never goes backwards.',
  values: STATUSES,
});

export const StatusChangeType = builder.objectRef<StatusChange>('StatusChange').implement({
  description: "One step of a message's history. Every one is kept, also when it came late and moved nothing.",
  fields: (t) => ({
    status: t.expose('status', { type: MessageStatusEnum, description: 'What was told.' }),
    at: t.expose('at', { type: 'DateTime', description: "When it happened: Meta's time for Meta's words." }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When this gateway stored it.' }),
    raw: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The status as Meta sent it; null for a word of ours.',
      resolve: ({ raw }) => raw ?? null,
    }),
    error: t.expose('error', { type: MetaErrorType, nullable: true, description: 'Why it failed.' }),
  }),
});
