import { foldText } from '../../parts/records/fold-text.ts';
import type { TapeEvent } from './tape.ts';

/** The kinds of item that somebody tells apart. */
export const KINDS = ['inbound', 'outbound', 'status', 'media', 'template', 'notice'] as const;
export type Kind = (typeof KINDS)[number];

export function kindOf(event: TapeEvent): Kind {
  switch (event.__typename) {
    case 'InboundMessage':
      return 'inbound';
    case 'OutboundMessage':
      return 'outbound';
    case 'StatusUpdate':
      return 'status';
    case 'MediaEvent':
      return 'media';
    case 'TemplateEvent':
      return 'template';
    case 'NoticeEvent':
      return 'notice';
  }
}

/** The message that an item is about; null when it is about none. */
export function messageOf(event: TapeEvent) {
  return 'message' in event ? event.message : null;
}

/** What narrows the stream down; '' does not. */
export interface LiveFilter {
  readonly kind: string;
  readonly direction: string;
  readonly number: string;
  readonly status: string;
  readonly q: string;
}

export function passes(event: TapeEvent, filter: LiveFilter): boolean {
  const message = messageOf(event);
  if (filter.kind !== '' && kindOf(event) !== filter.kind) return false;
  if (filter.direction !== '' && message?.direction !== filter.direction) return false;
  if (filter.number !== '' && message?.phoneNumber.phoneNumberId !== filter.number) return false;
  if (filter.status !== '' && statusOf(event) !== filter.status) return false;
  const words = foldText(filter.q).split(' ').filter(Boolean);
  if (words.length === 0) return true;
  const text = searched(event);
  return words.every((word) => text.includes(word));
}

/** The status that an item tells of. */
export function statusOf(event: TapeEvent) {
  return event.__typename === 'StatusUpdate' ? event.status : (messageOf(event)?.status ?? null);
}

/** By item: a word that is typed goes through a thousand of them with each letter. */
const texts = new WeakMap<TapeEvent, string>();

function searched(event: TapeEvent): string {
  const known = texts.get(event);
  if (known !== undefined) return known;
  const message = messageOf(event);
  const contact = message?.contact;
  const words =
    message == null
      ? [event.type, JSON.stringify('data' in event ? event.data : null), 'name' in event ? event.name : null]
      : [
          ...[message.text, message.type, message.id, message.whatsappId, message.reference, message.sentBy],
          ...[contact?.name, contact?.phone, contact?.username, contact?.userId, contact?.id],
          'error' in event ? String(event.error?.code ?? '') : null,
        ];
  const text = foldText(words.filter((word) => word != null).join(' '));
  texts.set(event, text);
  return text;
}

/** From its arrival to its being written, in milliseconds; null where that is not told. */
export function storedWithin({ receivedAt, recordedAt }: Pick<TapeEvent, 'receivedAt' | 'recordedAt'>): number | null {
  if (receivedAt === null || recordedAt === null) return null;
  return Math.max(0, Date.parse(recordedAt) - Date.parse(receivedAt));
}

/** The item as it is told, without what only this page asks beside it: the conversation as it stands, types' names. */
export function bodyOf(event: TapeEvent): unknown {
  const told =
    'message' in event && 'conversation' in event.message
      ? { ...event, message: { ...event.message, conversation: undefined } }
      : event;
  return JSON.parse(JSON.stringify(told, (key, value: unknown) => (key === '__typename' ? undefined : value)));
}
