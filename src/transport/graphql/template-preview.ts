import type {
  PreviewButton,
  PreviewHeader,
  PreviewOffer,
  TemplatePreview,
} from '../../application/template-preview.ts';
import type { FormattedText, TextRun } from '../../application/text-format.ts';
import { builder } from './builder.ts';
import { IN_MEMORY } from './connections.ts';

const TextRunType = builder.objectRef<TextRun>('TextRun').implement({
  description: 'A stretch of text that is formatted alike.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'Without its marks.' }),
    bold: t.exposeBoolean('bold', { description: 'Written `*so*`.' }),
    italic: t.exposeBoolean('italic', { description: 'Written `_so_`.' }),
    strikethrough: t.exposeBoolean('strikethrough', { description: 'Written `~so~`.' }),
    monospace: t.exposeBoolean('monospace', { description: 'Written between three backticks.' }),
  }),
});

const FormattedTextType = builder.objectRef<FormattedText>('FormattedText').implement({
  description: "A text with WhatsApp's formatting.",
  fields: (t) => ({
    text: t.exposeString('text', { description: 'As it is sent, with its marks.' }),
    runs: t.field({
      type: [TextRunType],
      complexity: IN_MEMORY,
      description: 'The same for showing, in order.',
      resolve: ({ runs }) => [...runs],
    }),
  }),
});

const HeaderType = builder.objectRef<PreviewHeader>('TemplatePreviewHeader').implement({
  description: 'The head of a template, filled in.',
  fields: (t) => ({
    format: t.exposeString('format', { description: 'As Meta says: TEXT, IMAGE, VIDEO, DOCUMENT, LOCATION …' }),
    text: t.exposeString('text', { nullable: true, description: 'Of a text header.' }),
    value: t.field({
      type: 'JSON',
      nullable: true,
      description: "Of any other header: its parameter in Meta's shape; null when none was given.",
      resolve: ({ value }) => value,
    }),
  }),
});

const ButtonType = builder.objectRef<PreviewButton>('TemplatePreviewButton').implement({
  description: 'A button of a template, filled in.',
  fields: (t) => ({
    kind: t.exposeString('kind', {
      description:
        'As Meta says: QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, FLOW …; for a code COPY_CODE, ONE_TAP or ZERO_TAP.',
    }),
    text: t.exposeString('text', { nullable: true, description: 'What stands on it.' }),
    url: t.exposeString('url', { nullable: true, description: 'Where it leads.' }),
    phoneNumber: t.exposeString('phoneNumber', { nullable: true, description: 'Whom it calls.' }),
    value: t.exposeString('value', { nullable: true, description: 'What it copies, or answers unseen.' }),
  }),
});

const OfferType = builder.objectRef<PreviewOffer>('TemplatePreviewOffer').implement({
  description: 'The limited-time offer of a template.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'What stands over it.' }),
    expiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it ends; null when it does not, or the parameters do not say.',
      resolve: ({ expiresAt }) => (expiresAt === null ? null : new Date(expiresAt).toISOString()),
    }),
  }),
});

export const TemplatePreviewType = builder.objectRef<TemplatePreview>('TemplatePreview');

TemplatePreviewType.implement({
  description: 'A template as a person would see it.',
  fields: (t) => ({
    header: t.field({
      type: HeaderType,
      nullable: true,
      description: 'Null when it has none.',
      resolve: ({ header }) => header,
    }),
    body: t.field({
      type: FormattedTextType,
      nullable: true,
      description: 'Null when Meta does not tell it.',
      resolve: ({ body }) => body,
    }),
    footer: t.exposeString('footer', { nullable: true, description: 'Null when it has none.' }),
    buttons: t.field({
      type: [ButtonType],
      complexity: IN_MEMORY,
      description: 'In their order.',
      resolve: ({ buttons }) => [...buttons],
    }),
    cards: t.field({
      type: [TemplatePreviewType],
      complexity: IN_MEMORY,
      description: "A carousel's cards, filled in.",
      resolve: ({ cards }) => [...cards],
    }),
    offer: t.field({
      type: OfferType,
      nullable: true,
      description: 'Null when it has no limited-time offer.',
      resolve: ({ offer }) => offer,
    }),
  }),
});
