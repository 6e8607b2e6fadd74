import type { MediaType, MessageContent } from '../../domain/message.ts';
import { MEDIA_TYPES } from '../../domain/message.ts';
import { builder } from './builder.ts';
import { MediaFileType } from './media.ts';
import { MessageType } from './message.ts';

type Content<Kind extends MessageContent['kind']> = Extract<MessageContent, { readonly kind: Kind }>;

const MediaTypeEnum = builder.enumType('MediaType', {
  description: 'Kinds of media.',
  values: MEDIA_TYPES satisfies readonly MediaType[],
});

const TextContent = builder.objectRef<Content<'text'>>('TextContent').implement({
  description: 'Words.',
  fields: (t) => ({
    body: t.exposeString('body', { description: 'The text, as it was written.' }),
    previewUrl: t.exposeBoolean('previewUrl', { description: 'Whether WhatsApp shows a preview of its first link.' }),
  }),
});

const MediaContent = builder.objectRef<Content<'media'>>('MediaContent').implement({
  description: 'An image, audio, video, document or sticker.',
  fields: (t) => ({
    mediaType: t.expose('mediaType', { type: MediaTypeEnum, description: 'Which of them.' }),
    mediaId: t.exposeString('mediaId', { nullable: true, description: "Meta's media id; either this or `link`." }),
    link: t.exposeString('link', {
      nullable: true,
      description: 'The address that Meta fetched it from; outbound only.',
    }),
    mimeType: t.exposeString('mimeType', { nullable: true, description: 'As Meta tells it; inbound only.' }),
    sha256: t.exposeString('sha256', { nullable: true, description: 'Of the bytes, base64, as Meta tells it.' }),
    caption: t.exposeString('caption', { nullable: true, description: 'The words under an image, video or document.' }),
    filename: t.exposeString('filename', { nullable: true, description: 'Of a document.' }),
    voice: t.exposeBoolean('voice', { description: 'A voice note rather than an audio file.' }),
    animated: t.exposeBoolean('animated', { description: 'A sticker that moves.' }),
    media: t.field({
      type: MediaFileType,
      nullable: true,
      description:
        'The file as the gateway keeps it: what people sent, and uploads sent by their `med_…`. Null for a link, for an ' +
        "id of Meta's own, and for a message that came without its file.",
      resolve: ({ media }) => media ?? null,
    }),
  }),
});

const LocationContent = builder.objectRef<Content<'location'>>('LocationContent').implement({
  description: 'A place.',
  fields: (t) => ({
    latitude: t.exposeFloat('latitude', { description: 'Degrees, -90 to 90.' }),
    longitude: t.exposeFloat('longitude', { description: 'Degrees, -180 to 180.' }),
    name: t.exposeString('name', { nullable: true, description: 'What the place is called.' }),
    address: t.exposeString('address', { nullable: true, description: 'Its postal address.' }),
  }),
});

const ContactsContent = builder.objectRef<Content<'contacts'>>('ContactsContent').implement({
  description: 'Contact cards.',
  fields: (t) => ({
    contacts: t.field({
      type: ['JSON'],
      description: "The cards in Meta's shape.",
      resolve: ({ contacts }) => contacts,
    }),
  }),
});

const InteractiveContent = builder.objectRef<Content<'interactive'>>('InteractiveContent').implement({
  description: 'Buttons, a list, a flow or a product: what we sent.',
  fields: (t) => ({
    interactive: t.expose('interactive', { type: 'JSON', description: "In Meta's shape." }),
  }),
});

const InteractiveReplyContent = builder.objectRef<Content<'interactive_reply'>>('InteractiveReplyContent').implement({
  description: "A tap: on a reply button, a list row, a flow's end or a template's quick reply.",
  fields: (t) => ({
    replyType: t.exposeString('replyType', {
      description: 'As Meta says: button_reply, list_reply, nfm_reply, button …',
    }),
    id: t.exposeString('id', { nullable: true, description: 'The id or payload that we gave the button or row.' }),
    title: t.exposeString('title', { nullable: true, description: 'The words on it.' }),
    description: t.exposeString('description', { nullable: true, description: 'The second line of a list row.' }),
    response: t.exposeString('response', { nullable: true, description: "A flow's answers, as JSON text." }),
  }),
});

const ReactionContent = builder.objectRef<Content<'reaction'>>('ReactionContent').implement({
  description: 'An emoji under a message.',
  fields: (t) => ({
    whatsappId: t.exposeString('whatsappId', { description: 'The `wamid` of the message it stands under.' }),
    emoji: t.exposeString('emoji', { nullable: true, description: 'Null: an earlier reaction was taken away.' }),
    message: t.field({
      type: MessageType,
      nullable: true,
      description: 'The message it stands under; null when the gateway does not know it.',
      resolve: ({ whatsappId }, _args, { caller, services }) => services.conversations.message(caller, whatsappId),
    }),
  }),
});

const TemplateContent = builder.objectRef<Content<'template'>>('TemplateContent').implement({
  description: 'A template message.',
  fields: (t) => ({
    name: t.exposeString('name', { nullable: true, description: 'Name of the template.' }),
    language: t.exposeString('language', { description: 'Such as `en_US`.' }),
    components: t.field({
      type: ['JSON'],
      description: "Its parameters as Meta's own component list.",
      resolve: ({ components }) => components,
    }),
  }),
});

const OtherContent = builder.objectRef<Content<'other'>>('OtherContent').implement({
  description: 'What has no type of its own here: orders, system messages, and kinds that came after this release.',
  fields: (t) => ({
    type: t.exposeString('type', { description: "Meta's name of the kind." }),
    value: t.expose('value', { type: 'JSON', nullable: true, description: 'As Meta sent it.' }),
  }),
});

const TYPES = {
  text: TextContent,
  media: MediaContent,
  location: LocationContent,
  contacts: ContactsContent,
  interactive: InteractiveContent,
  interactive_reply: InteractiveReplyContent,
  reaction: ReactionContent,
  template: TemplateContent,
  other: OtherContent,
} satisfies Record<MessageContent['kind'], unknown>;

export const MessageContentType = builder.unionType('MessageContent', {
  description: 'What a message says, both ways.',
  types: Object.values(TYPES),
  resolveType: ({ kind }) => TYPES[kind],
});
