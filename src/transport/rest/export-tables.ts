import { clockTime, dayText } from '../../domain/calendar.ts';
import { type MessageRecord, toMessage } from '../../domain/message.ts';
import type { UsageMedia, UsageRow } from '../../domain/usage.ts';
import type { CsvTable } from './csv.ts';

/** Messages with times on the zone's clocks, and in UTC. */
export function messageTable(timeZone: string): CsvTable<MessageRecord> {
  return {
    columns: {
      id: ({ id }) => id,
      [`time (${timeZone})`]: ({ createdAt }) => clockTime(timeZone, Date.parse(createdAt)),
      'time (UTC)': ({ createdAt }) => createdAt,
      direction: ({ direction }) => direction,
      type: ({ type }) => type,
      status: ({ status }) => status,
      phone: ({ contact }) => contact.phone,
      name: ({ contact }) => contact.name,
      text: ({ text }) => text,
      template: ({ content }) => (content.kind === 'template' ? content.name : null),
      media: ({ content }) => (content.kind === 'media' ? (content.media?.id ?? content.link) : null),
      number: ({ phoneNumber }) => phoneNumber.display,
      sentBy: ({ sentBy }) => sentBy,
      reference: ({ reference }) => reference,
      errorCode: ({ error }) => error?.code ?? null,
      error: ({ error }) => error?.title ?? null,
      pricingCategory: ({ pricing }) => pricing?.category ?? null,
      pricingType: ({ pricing }) => pricing?.type ?? null,
      billable: ({ pricing }) => pricing?.billable ?? null,
      editedAt: ({ editedAt }) => editedAt ?? null,
      revokedAt: ({ revokedAt }) => revokedAt ?? null,
      replyToId: ({ replyToId }) => replyToId,
      conversationId: ({ conversationId }) => conversationId,
      contactId: ({ contact }) => contact.id,
      userId: ({ contact }) => contact.userId,
      username: ({ contact }) => contact.username,
      phoneNumberId: ({ phoneNumber }) => phoneNumber.phoneNumberId,
      whatsappId: ({ whatsappId }) => whatsappId,
    },
  };
}

/** The event body's message, with why it failed and what Meta says that it costs. */
export function messageLine(record: MessageRecord) {
  const { error, pricing } = record;
  return { ...toMessage(record), error, pricing };
}

/** A line of usage: messages that are alike, or the files of a day. */
export type UsageLine = ReturnType<typeof usageLine> | ReturnType<typeof mediaLine>;

export function usageLine({ day, direction, type, failure, pricing, messages }: UsageRow) {
  const { category = '', pricingType = '', pricingModel = '', billable = '' } = pricing ?? {};
  return {
    day: dayText(day ?? 0),
    counts: 'messages' as const,
    direction,
    type,
    failed: failure !== '',
    errorCode: /^\d+$/.test(failure ?? '') ? Number(failure) : null,
    pricingCategory: category || null,
    pricingType: pricingType || null,
    pricingModel: pricingModel || null,
    billable: billable === '' ? null : billable === 'true',
    messages,
  };
}

export function mediaLine({ day, direction, files, bytes }: UsageMedia) {
  return { day: dayText(day ?? 0), counts: 'media' as const, direction, files, bytes };
}

export const USAGE_TABLE: CsvTable<UsageLine> = {
  columns: {
    day: ({ day }) => day,
    counts: ({ counts }) => counts,
    direction: ({ direction }) => direction,
    type: (line) => (line.counts === 'messages' ? line.type : null),
    failed: (line) => (line.counts === 'messages' ? line.failed : null),
    errorCode: (line) => (line.counts === 'messages' ? line.errorCode : null),
    pricingCategory: (line) => (line.counts === 'messages' ? line.pricingCategory : null),
    pricingType: (line) => (line.counts === 'messages' ? line.pricingType : null),
    pricingModel: (line) => (line.counts === 'messages' ? line.pricingModel : null),
    billable: (line) => (line.counts === 'messages' ? line.billable : null),
    messages: (line) => (line.counts === 'messages' ? line.messages : null),
    files: (line) => (line.counts === 'media' ? line.files : null),
    bytes: (line) => (line.counts === 'media' ? line.bytes : null),
  },
};

/** With whose it is. */
export const USAGE_OF_ALL_TABLE: CsvTable<UsageLine & { readonly tenant: string; readonly tenantName: string }> = {
  columns: { tenant: ({ tenant }) => tenant, tenantName: ({ tenantName }) => tenantName, ...USAGE_TABLE.columns },
};
