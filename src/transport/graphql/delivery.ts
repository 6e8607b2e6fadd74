import {
  type DeliveryReport,
  RANGE_DAYS,
  type StatusCounts,
  TIMED_MESSAGES,
  type Times,
} from '../../application/delivery.ts';
import { MESSAGE_STATUSES, type MessageStatus } from '../../domain/status.ts';
import { builder } from './builder.ts';
import { IN_MEMORY } from './connections.ts';
import { MetaErrorType } from './meta-error.ts';
import { numberOf, PhoneNumberType } from './phone-number.ts';
import { MessageStatusEnum } from './status.ts';

type Counted = { readonly counts: StatusCounts };

const StatusCountType = builder.objectRef<{ status: MessageStatus; count: number }>('StatusCount').implement({
  description: 'So many messages stand so.',
  fields: (t) => ({
    status: t.expose('status', { type: MessageStatusEnum, description: 'Their status now.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});

const CountsInterface = builder.interfaceRef<Counted>('DeliveryCounts').implement({
  description: 'Outbound messages by their status now.',
  resolveType: () => null,
  fields: (t) => ({
    total: t.int({
      description: 'All of them.',
      resolve: ({ counts }) => [...counts.values()].reduce((a, b) => a + b, 0),
    }),
    statuses: t.field({
      type: [StatusCountType],
      complexity: IN_MEMORY,
      description: 'How many stand how; statuses that none has are left out.',
      resolve: ({ counts }) =>
        MESSAGE_STATUSES.flatMap((status) => {
          const count = counts.get(status);
          return count === undefined ? [] : [{ status, count }];
        }),
    }),
  }),
});

const DayType = builder.objectRef<DeliveryReport['days'][number]>('DeliveryDay').implement({
  description: 'What became of what was accepted for sending on one day.',
  interfaces: [CountsInterface],
  fields: (t) => ({
    day: t.exposeString('day', { description: "The tenant's day, `YYYY-MM-DD`." }),
  }),
});
const FailureType = builder.objectRef<DeliveryReport['failures'][number]>('DeliveryFailure').implement({
  description: "Messages that failed with one of Meta's codes.",
  fields: (t) => ({
    error: t.expose('error', { type: MetaErrorType, description: 'The newest one’s error, with our explanation.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});
const TemplateType = builder.objectRef<DeliveryReport['templates'][number]>('TemplateDelivery').implement({
  description: 'What became of the messages made with one template.',
  interfaces: [CountsInterface],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    language: t.exposeString('language', { description: 'Its language.' }),
  }),
});
const NumberType = builder.objectRef<DeliveryReport['numbers'][number]>('NumberDelivery').implement({
  description: 'What became of the messages sent from one number.',
  interfaces: [CountsInterface],
  fields: (t) => ({
    phoneNumberId: t.exposeString('phoneNumberId', { description: "Meta's id of it." }),
    phoneNumber: t.field({
      type: PhoneNumberType,
      nullable: true,
      description: 'The number; null when it is no longer yours.',
      resolve: ({ phoneNumberId }, _args, context) => numberOf(context, phoneNumberId) ?? null,
    }),
  }),
});
const TimesType = builder.objectRef<Times>('DeliveryTimes').implement({
  description: 'How long it took, in milliseconds, by Meta’s clock: its times are whole seconds.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'Messages that were timed.' }),
    median: t.exposeFloat('median', { description: 'Half of them took no longer.' }),
    p95: t.exposeFloat('p95', { description: '19 of 20 took no longer.' }),
  }),
});

const time = (at: number) => new Date(at).toISOString();
const ReportType = builder.objectRef<DeliveryReport>('Delivery').implement({
  description: 'What has become of the messages that were accepted for sending in a range of time.',
  interfaces: [CountsInterface],
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: 'From this time on.', resolve: ({ from }) => time(from) }),
    to: t.field({ type: 'DateTime', description: 'Before this time.', resolve: ({ to }) => time(to) }),
    at: t.field({
      type: 'DateTime',
      description: 'When it was counted: up to 10 seconds ago.',
      resolve: ({ at }) => time(at),
    }),
    timeZone: t.exposeString('timeZone', { description: "The tenant's time zone, in which its days lie." }),
    days: t.field({
      type: [DayType],
      complexity: IN_MEMORY,
      description: 'Every day of the range, in order; the first and the last may be parts of days.',
      resolve: ({ days }) => [...days],
    }),
    failures: t.field({
      type: [FailureType],
      complexity: IN_MEMORY,
      description: 'By code, most frequent first; at most 200.',
      resolve: ({ failures }) => [...failures],
    }),
    templates: t.field({
      type: [TemplateType],
      complexity: IN_MEMORY,
      description: 'By template, most used first; at most 200.',
      resolve: ({ templates }) => [...templates],
    }),
    numbers: t.field({
      type: [NumberType],
      complexity: IN_MEMORY,
      description: 'By number, most used first; at most 200.',
      resolve: ({ numbers }) => [...numbers],
    }),
    delivered: t.field({
      type: TimesType,
      nullable: true,
      description: `From Meta's taking a message to its delivery, of the newest ${TIMED_MESSAGES} messages; null when none was delivered.`,
      resolve: ({ delivered }) => delivered,
    }),
    read: t.field({
      type: TimesType,
      nullable: true,
      description: 'From delivery to being read, of the same; null when none was read.',
      resolve: ({ read }) => read,
    }),
  }),
});

builder.queryField('delivery', (t) =>
  t.field({
    type: ReportType,
    description: 'Figures of what you sent. What waits now: `phoneNumbers { queue }`.',
    args: {
      from: t.arg({
        type: 'DateTime',
        required: true,
        description: `Accepted at this time or later; at most ${RANGE_DAYS} days before \`to\`.`,
      }),
      to: t.arg({ type: 'DateTime', required: true, description: 'Accepted before this time.' }),
      phoneNumberId: t.arg.id({ description: "Only from this number, by Meta's id or by its `num_…`." }),
    },
    resolve(_root, { from, phoneNumberId, to }, context) {
      const { caller, services } = context;
      const only = phoneNumberId ? (numberOf(context, phoneNumberId)?.phoneNumberId ?? phoneNumberId) : null;
      return services.delivery.report(caller, { from, to, phoneNumberId: only });
    },
  }),
);
