import type { TenantSettings } from '../../application/tenants.ts';
import { builder } from './builder.ts';
import { asData, ForbiddenError, InvalidInputError, memberOf, NotFoundError } from './errors.ts';
import { QUOTA_TEXTS, TenantKind, TenantState, TenantType } from './tenant.ts';

const CreateTenantResult = builder.unionType('CreateTenantResult', {
  description: 'The new tenant, or why there is none.',
  types: [TenantType, InvalidInputError, ForbiddenError],
  resolveType: (result) => ('failure' in result ? memberOf(result) : 'Tenant'),
});

const UpdateTenantResult = builder.unionType('UpdateTenantResult', {
  description: 'The tenant as it stands, or why it could not be changed.',
  types: [TenantType, InvalidInputError, ForbiddenError, NotFoundError],
  resolveType: (result) => ('failure' in result ? memberOf(result) : 'Tenant'),
});

const QuotasInput = builder.inputType('QuotasInput', {
  description: 'What is left out stays; null lifts a limit.',
  fields: (t) => ({
    sendsPerDay: t.int({ description: QUOTA_TEXTS.sendsPerDay }),
    messagesPerSecond: t.int({ description: QUOTA_TEXTS.messagesPerSecond }),
    sockets: t.int({ description: QUOTA_TEXTS.sockets }),
    subscriptions: t.int({ description: QUOTA_TEXTS.subscriptions }),
    mediaBytes: t.float({ description: QUOTA_TEXTS.mediaBytes }),
  }),
});

const TEXTS = {
  name: 'For people: 1–100 characters.',
  kind: 'Whose access to Meta its numbers use.',
  timeZone: 'IANA name; when its day begins.',
  quotas: 'What it may use.',
} as const;

builder.queryField('tenants', (t) =>
  t.field({
    type: [TenantType],
    description: 'All tenants, by time of creation. For the operator alone.',
    resolve: (_root, _args, { caller, services }) => services.tenants.list(caller),
  }),
);

builder.mutationFields((t) => ({
  createTenant: t.field({
    type: CreateTenantResult,
    description: 'Creates a tenant, without keys or numbers. For the operator alone.',
    args: {
      name: t.arg.string({ required: true, description: TEXTS.name }),
      kind: t.arg({ type: TenantKind, required: true, defaultValue: 'standard', description: TEXTS.kind }),
      timeZone: t.arg.string({ required: true, defaultValue: 'Asia/Baghdad', description: TEXTS.timeZone }),
      quotas: t.arg({ type: QuotasInput, description: TEXTS.quotas }),
    },
    resolve: (_root, { quotas, ...settings }, { caller, services }) =>
      asData(() => services.tenants.create(caller, { ...settings, quotas: quotas ?? undefined })),
  }),
  updateTenant: t.field({
    type: UpdateTenantResult,
    description:
      'Changes what is given. Suspending closes at once what its keys have open, and refuses them until it is active ' +
      'again; what it has queued waits so long, too, unless it expires. For the operator alone. May be repeated.',
    args: {
      id: t.arg.id({ required: true, description: 'Its `ten_…`, or `dijla`.' }),
      name: t.arg.string({ description: TEXTS.name }),
      kind: t.arg({ type: TenantKind, description: TEXTS.kind }),
      state: t.arg({ type: TenantState, description: 'Active or suspended.' }),
      timeZone: t.arg.string({ description: TEXTS.timeZone }),
      defaultNumberId: t.arg.id({ description: 'One of its numbers (`num_…`); null for none.' }),
      quotas: t.arg({ type: QuotasInput, description: TEXTS.quotas }),
    },
    resolve: (_root, { id, name, kind, state, timeZone, defaultNumberId, quotas }, { caller, services }) => {
      const settings: TenantSettings = {
        name: name ?? undefined,
        kind: kind ?? undefined,
        state: state ?? undefined,
        timeZone: timeZone ?? undefined,
        defaultNumberId,
        quotas: quotas ?? undefined,
      };
      return asData(() => services.tenants.update(caller, id, settings));
    },
  }),
}));
