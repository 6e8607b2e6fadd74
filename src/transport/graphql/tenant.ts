import type { Quotas, Tenant } from '../../domain/tenant.ts';
import { builder } from './builder.ts';

const KINDS = {
  STANDARD: { value: 'standard', description: "May use the operator's access to Meta." },
  DIRECT: { value: 'direct', description: 'Brings its own access to Meta.' },
} as const;
const STATES = {
  ACTIVE: { value: 'active', description: 'Its keys work.' },
  SUSPENDED: {
    value: 'suspended',
    description:
      'Its keys open nothing, their sockets are closed, and nothing is sent for it: what is queued waits. What people ' +
      'write to it is still stored.',
  },
} as const;

export const TenantKind = builder.enumType('TenantKind', {
  description: "Whose access to Meta a tenant's numbers use.",
  values: KINDS,
});
export const TenantState = builder.enumType('TenantState', {
  description: 'Whether a tenant may use the gateway.',
  values: STATES,
});

/** Said of each quota where it is told and where it is set. */
export const QUOTA_TEXTS: Readonly<Record<keyof Quotas, string>> = {
  sendsPerDay: "Messages accepted for sending in a day of the tenant's time zone.",
  messagesPerSecond: 'Messages accepted for sending in a second; at least 1.',
  sockets: 'Sockets, streams and waiting polls that its keys may have open at a time.',
  subscriptions: 'Readers of the event log that its keys may have open at a time, over every transport.',
  mediaBytes: 'Bytes of stored media: a whole number.',
};

const QuotasType = builder.objectRef<Quotas>('Quotas').implement({
  description:
    'What a tenant may use; null for no limit of its own. A refusal is RATE_LIMITED and names the quota. What Meta tells ' +
    'is under no quota.',
  fields: (t) => ({
    sendsPerDay: t.exposeInt('sendsPerDay', { nullable: true, description: QUOTA_TEXTS.sendsPerDay }),
    messagesPerSecond: t.exposeInt('messagesPerSecond', { nullable: true, description: QUOTA_TEXTS.messagesPerSecond }),
    sockets: t.exposeInt('sockets', { nullable: true, description: QUOTA_TEXTS.sockets }),
    subscriptions: t.exposeInt('subscriptions', { nullable: true, description: QUOTA_TEXTS.subscriptions }),
    mediaBytes: t.exposeFloat('mediaBytes', { nullable: true, description: QUOTA_TEXTS.mediaBytes }),
  }),
});

export const TenantType = builder.objectRef<Tenant>('Tenant').implement({
  description: 'Who uses the gateway: with its own numbers, messages, keys and event log, which no other tenant sees.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.exposeID('id', { description: "`ten_…`; the operator's own is `dijla`." }),
    name: t.exposeString('name', { description: 'For people: 1–100 characters.' }),
    kind: t.expose('kind', { type: TenantKind, description: 'Whose access to Meta its numbers use.' }),
    state: t.expose('state', { type: TenantState, description: 'Active or suspended.' }),
    timeZone: t.exposeString('timeZone', { description: 'IANA name, such as `Asia/Baghdad`: when its day begins.' }),
    defaultNumberId: t.exposeID('defaultNumberId', {
      nullable: true,
      description: 'The number (`num_…`) from which it sends when nothing says otherwise.',
    }),
    quotas: t.expose('quotas', { type: QuotasType, description: 'What it may use.' }),
    sendsToday: t.int({
      description: 'Messages accepted for sending today, in its time zone.',
      resolve: ({ id }, _args, { caller, services }) => services.tenants.sendsToday(caller, id),
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was created.',
      resolve: ({ createdAt }) => new Date(createdAt).toISOString(),
    }),
  }),
});
