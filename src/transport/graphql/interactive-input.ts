import type { Json, JsonObject } from '../../domain/json.ts';
import { builder } from './builder.ts';
import { jsonOf } from './json-of.ts';
import { HeaderDocumentInput, HeaderMediaInput } from './media-input.ts';

const BODY = 'The words. ≤ 1024 characters.';
const FOOTER = 'The small words below. ≤ 60 characters.';

const InteractiveHeaderInput = builder.inputType('InteractiveHeaderInput', {
  description: 'What stands above the words: one of these.',
  isOneOf: true,
  fields: (t) => ({
    text: t.string({ description: '≤ 60 characters.' }),
    image: t.field({ type: HeaderMediaInput }),
    video: t.field({ type: HeaderMediaInput }),
    document: t.field({ type: HeaderDocumentInput }),
  }),
});

const ReplyButtonInput = builder.inputType('ReplyButtonInput', {
  description: 'A button that answers with its id.',
  fields: (t) => ({
    id: t.string({ required: true, description: 'Comes back as `InteractiveReplyContent.id`. ≤ 256 characters.' }),
    title: t.string({ required: true, description: '≤ 20 characters.' }),
  }),
});

const ButtonsInput = builder.inputType('ButtonsInput', {
  description: 'Words with one to three reply buttons.',
  fields: (t) => ({
    header: t.field({ type: InteractiveHeaderInput }),
    body: t.string({ required: true, description: BODY }),
    footer: t.string({ description: FOOTER }),
    buttons: t.field({ type: [ReplyButtonInput], required: true, description: 'One to three.' }),
  }),
});

const ListRowInput = builder.inputType('ListRowInput', {
  description: 'A row to choose.',
  fields: (t) => ({
    id: t.string({ required: true, description: 'Comes back as `InteractiveReplyContent.id`. ≤ 200 characters.' }),
    title: t.string({ required: true, description: '≤ 24 characters.' }),
    description: t.string({ description: '≤ 72 characters.' }),
  }),
});

const ListSectionInput = builder.inputType('ListSectionInput', {
  description: 'Rows under a title.',
  fields: (t) => ({
    title: t.string({ description: '≤ 24 characters; needed as soon as there are two sections.' }),
    rows: t.field({ type: [ListRowInput], required: true, description: 'Ten at most over all sections.' }),
  }),
});

const ListInput = builder.inputType('ListInput', {
  description: 'Words with a button that opens a list.',
  fields: (t) => ({
    header: t.string({ description: '≤ 60 characters.' }),
    body: t.string({ required: true, description: '≤ 4096 characters.' }),
    footer: t.string({ description: FOOTER }),
    button: t.string({ required: true, description: 'The words on the button. ≤ 20 characters.' }),
    sections: t.field({ type: [ListSectionInput], required: true }),
  }),
});

const UrlButtonInput = builder.inputType('UrlButtonInput', {
  description: 'Words with a button that opens a web page.',
  fields: (t) => ({
    header: t.field({ type: InteractiveHeaderInput }),
    body: t.string({ required: true, description: BODY }),
    footer: t.string({ description: FOOTER }),
    button: t.string({ required: true, description: 'The words on the button. ≤ 20 characters.' }),
    url: t.string({ required: true }),
  }),
});

export const InteractiveInput = builder.inputType('InteractiveInput', {
  description: 'Something to tap: one of these.',
  isOneOf: true,
  fields: (t) => ({
    buttons: t.field({ type: ButtonsInput }),
    list: t.field({ type: ListInput }),
    url: t.field({ type: UrlButtonInput }),
    custom: t.field({
      type: 'JSON',
      description: "Meta's own `interactive` object, for flows, products, location requests and what is yet to come.",
    }),
  }),
});

/** The `interactive` object in Meta's shape. */
export function interactiveJson({ buttons, list, url, custom }: typeof InteractiveInput.$inferInput): Json {
  if (buttons) {
    const replies = buttons.buttons.map(({ id, title }) => ({ type: 'reply', reply: { id, title } }));
    return framed('button', headerJson(buttons.header), buttons, { buttons: replies });
  }
  if (list) {
    const sections = list.sections.map(({ title, rows }) =>
      jsonOf({ title, rows: rows.map((row) => jsonOf({ ...row })) }),
    );
    return framed('list', list.header ? { type: 'text', text: list.header } : undefined, list, {
      button: list.button,
      sections,
    });
  }
  if (url) {
    const parameters = { display_text: url.button, url: url.url };
    return framed('cta_url', headerJson(url.header), url, { name: 'cta_url', parameters });
  }
  return custom ?? null;
}

function framed(
  type: string,
  header: JsonObject | undefined,
  { body, footer }: { readonly body: string; readonly footer?: string | null | undefined },
  action: JsonObject,
): JsonObject {
  return jsonOf({ type, header, body: { text: body }, footer: footer ? { text: footer } : undefined, action });
}

function headerJson(header: typeof InteractiveHeaderInput.$inferInput | null | undefined): JsonObject | undefined {
  if (!header) return undefined;
  const { text, image, video, document } = header;
  if (image) return { type: 'image', image: jsonOf({ ...image }) };
  if (video) return { type: 'video', video: jsonOf({ ...video }) };
  if (document) return { type: 'document', document: jsonOf({ ...document }) };
  return { type: 'text', text: text ?? '' };
}

/** Where a field of Meta's `interactive` object stands in ours, first match first. */
const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^action\.buttons\[(\d+)\]\.reply\b/, 'buttons[$1]'],
  [/^action\.parameters\.display_text$/, 'button'],
  [/^action\.parameters\./, ''],
  [/^action\./, ''],
  [/^(body|footer)\.text$/, '$1'],
];

/** The application's field names → the caller's: `interactive.body.text` → `interactive.buttons.body`. */
export function interactiveField(input: typeof InteractiveInput.$inferInput, field: string): string {
  const path = field.replace(/^interactive\.?/, '');
  const form = Object.entries(input).find(([, value]) => value !== undefined && value !== null)?.[0];
  if (form === undefined || path === '') return 'interactive';
  const [pattern, name] = FIELDS.find(([one]) => one.test(path)) ?? [/^$/, ''];
  // A list's header is words only, so it is no object there.
  const said = form === 'list' && path === 'header.text' ? 'header' : path.replace(pattern, name);
  return `interactive.${form}.${form === 'custom' ? path : said}`;
}
