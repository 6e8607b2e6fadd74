import type { TemplateChoiceFragment, TemplateParametersInput } from '../../../../generated/graphql.ts';
import { listOf, membersOf, type TemplateDraft } from '../drafts/draft.ts';

export type Template = TemplateChoiceFragment;

/** One thing that a template asks of whoever sends it. `place` is its name in a draft's values. */
export type TemplateField =
  | {
      readonly kind: 'text';
      readonly place: string;
      readonly part: 'header' | 'body';
      readonly name: string;
      readonly example: string;
    }
  | { readonly kind: 'file'; readonly place: 'header'; readonly sendAs: 'image' | 'video' | 'document' }
  | { readonly kind: 'location'; readonly place: 'header' }
  | {
      readonly kind: 'button';
      readonly place: string;
      readonly takes: 'url' | 'code';
      readonly label: string;
      readonly example: string;
    };

export interface TemplateForm {
  readonly fields: readonly TemplateField[];
  /** False for what only Meta's own list of components fills: carousels, offers that end. */
  readonly complete: boolean;
}

interface Part {
  readonly type: string;
  readonly format: string;
  readonly text: string;
  readonly raw: Readonly<Record<string, unknown>>;
}

/** What is to be filled into a template, in the order in which it is read. */
export function formOf(template: Pick<Template, 'category' | 'components' | 'parameterFormat'>): TemplateForm {
  const parts = template.components.map(partOf);
  const fields = parts.flatMap((part) => fieldsOf(part, template));
  // A code stands in the text and is copied by the button: it is asked for once.
  const asked = isCode(template) ? fields.filter(({ kind }) => kind !== 'button') : fields;
  return { fields: asked, complete: !parts.some(needsMore) };
}

export function isCode({ category }: Pick<Template, 'category'>): boolean {
  return category.toUpperCase() === 'AUTHENTICATION';
}

function needsMore({ raw, type }: Part): boolean {
  return (
    type === 'CAROUSEL' ||
    (type === 'LIMITED_TIME_OFFER' && membersOf(raw['limited_time_offer'])['has_expiration'] === true)
  );
}

function partOf(value: unknown): Part {
  const raw = membersOf(value);
  const { format, text, type } = raw;
  return { type: upper(type), format: upper(format), text: typeof text === 'string' ? text : '', raw };
}

function fieldsOf(part: Part, { parameterFormat }: Pick<Template, 'parameterFormat'>): TemplateField[] {
  switch (part.type) {
    case 'HEADER':
      return headerFields(part, parameterFormat);
    case 'BODY':
      return textFields(part, 'body', parameterFormat);
    case 'BUTTONS':
      return listOf(part.raw['buttons']).flatMap((button, index) => buttonField(membersOf(button), index) ?? []);
    default:
      return [];
  }
}

function headerFields(part: Part, format: Template['parameterFormat']): TemplateField[] {
  switch (part.format) {
    case 'TEXT':
      return textFields(part, 'header', format);
    case 'IMAGE':
      return [{ kind: 'file', place: 'header', sendAs: 'image' }];
    case 'VIDEO':
      return [{ kind: 'file', place: 'header', sendAs: 'video' }];
    case 'DOCUMENT':
      return [{ kind: 'file', place: 'header', sendAs: 'document' }];
    case 'LOCATION':
      return [{ kind: 'location', place: 'header' }];
    default:
      return [];
  }
}

function textFields(
  { raw, text }: Part,
  part: 'header' | 'body',
  format: Template['parameterFormat'],
): TemplateField[] {
  const names = [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name))];
  if (format === 'POSITIONAL') names.sort((a, b) => Number(a) - Number(b));
  const examples = examplesOf(membersOf(raw['example']), part);
  return names.map((name, index) => ({
    kind: 'text',
    place: `${part}.${name}`,
    part,
    name,
    example: examples.get(name) ?? examples.get(String(index + 1)) ?? '',
  }));
}

/** Meta's examples, by name or by place from 1. */
function examplesOf(example: Readonly<Record<string, unknown>>, part: 'header' | 'body'): ReadonlyMap<string, string> {
  const named = listOf(example[`${part}_text_named_params`]).map(membersOf);
  const given = listOf(example[`${part}_text`]);
  const listed = part === 'body' ? listOf(given[0]) : given;
  return new Map([
    ...listed.map((value, index) => [String(index + 1), String(value)] as const),
    ...named.map((one) => [String(one['param_name']), String(one['example'])] as const),
  ]);
}

function buttonField(button: Readonly<Record<string, unknown>>, index: number): TemplateField | null {
  const type = upper(button['type']);
  const takes =
    type === 'COPY_CODE'
      ? 'code'
      : type === 'OTP' || (type === 'URL' && String(button['url']).includes('{{'))
        ? 'url'
        : null;
  if (takes === null) return null;
  const [example] = listOf(button['example']);
  return {
    kind: 'button',
    place: `button.${index}`,
    takes,
    label: typeof button['text'] === 'string' ? button['text'] : '',
    example: typeof example === 'string' ? example : typeof button['example'] === 'string' ? button['example'] : '',
  };
}

/** The places that are not filled in, or not rightly. */
export function missingIn(template: Template, draft: Pick<TemplateDraft, 'file' | 'values'>): string[] {
  return formOf(template).fields.flatMap((field) => missingOf(field, draft));
}

function missingOf(field: TemplateField, { file, values }: Pick<TemplateDraft, 'file' | 'values'>): string[] {
  switch (field.kind) {
    case 'file':
      return file?.sendAs === field.sendAs ? [] : [field.place];
    case 'location':
      return (['latitude', 'longitude'] as const)
        .filter((one) => !isDegrees(values[`header.${one}`], one === 'latitude' ? 90 : 180))
        .map((one) => `header.${one}`);
    case 'text':
    case 'button':
      return (values[field.place] ?? '').trim() === '' ? [field.place] : [];
  }
}

function isDegrees(value: string | undefined, most: number): boolean {
  return value !== undefined && value.trim() !== '' && Math.abs(Number(value)) <= most;
}

/** What was filled in so far, as a send and a preview take it. */
export function parametersOf(
  template: Template,
  draft: Pick<TemplateDraft, 'file' | 'values'>,
): TemplateParametersInput {
  const { values } = draft;
  const { fields } = formOf(template);
  const body = fields.filter((field) => field.kind === 'text' && field.part === 'body');
  const said = body.map((field) => ({ name: field.place.slice('body.'.length), value: values[field.place] ?? '' }));
  const header = headerOf(fields, draft);
  const buttons = buttonsOf(template, values);
  return {
    ...(said.length === 0
      ? {}
      : template.parameterFormat === 'NAMED'
        ? { namedBody: said }
        : { body: said.map(({ value }) => value) }),
    ...(header === null ? {} : { header }),
    ...(buttons.some((one) => one !== null) ? { buttons } : {}),
  };
}

function headerOf(
  fields: readonly TemplateField[],
  { file, values }: Pick<TemplateDraft, 'file' | 'values'>,
): NonNullable<TemplateParametersInput['header']> | null {
  for (const field of fields) {
    if (field.kind === 'text' && field.part === 'header') return { text: values[field.place] ?? '' };
    if (field.kind === 'file' && file !== null) {
      const { id, name } = file;
      return field.sendAs === 'document'
        ? { document: { id, filename: name } }
        : field.sendAs === 'image'
          ? { image: { id } }
          : { video: { id } };
    }
    if (field.kind === 'location') {
      const [latitude, longitude] = [Number(values['header.latitude']), Number(values['header.longitude'])];
      if (Number.isNaN(latitude) || Number.isNaN(longitude)) return null;
      const words = (name: string) => values[`header.${name}`]?.trim() || null;
      return { location: { latitude, longitude, name: words('name'), address: words('address') } };
    }
  }
  return null;
}

function buttonsOf(
  template: Template,
  values: Readonly<Record<string, string>>,
): NonNullable<TemplateParametersInput['buttons']> {
  const parts = template.components.map(partOf);
  const buttons = listOf(parts.find(({ type }) => type === 'BUTTONS')?.raw['buttons']).map(membersOf);
  return buttons.map((button, index) => {
    const field = buttonField(button, index);
    if (field?.kind !== 'button') return null;
    const value = (isCode(template) ? values['body.1'] : values[field.place]) ?? '';
    if (value === '') return null;
    return field.takes === 'code' ? { code: value } : { url: value };
  });
}

function upper(value: unknown): string {
  return typeof value === 'string' ? value.toUpperCase() : '';
}
