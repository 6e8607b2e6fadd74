import type { WaitsFor } from '../../application/queue.ts';
import type { Direction, Message, MessageRecord, MetaConversation, Pricing } from '../../domain/message.ts';
import { builder } from './builder.ts';
import { ContactType } from './contact.ts';
import type { GraphQLContext } from './context.ts';
import { MessageContentType } from './message-content.ts';
import { MessageTypeEnum } from './message-type.ts';
import { MetaErrorType } from './meta-error.ts';
import { PhoneNumberType } from './phone-number.ts';
import { MessageStatusEnum, StatusChangeType } from './status.ts';

const DIRECTIONS: Readonly<Record<Direction, { description: string }>> = {
  INBOUND: { description: 'Written to us.' },
  OUTBOUND: { description: 'Written by us.' },
};

export const DirectionEnum = builder.enumType('Direction', { description: 'Which way.', values: DIRECTIONS });

const WAITS: Readonly<Record<WaitsFor, { description: string }>> = {
  RATE: { description: "Its turn within the number's messages per second." },
  PAIR_LIMIT: { description: "Meta's limit to one person: 45 at once, then one per 6 seconds." },
  PAUSED_NUMBER: { description: 'The number is paused; `phoneNumber.queue.pauseError` or `pauseReason` says why.' },
  RETRY: { description: 'Another attempt, since Meta could not be reached or asked to wait.' },
  EARLIER_MESSAGE: { description: 'An earlier message of its conversation.' },
  TENANT_SUSPENDED: { description: 'Its tenant, to be active again; until then it may expire.' },
};

const WaitsForEnum = builder.enumType('WaitsFor', { description: 'What a queued message waits for.', values: WAITS });

const PricingType = builder.objectRef<Pricing>('Pricing').implement({
  description: "Meta's words on what a message costs; nothing here is inferred.",
  fields: (t) => ({
    billable: t.exposeBoolean('billable', { nullable: true, description: 'Whether Meta charges for it.' }),
    model: t.exposeString('model', { nullable: true, description: 'Such as PMP (per message).' }),
    type: t.exposeString('type', { nullable: true, description: 'Such as regular, free_customer_service.' }),
    category: t.exposeString('category', { nullable: true, description: 'Such as utility, marketing, service.' }),
  }),
});

const MetaConversationType = builder.objectRef<MetaConversation>('MetaConversation').implement({
  description: "Meta's words on what it counts a message to; since v24 told for free entry points only.",
  fields: (t) => ({
    id: t.exposeString('id', { nullable: true, description: "Meta's id." }),
    originType: t.exposeString('originType', {
      nullable: true,
      description: 'Such as referral_conversion, for a free entry point.',
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true, description: 'When it ends.' }),
  }),
});

/** A stored message, or the snapshot of it that an event carries: the same fields, except those loaded below. */
export const MessageType = builder.objectRef<Message | MessageRecord>('Message');

MessageType.implement({
  description:
    'A message. Inside an event it is as it was at that event, except `timeline`, `reactions`, `error`, `pricing`, ' +
    '`metaConversation` and `waitsFor`, which are as they are now.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.exposeID('id', { description: '`msg_…`' }),
    whatsappId: t.exposeString('whatsappId', {
      nullable: true,
      description: "Meta's `wamid`; null until Meta has accepted the message.",
    }),
    direction: t.expose('direction', { type: DirectionEnum, description: 'Inbound or outbound.' }),
    type: t.expose('type', { type: MessageTypeEnum, description: "Its kind by Meta's name." }),
    status: t.expose('status', { type: MessageStatusEnum, description: 'What is known of its way.' }),
    text: t.exposeString('text', {
      nullable: true,
      description: 'Its words: the text, the caption, the title of the tapped button. Null when it has none.',
    }),
    content: t.field({
      type: MessageContentType,
      nullable: true,
      description: 'What it says, by kind.',
      resolve: ({ content, phoneNumber: { phoneNumberId } }) =>
        content?.kind === 'template' ? { ...content, phoneNumberId } : content,
    }),
    raw: t.expose('raw', {
      type: 'JSON',
      nullable: true,
      description: 'The item as Meta sent it, or the payload as Meta was sent it, without its token.',
    }),
    contact: t.expose('contact', { type: ContactType, description: 'The person at the other end.' }),
    phoneNumber: t.expose('phoneNumber', { type: PhoneNumberType, description: 'Our number.' }),
    reference: t.exposeString('reference', {
      nullable: true,
      description: "The sender's own word, given back as it came. ≤ 512 characters.",
    }),
    replyTo: t.field({
      type: MessageType,
      nullable: true,
      description: 'The message it quotes; null when it quotes none, or one the gateway does not know.',
      resolve: ({ replyToId }, _args, { loaders }) => (replyToId === null ? null : loaders.message.load(replyToId)),
    }),
    sentBy: t.exposeString('sentBy', { nullable: true, description: 'The name of the key that sent it.' }),
    timeline: t.field({
      type: [StatusChangeType],
      description: 'Every status, oldest first.',
      resolve: async ({ id }, _args, { loaders }) => [...(await loaders.timeline.load(id))],
    }),
    error: t.field({
      type: MetaErrorType,
      nullable: true,
      description: 'Why it failed; null unless it did.',
      resolve: async (message, _args, context) => (await recordOf(message, context))?.error ?? null,
    }),
    waitsFor: t.field({
      type: WaitsForEnum,
      nullable: true,
      description: 'What it waits for now, while it is QUEUED; null when it goes out at any moment, or is not queued.',
      resolve: ({ id, status }, _args, { loaders }) => (status === 'QUEUED' ? loaders.waitsFor.load(id) : null),
    }),
    pricing: t.field({
      type: PricingType,
      nullable: true,
      description: 'What it costs, once Meta has told.',
      resolve: async (message, _args, context) => (await recordOf(message, context))?.pricing ?? null,
    }),
    metaConversation: t.field({
      type: MetaConversationType,
      nullable: true,
      description: 'What Meta counts it to, where Meta tells.',
      resolve: async (message, _args, context) => (await recordOf(message, context))?.metaConversation ?? null,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: "Meta's time for inbound, ours for outbound." }),
  }),
});

/** The message as it is stored now. */
export function recordOf(message: Message | MessageRecord, { loaders }: GraphQLContext): Promise<MessageRecord | null> {
  return 'seq' in message ? Promise.resolve(message) : loaders.message.load(message.id);
}
