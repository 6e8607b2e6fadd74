import type { TemplateCommand } from '../../application/send.ts';
import type { TemplateParameters } from '../../application/template-parameters.ts';
import { invalidInput } from '../../domain/errors.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import { builder } from './builder.ts';
import { jsonOf } from './json-of.ts';
import { LocationInput } from './location-input.ts';
import { HeaderDocumentInput, HeaderMediaInput } from './media-input.ts';

const TemplateHeaderInput = builder.inputType('TemplateHeaderInput', {
  description: "The header's parameter: the one that the template has.",
  isOneOf: true,
  fields: (t) => ({
    text: t.string({ description: 'Fills the placeholder of a text header.' }),
    image: t.field({ type: HeaderMediaInput }),
    video: t.field({ type: HeaderMediaInput }),
    document: t.field({ type: HeaderDocumentInput }),
    location: t.field({ type: LocationInput }),
  }),
});

const NamedParameterInput = builder.inputType('NamedParameterInput', {
  description: 'The words for a named placeholder.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Without its braces.' }),
    value: t.string({ required: true }),
  }),
});

const TemplateButtonInput = builder.inputType('TemplateButtonInput', {
  description: "A button's parameter: the one that its kind takes.",
  isOneOf: true,
  fields: (t) => ({
    payload: t.string({ description: 'Quick reply: comes back as `InteractiveReplyContent.id`.' }),
    url: t.string({ description: 'Web page: what is put at the end of its address.' }),
    code: t.string({ description: 'Copy code: the code.' }),
    flow: t.field({ type: 'JSON', description: "Flow: Meta's `action` object, `{ flow_token, flow_action_data }`." }),
  }),
});

export const TemplateParametersInput = builder.inputType('TemplateParametersInput', {
  description: "What fills a template's placeholders.",
  fields: (t) => ({
    header: t.field({ type: TemplateHeaderInput, description: 'When the header takes a parameter.' }),
    body: t.stringList({ description: 'For `{{1}}`, `{{2}}` …, in order.' }),
    namedBody: t.field({ type: [NamedParameterInput], description: 'For `{{customer}}` …; instead of `body`.' }),
    buttons: t.field({
      type: [TemplateButtonInput],
      required: { list: false, items: false },
      description: "By the button's place in the template; null for one that takes no parameter.",
    }),
  }),
});

export const TemplateInput = builder.inputType('TemplateInput', {
  description: 'Which template, and what fills it.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Lower-case letters, digits and underscores.' }),
    language: t.string({ description: "Such as `en_US`. Left out: the template's only language, else `en_US`." }),
    parameters: t.field({ type: TemplateParametersInput, description: 'The short form.' }),
    components: t.field({
      type: 'JSON',
      description: "Instead of `parameters`: Meta's own list of components, passed on as it is.",
    }),
  }),
});

/** INVALID_INPUT as the application names fields: without `input.` before them. */
export function templateOf(input: typeof TemplateInput.$inferInput): TemplateCommand['template'] {
  const { name, language, parameters, components } = input;
  return {
    name,
    language: language ?? null,
    parameters: parameters ? parametersOf(parameters) : null,
    components: componentsOf(components),
  };
}

/** The application's field names → the caller's. */
export function templateField(input: typeof TemplateInput.$inferInput, field: string): string {
  if (!field.startsWith('parameters')) return `input.${field}`;
  const named = input.parameters?.namedBody ? field.replace(/^parameters\.body\b/, 'parameters.namedBody') : field;
  return `input.template.${named}`;
}

/** INVALID_INPUT unless it is a list. */
export function componentsOf(components: Json | null | undefined): readonly Json[] | null {
  if (components === undefined || components === null) return null;
  if (isList(components)) return components;
  throw invalidInput('template.components', "Meta's `components` is a list.");
}

/** INVALID_INPUT when it gives two kinds of body. */
export function parametersOf({
  header,
  body,
  namedBody,
  buttons,
}: typeof TemplateParametersInput.$inferInput): TemplateParameters {
  if (body && namedBody) {
    throw invalidInput('parameters.body', 'Give either `body` or `namedBody`; a template takes one of the two.');
  }
  return {
    header: header ? headerOf(header) : undefined,
    body: namedBody ? Object.fromEntries(namedBody.map(({ name, value }) => [name, value])) : (body ?? undefined),
    buttons: buttons?.map((button) => (button ? jsonOf({ ...button }) : null)),
  };
}

function headerOf({ text, image, video, document, location }: typeof TemplateHeaderInput.$inferInput): JsonObject {
  return jsonOf({
    text,
    image: image && jsonOf({ ...image }),
    video: video && jsonOf({ ...video }),
    document: document && jsonOf({ ...document }),
    location: location && jsonOf({ ...location }),
  });
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
