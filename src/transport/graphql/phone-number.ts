import type { QueueState } from '../../application/queue.ts';
import type { NumberRef } from '../../domain/message.ts';
import type { PhoneNumber } from '../../domain/tenant.ts';
import { builder } from './builder.ts';
import type { GraphQLContext } from './context.ts';

const QueueType = builder.objectRef<QueueState>('Queue').implement({
  description: 'What waits to go out from a number, and how fast it may.',
  fields: (t) => ({
    depth: t.exposeInt('depth', { description: 'Queued messages.' }),
    oldestAt: t.expose('oldestAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the oldest of them was accepted; null when none waits.',
    }),
    rate: t.exposeFloat('rate', {
      description: 'Messages a second: the setting, or less for as long as Meta finds it too fast.',
    }),
    pausedUntil: t.expose('pausedUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when nothing goes out; then one message tries. Null when the number is not paused.',
    }),
    pauseReason: t.exposeString('pauseReason', { nullable: true, description: 'Why it is paused: what Meta said.' }),
  }),
});

export const PhoneNumberType = builder.objectRef<NumberRef>('PhoneNumber').implement({
  description: 'One of our WhatsApp numbers.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.exposeID('id', { description: '`num_…`' }),
    phoneNumberId: t.exposeString('phoneNumberId', { description: "Meta's id of the number: digits." }),
    display: t.exposeString('display', { description: 'E.164 with `+`; empty until Meta has told it.' }),
    wabaId: t.string({
      nullable: true,
      description: "Meta's id of its WhatsApp Business Account; null for a number known from a direct call alone.",
      resolve: ({ id }, _args, context) => numberOf(context, id)?.wabaId ?? null,
    }),
    messagesPerSecond: t.int({
      nullable: true,
      description: "How fast it may send, as set; null for Meta's default of 80. What Meta allows now: `queue.rate`.",
      resolve: ({ id }, _args, context) => numberOf(context, id)?.messagesPerSecond ?? null,
    }),
    queue: t.field({
      type: QueueType,
      nullable: true,
      description: 'What waits to go out from it; null when the number is not yours.',
      resolve: ({ id }, _args, { loaders }) => loaders.queue.load(id),
    }),
  }),
});

/** The caller's number by our id or Meta's. */
export function numberOf({ caller, services }: GraphQLContext, id: string): PhoneNumber | undefined {
  return services.numbers.list(caller).find((number) => number.id === id || number.phoneNumberId === id);
}

builder.queryField('phoneNumbers', (t) =>
  t.field({
    type: [PhoneNumberType],
    description: 'The numbers assigned to you.',
    resolve: (_root, _args, { caller, services }) => services.numbers.list(caller),
  }),
);
