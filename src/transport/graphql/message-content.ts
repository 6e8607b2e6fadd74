import { previewOfComponents } from '../../application/template-preview.ts';
import type { MediaType, MessageContent } from '../../domain/message.ts';
import { MEDIA_TYPES } from '../../domain/message.ts';
import { builder } from './builder.ts';
import { IN_MEMORY } from './connections.ts';
import { ContactCardType, cardsOf } from './contact-card.ts';
import { EditContent, ReactionContent, RevokeContent } from './content-amendments.ts';
import { OrderContent, RequestWelcomeContent, UnsupportedContent } from './content-received.ts';
import { InteractiveReplyContent } from './interactive-reply.ts';
import { MediaFileType } from './media.ts';
import { SystemContentType } from './system-content.ts';
import { TemplatePreviewType } from './template-preview.ts';

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
    url: t.exposeString('url', {
      nullable: true,
      description: "The place's page, when it is a business; inbound only.",
    }),
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
    cards: t.field({
      type: [ContactCardType],
      complexity: IN_MEMORY,
      description: 'The same cards, with what is asked of them most typed.',
      resolve: ({ contacts }) => cardsOf(contacts),
    }),
  }),
});

const InteractiveContent = builder.objectRef<Content<'interactive'>>('InteractiveContent').implement({
  description: 'Buttons, a list, a flow or a product: what we sent.',
  fields: (t) => ({
    interactive: t.expose('interactive', { type: 'JSON', description: "In Meta's shape." }),
  }),
});

/** A template's content with the number it was sent from, whose account knows the template. */
type SentTemplate = Content<'template'> & { readonly phoneNumberId?: string };

const TemplateContent = builder.objectRef<SentTemplate>('TemplateContent').implement({
  description: 'A template message.',
  fields: (t) => ({
    name: t.exposeString('name', { nullable: true, description: 'Name of the template.' }),
    language: t.exposeString('language', { description: 'Such as `en_US`.' }),
    components: t.field({
      type: ['JSON'],
      description: "Its parameters as Meta's own component list.",
      resolve: ({ components }) => components,
    }),
    preview: t.field({
      type: TemplatePreviewType,
      nullable: true,
      description: 'What the person got, by the template as it is now; null when it is not known here.',
      async resolve({ name, language, components, phoneNumberId }, _args, { caller, services }) {
        if (name === null || phoneNumberId === undefined) return null;
        const template = await services.templates.sentBy(caller, phoneNumberId, name, language);
        return template === null ? null : previewOfComponents(template, components);
      },
    }),
  }),
});

const OtherContent = builder.objectRef<Content<'other'>>('OtherContent').implement({
  description: 'What has no type of its own here: kinds that came after this release, and what cannot be read.',
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
  order: OrderContent,
  unsupported: UnsupportedContent,
  request_welcome: RequestWelcomeContent,
  edit: EditContent,
  revoke: RevokeContent,
  system: SystemContentType,
  other: OtherContent,
} satisfies Record<MessageContent['kind'], unknown>;

export const MessageContentType = builder.unionType('MessageContent', {
  description: 'What a message says, both ways.',
  types: Object.values(TYPES),
  resolveType: ({ kind }) => TYPES[kind],
});

// Added here, since it is a content inside a content.
builder.objectField(EditContent, 'content', (t) =>
  t.field({ type: MessageContentType, description: 'What it now says.', resolve: ({ content }) => content }),
);
