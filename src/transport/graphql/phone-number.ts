import type { QueueState } from '../../application/queue.ts';
import type { NumberRef } from '../../domain/message.ts';
import type { PhoneNumber, Sharing } from '../../domain/tenant.ts';
import { builder } from './builder.ts';
import type { GraphQLContext } from './context.ts';
import { MetaErrorType } from './meta-error.ts';

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
    pauseError: t.expose('pauseError', {
      type: MetaErrorType,
      nullable: true,
      description: 'The error that paused it; null when it is not paused, or when Meta only asked to wait.',
    }),
  }),
});

const SharingType = builder.objectRef<Sharing>('PhoneNumberSharing').implement({
  description: 'How tenants share a number.',
  fields: (t) => ({
    tenants: t.idList({
      nullable: true,
      description: 'Who may send from it beside the operator; null: every standard tenant.',
      resolve: ({ tenants }) => (tenants === 'standard' ? null : [...tenants]),
    }),
    defaultTenantId: t.exposeID('defaultTenantId', {
      nullable: true,
      description: "Who receives what nobody's message explains; null: it waits in the unrouted box.",
    }),
    answerDays: t.exposeInt('answerDays', {
      description: 'For how many days after a tenant wrote to somebody their messages are answers to it.',
    }),
  }),
});

const NumberCredentials = builder.enumType('PhoneNumberCredentials', {
  description: 'What reaches a number.',
  values: {
    MASTER: { value: 'master', description: "The operator's credentials." },
    STORED: { value: 'stored', description: "Its tenant's, stored encrypted: usable from the queue." },
    DIRECT: { value: 'direct', description: 'Only those that come with a call (whatsappConfig).' },
  } as const,
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
    credentials: t.field({
      type: NumberCredentials,
      nullable: true,
      description: 'What reaches it; null when the number is not yours.',
      resolve: ({ id }, _args, context) => numberOf(context, id)?.credentials ?? null,
    }),
    tenantId: t.id({
      nullable: true,
      description: "Whose it is; null when it is neither yours nor you are the operator. A shared one is `dijla`'s.",
      resolve({ id }, _args, context) {
        const { caller } = context;
        const tenantId = numberOf(context, id)?.tenantId ?? null;
        return caller.kind === 'operator' || tenantId === caller.tenantId ? tenantId : null;
      },
    }),
    shared: t.boolean({
      description: 'True when several tenants may send from it.',
      resolve: ({ id }, _args, context) => (numberOf(context, id)?.sharing ?? null) !== null,
    }),
    sharing: t.field({
      type: SharingType,
      nullable: true,
      description: 'How it is shared, for the operator; null for a number that is not.',
      resolve: ({ id }, _args, context) => sharingFor(context, id),
    }),
    verifiedName: t.string({
      nullable: true,
      description: 'As people see it in WhatsApp; null until Meta has told it.',
      resolve: ({ id }, _args, context) => numberOf(context, id)?.verifiedName ?? null,
    }),
    quality: t.string({
      nullable: true,
      description: 'GREEN, YELLOW, RED, UNKNOWN as Meta last told; null until then.',
      resolve: ({ id }, _args, context) => numberOf(context, id)?.quality ?? null,
    }),
    webhookUrl: t.string({
      nullable: true,
      description:
        'The callback address to enter in your Meta app, for a number with stored credentials; null for any other.',
      resolve({ id }, _args, context) {
        const number = numberOf(context, id);
        return number === undefined ? null : context.services.numberManagement.webhookUrl(number);
      },
    }),
    configured: t.boolean({
      description:
        'True for the number of META_PHONE_NUMBER_ID: it comes back at every start, so it cannot be removed. False when it is not yours.',
      resolve({ id }, _args, context) {
        const number = numberOf(context, id);
        return number !== undefined && context.services.numberManagement.isConfigured(number);
      },
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

/** Who shares a number is the operator's to know. */
function sharingFor(context: GraphQLContext, id: string): Sharing | null {
  return context.caller.kind === 'operator' ? (numberOf(context, id)?.sharing ?? null) : null;
}

/** The caller's number by our id or Meta's. */
export function numberOf({ caller, services }: GraphQLContext, id: string): PhoneNumber | undefined {
  return services.numbers.find(caller, id);
}

builder.queryField('phoneNumbers', (t) =>
  t.field({
    type: [PhoneNumberType],
    description: 'The numbers from which you may send: your own, and those shared with you.',
    args: {
      all: t.arg.boolean({ description: 'Those of every tenant; for the operator alone.' }),
    },
    resolve: (_root, { all }, { caller, services }) => services.numbers.list(caller, all ?? false),
  }),
);
