import type { UsageSummary, UsageTotals } from '../../application/usage.ts';
import { dayText } from '../../domain/calendar.ts';
import { USAGE_DIMENSIONS, type UsageDimension, type UsageMedia, type UsageRow } from '../../domain/usage.ts';
import { builder } from './builder.ts';
import { IN_MEMORY } from './connections.ts';
import { DirectionEnum } from './message.ts';
import { MessageTypeEnum } from './message-type.ts';
import { TenantType } from './tenant.ts';

const DIMENSIONS: Readonly<Record<UsageDimension, { description: string }>> = {
  day: { description: "By the day, in the tenant's time zone, on which it was stored." },
  direction: { description: 'Inbound or outbound.' },
  type: { description: 'By kind of message.' },
  failure: { description: "By Meta's code of those that failed." },
  pricing: { description: "By Meta's words on what it costs." },
};

const UsageDimensionEnum = builder.enumType('UsageDimension', {
  description: 'By what usage can be told apart.',
  values: DIMENSIONS,
});

const UsagePricingType = builder.objectRef<NonNullable<UsageRow['pricing']>>('UsagePricing').implement({
  description: "Meta's words on what messages cost, from status webhooks; null where it has told nothing. No amounts.",
  fields: (t) => ({
    billable: t.boolean({
      nullable: true,
      description: 'Whether Meta charges for it.',
      resolve: ({ billable }) => (billable === '' ? null : billable === 'true'),
    }),
    category: t.string({
      nullable: true,
      description: 'Such as `marketing`, `utility` or `service`.',
      resolve: ({ category }) => category || null,
    }),
    type: t.string({
      nullable: true,
      description: 'Such as `regular` or `free_customer_service`.',
      resolve: ({ pricingType }) => pricingType || null,
    }),
    model: t.string({
      nullable: true,
      description: 'Such as `PMP`.',
      resolve: ({ pricingModel }) => pricingModel || null,
    }),
  }),
});

const day = (value: number | null) => (value === null ? null : dayText(value));

const UsageRowType = builder.objectRef<UsageRow>('UsageRow').implement({
  description: 'Messages that are alike in what was asked for; what was not is null.',
  fields: (t) => ({
    day: t.string({ nullable: true, description: '`YYYY-MM-DD`', resolve: (row) => day(row.day) }),
    direction: t.expose('direction', { type: DirectionEnum, nullable: true, description: 'Inbound or outbound.' }),
    type: t.expose('type', { type: MessageTypeEnum, nullable: true, description: 'The kind of message.' }),
    failed: t.boolean({
      nullable: true,
      description: 'Whether they failed.',
      resolve: ({ failure }) => (failure === null ? null : failure !== ''),
    }),
    errorCode: t.int({
      nullable: true,
      description: "Meta's code, when they failed with one.",
      resolve: ({ failure }) => (/^\d+$/.test(failure ?? '') ? Number(failure) : null),
    }),
    pricing: t.expose('pricing', { type: UsagePricingType, nullable: true, description: "Meta's words on the cost." }),
    messages: t.exposeInt('messages', { description: 'How many.' }),
  }),
});

const UsageMediaType = builder.objectRef<UsageMedia>('UsageMedia').implement({
  description: 'Files that were stored.',
  fields: (t) => ({
    day: t.string({ nullable: true, description: '`YYYY-MM-DD`', resolve: (row) => day(row.day) }),
    direction: t.expose('direction', {
      type: DirectionEnum,
      description: 'INBOUND: what people sent; OUTBOUND: uploads.',
    }),
    files: t.exposeInt('files', { description: 'How many.' }),
    bytes: t.exposeFloat('bytes', { description: 'Their size: a whole number.' }),
  }),
});

const UsageTotalsType = builder.objectRef<UsageTotals>('UsageTotals').implement({
  description: 'All of the range together.',
  fields: (t) => ({
    messages: t.exposeInt('messages', { description: 'Messages, both ways.' }),
    inbound: t.exposeInt('inbound', { description: 'What people wrote.' }),
    outbound: t.exposeInt('outbound', { description: 'Accepted for sending, whatever became of it.' }),
    failed: t.exposeInt('failed', { description: 'Refused, by Meta or before.' }),
    billable: t.exposeInt('billable', { description: 'Meta says that it charges for them.' }),
    notBillable: t.exposeInt('notBillable', {
      description: 'Meta says that it does not. Of the rest it told nothing.',
    }),
  }),
});

const StoredMediaType = builder.objectRef<UsageSummary['stored']>('StoredMedia').implement({
  description: 'Files that are stored now.',
  fields: (t) => ({
    files: t.exposeInt('files', { description: 'How many.' }),
    bytes: t.exposeFloat('bytes', { description: 'Their size, which the quota `mediaBytes` limits: a whole number.' }),
  }),
});

const UsageType = builder.objectRef<UsageSummary>('Usage').implement({
  description: 'What a tenant used on some of its days. A message counts once, on the day it was stored.',
  fields: (t) => ({
    tenant: t.exposeID('tenantId', { description: 'Whose.' }),
    timeZone: t.exposeString('timeZone', { description: "The tenant's, whose days they are." }),
    from: t.exposeString('from', { description: 'The first day.' }),
    to: t.exposeString('to', { description: 'The last day.' }),
    totals: t.expose('totals', { type: UsageTotalsType, description: 'All of it together.' }),
    rows: t.field({
      type: [UsageRowType],
      description: 'Messages by what was asked for.',
      complexity: IN_MEMORY,
      resolve: ({ rows }) => [...rows],
    }),
    media: t.field({
      type: [UsageMediaType],
      description: 'Files stored, by direction, and by day if that was asked for.',
      complexity: IN_MEMORY,
      resolve: ({ media }) => [...media],
    }),
    stored: t.expose('stored', { type: StoredMediaType, description: 'Files stored now, of whatever day.' }),
  }),
});

const rangeArgs = builder.args((t) => ({
  from: t.string({ required: true, description: "First day, `YYYY-MM-DD`, in the tenant's time zone." }),
  to: t.string({ required: true, description: 'Last day; at most 366 days in all.' }),
  groupBy: t.field({
    type: [UsageDimensionEnum],
    required: true,
    defaultValue: [...USAGE_DIMENSIONS],
    description: 'By what rows are told apart; at most 5,000 rows.',
  }),
}));

builder.queryField('usage', (t) =>
  t.field({
    type: UsageType,
    description:
      'What was used, counted as it happens; of what was stored by an early release as soon as it is counted. Needs the ' +
      'scope `read`. Of every tenant in one call: `tenants { usage }`. All of it in one file: `GET /api/v1/whatsapp/usage`.',
    args: {
      ...rangeArgs,
      tenant: t.arg.id({ description: 'Of this tenant (`ten_…`); left out: of yours. Another is for the operator.' }),
    },
    resolve: (_root, { from, to, tenant, groupBy }, { caller, services }) =>
      services.usage.summary(caller, { from, to, tenant: tenant ?? null }, groupBy),
  }),
);

builder.objectField(TenantType, 'usage', (t) =>
  t.field({
    type: UsageType,
    description: 'What it used. Needs the scope `read`.',
    args: { ...rangeArgs },
    resolve: ({ id: tenant }, { from, to, groupBy }, { caller, services }) =>
      services.usage.summary(caller, { from, to, tenant }, groupBy),
  }),
);
