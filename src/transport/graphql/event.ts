import type { FeedItem } from '../../application/feed.ts';
import type { EventType } from '../../domain/event.ts';
import type { Message } from '../../domain/message.ts';
import { builder } from './builder.ts';
import { MediaFileType, mediaOf } from './media.ts';
import { MessageType } from './message.ts';
import { MetaErrorType } from './meta-error.ts';
import { MessageStatusEnum } from './status.ts';
import { type EventItem, isEvent } from './subscription.ts';

type CheckpointItem = Extract<FeedItem, { readonly kind: 'checkpoint' }>;

const EVENT_TYPE_TEXTS: Readonly<Record<EventType | 'checkpoint', { description: string }>> = {
  inbound_message: { description: 'Somebody wrote.' },
  outbound_message: { description: 'A message of ours was accepted by the gateway, from any client.' },
  message_status: { description: 'A message of ours got a status.' },
  message_media: { description: 'The file of an inbound message is here, or could not be fetched.' },
  conversation_read: { description: 'A conversation was marked as read, from any client.' },
  template: { description: 'News of a template.' },
  account: { description: 'News of the account or a number.' },
  unrouted: { description: "Something for a number that is nobody's; the operator alone sees these." },
  platform: { description: "Any other of Meta's webhook fields, and contacts that turned out to be one person." },
  checkpoint: { description: 'A place in the log and no event. As a filter it selects nothing: these always come.' },
};

export const EventTypeEnum = builder.enumType('EventType', {
  description: 'Kinds of event.',
  values: EVENT_TYPE_TEXTS,
});

const MEMBER_OF_TYPE: Readonly<Partial<Record<EventType, string>>> = {
  inbound_message: 'InboundMessage',
  outbound_message: 'OutboundMessage',
  message_status: 'StatusUpdate',
  template: 'TemplateEvent',
  message_media: 'MediaEvent',
};

export const EventInterface = builder.interfaceRef<FeedItem>('Event').implement({
  description: 'Something that happened, or, as a `Checkpoint`, the place reached when nothing did.',
  resolveType: (item) => (isEvent(item) ? (MEMBER_OF_TYPE[item.event.type] ?? 'NoticeEvent') : 'Checkpoint'),
  fields: (t) => ({
    cursor: t.expose('cursor', { type: 'Cursor', description: 'What to give as `after` to go on behind this.' }),
    type: t.field({
      type: EventTypeEnum,
      description: 'Its kind, as in the JSON body of the other transports.',
      resolve: (item) => (isEvent(item) ? item.event.type : 'checkpoint'),
    }),
    at: t.field({
      type: 'DateTime',
      description: "When it happened: Meta's time for what Meta tells, ours for the rest.",
      resolve: (item) => (isEvent(item) ? item.event.body.at : new Date().toISOString()),
    }),
    receivedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'When what it tells reached the gateway: a whole webhook, a send. Of webhooks stored together, the last. Null for ' +
        'a checkpoint.',
      resolve: (item) => (isEvent(item) ? isoTime(item.event.receivedAt) : null),
    }),
    recordedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'When the gateway wrote it, just before the flush to disk that nobody is told before. From `receivedAt` on, that ' +
        'is what storing took; with the flush: `connection.storing`. Null for a checkpoint.',
      resolve: (item) => (isEvent(item) ? isoTime(item.event.recordedAt) : null),
    }),
  }),
});

export const eventType = (name: string, description: string) =>
  builder.objectRef<EventItem>(name).implement({ description, interfaces: [EventInterface] });

export const InboundMessageType = eventType('InboundMessage', 'Somebody wrote to one of your numbers.');
export const OutboundMessageType = eventType(
  'OutboundMessage',
  'A message was accepted for sending, whichever client gave it.',
);
export const StatusUpdateType = eventType('StatusUpdate', 'A message of yours got a status.');
export const MediaEventType = eventType(
  'MediaEvent',
  'The file of an inbound message is READY, or FAILED to be fetched.',
);
export const NoticeEventType = eventType('NoticeEvent', 'What concerns no single message: `data` holds it.');

for (const ref of [InboundMessageType, OutboundMessageType, StatusUpdateType, MediaEventType]) {
  builder.objectField(ref, 'message', (t) =>
    t.field({ type: MessageType, description: 'The message as it was then.', resolve: messageOf }),
  );
}
builder.objectFields(StatusUpdateType, (t) => ({
  status: t.field({
    type: MessageStatusEnum,
    description: "What was told. The message's own status may be further on.",
    resolve: (item) => item.event.body.status ?? messageOf(item).status,
  }),
  error: t.field({
    type: MetaErrorType,
    nullable: true,
    description: 'Why it failed; null unless it did.',
    resolve: ({ event }) => event.body.error,
  }),
}));
builder.objectField(MediaEventType, 'media', (t) =>
  t.field({
    type: MediaFileType,
    nullable: true,
    description: 'The file as it was then; the same as in the content of `message`.',
    resolve: (item) => mediaOf(messageOf(item)),
  }),
);
builder.objectField(NoticeEventType, 'data', (t) =>
  t.field({
    type: 'JSON',
    nullable: true,
    description:
      "The webhook field's value as Meta sent it; or the read mark: `conversationId`, `upTo` (a message), `unreadCount`, " +
      '`by`; or a merge: `kind` contacts_merged, `from` and `into` (contacts), `conversations` (pairs of `from` and `into`: ' +
      'those to drop, and those that hold their messages now).',
    resolve: ({ event }) => event.body.data,
  }),
);

export const CheckpointType = builder.objectRef<CheckpointItem>('Checkpoint').implement({
  description:
    'No event for you up to here: resume from its cursor. Comes once when live is reached, then now and again while a ' +
    'filter skips events.',
  interfaces: [EventInterface],
  fields: (t) => ({
    live: t.exposeBoolean('live', { description: 'True once everything that was kept has been replayed.' }),
  }),
});

function isoTime(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}

function messageOf({ cursor, event }: EventItem): Message {
  if (event.body.message === null) throw new Error(`event ${cursor} of type ${event.type} has no message`);
  return event.body.message;
}
