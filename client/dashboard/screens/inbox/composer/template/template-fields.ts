import type { TemplateChoiceFragment } from '../../../../generated/graphql.ts';
import { listOf, membersOf, type TemplateDraft } from '../drafts/draft.ts';

export type Template = TemplateChoiceFragment;

/** One thing that a template asks of whoever sends it. `place` is its name in a draft: `body.1`, `card.0.header`. */
export type TemplateField = {
  readonly place: string;
  /** Of a carousel, from 0; null: of the template itself. */
  readonly card: number | null;
} & (
  | { readonly kind: 'text'; readonly part: 'header' | 'body'; readonly name: string; readonly example: string }
  | { readonly kind: 'file'; readonly sendAs: 'image' | 'video' | 'document' }
  | { readonly kind: 'location' }
  /** One of the business's catalogue. */
  | { readonly kind: 'product' }
  | { readonly kind: 'button'; readonly takes: Taken; readonly label: string; readonly example: string }
  /** In how many hours a limited-time offer ends. */
  | { readonly kind: 'offer' }
);

/**
 * What a button is given: the end of its address; a code to copy; the token of a flow; the product whose picture a
 * catalogue shows; the products of a list.
 */
export type Taken = 'url' | 'code' | 'flow' | 'catalog' | 'products';

/** A component of Meta's definition, as far as it can be read. */
export interface Part {
  readonly type: string;
  readonly format: string;
  readonly text: string;
  readonly raw: Readonly<Record<string, unknown>>;
}

type Format = Template['parameterFormat'];
/** Where the parts stand: in the template itself, or in a card of it. */
interface Whereabouts {
  readonly at: string;
  readonly card: number | null;
  readonly format: Format;
}

/** What is to be filled into a template, in the order in which it is read. */
export function fieldsOf(template: Pick<Template, 'category' | 'components' | 'parameterFormat'>): TemplateField[] {
  // A code stands in the text, which Meta may not tell, and is copied by the button: it is asked for once.
  if (isCode(template)) {
    return [{ kind: 'text', place: 'body.1', card: null, part: 'body', name: '1', example: '123456' }];
  }
  const where = { at: '', card: null, format: template.parameterFormat };
  return partsOf(template.components).flatMap((part) => fieldsIn(part, where));
}

export function isCode({ category }: Pick<Template, 'category'>): boolean {
  return category.toUpperCase() === 'AUTHENTICATION';
}

export function partsOf(components: unknown): Part[] {
  return listOf(components).map((value) => {
    const raw = membersOf(value);
    const { format, text, type } = raw;
    return { type: upper(type), format: upper(format), text: typeof text === 'string' ? text : '', raw };
  });
}

export function buttonsIn({ raw }: Part): Readonly<Record<string, unknown>>[] {
  return listOf(raw['buttons']).map(membersOf);
}

export function cardsIn({ raw }: Part): Part[][] {
  return listOf(raw['cards']).map((card) => partsOf(membersOf(card)['components']));
}

function fieldsIn(part: Part, where: Whereabouts): TemplateField[] {
  switch (part.type) {
    case 'HEADER':
      return headerFields(part, where);
    case 'BODY':
      return textFields(part, 'body', where);
    case 'BUTTONS':
      return buttonsIn(part).flatMap((button, index) => buttonField(button, index, where) ?? []);
    case 'LIMITED_TIME_OFFER': {
      const ends = membersOf(part.raw['limited_time_offer'])['has_expiration'] === true;
      return ends ? [{ kind: 'offer', place: 'offer', card: where.card }] : [];
    }
    case 'CAROUSEL':
      return cardsIn(part).flatMap((parts, card) =>
        parts.flatMap((one) => fieldsIn(one, { at: `card.${card}.`, card, format: where.format })),
      );
    default:
      return [];
  }
}

function headerFields(part: Part, where: Whereabouts): TemplateField[] {
  const of = { place: `${where.at}header`, card: where.card };
  switch (part.format) {
    case 'TEXT':
      return textFields(part, 'header', where);
    case 'IMAGE':
      return [{ ...of, kind: 'file', sendAs: 'image' }];
    case 'VIDEO':
      return [{ ...of, kind: 'file', sendAs: 'video' }];
    case 'DOCUMENT':
      return [{ ...of, kind: 'file', sendAs: 'document' }];
    case 'LOCATION':
      return [{ ...of, kind: 'location' }];
    case 'PRODUCT':
      return [{ ...of, kind: 'product' }];
    default:
      return [];
  }
}

function textFields({ raw, text }: Part, part: 'header' | 'body', { at, card, format }: Whereabouts): TemplateField[] {
  const names = placeholdersIn(text, format);
  const examples = examplesOf(membersOf(raw['example']), part);
  return names.map((name, index) => ({
    kind: 'text',
    place: `${at}${part}.${name}`,
    card,
    part,
    name,
    example: examples.get(name) ?? examples.get(String(index + 1)) ?? '',
  }));
}

/** `1`, `2` … in their order, or names as they are read. */
export function placeholdersIn(text: string, format: Format): string[] {
  const names = [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name))];
  return format === 'POSITIONAL' ? names.sort((a, b) => Number(a) - Number(b)) : names;
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

function buttonField(
  button: Readonly<Record<string, unknown>>,
  index: number,
  { at, card }: Whereabouts,
): TemplateField | null {
  const takes = takenBy(button);
  if (takes === null) return null;
  const { example, text, url } = button;
  const [first] = Array.isArray(example) ? listOf(example) : [example];
  return {
    kind: 'button',
    place: `${at}button.${index}`,
    card,
    takes,
    label: typeof text === 'string' ? text : '',
    example: typeof first === 'string' ? endOf(first, url) : '',
  };
}

/** Meta's example is a whole address; asked for is what stands in place of the placeholder. */
function endOf(example: string, url: unknown): string {
  const [beginning = ''] = typeof url === 'string' ? url.split('{{') : [];
  return beginning !== '' && example.startsWith(beginning) ? example.slice(beginning.length) : example;
}

/** What a button has to be given; null for one that needs nothing. */
export function takenBy({ type, url }: Readonly<Record<string, unknown>>): Taken | null {
  switch (upper(type)) {
    case 'COPY_CODE':
      return 'code';
    case 'OTP':
      return 'url';
    case 'URL':
      return String(url).includes('{{') ? 'url' : null;
    case 'FLOW':
      return 'flow';
    case 'CATALOG':
      return 'catalog';
    case 'MPM':
      return 'products';
    default:
      return null;
  }
}

/** Meta's own examples, so that a test needs little typed. */
export function exampleValues(template: Parameters<typeof fieldsOf>[0]): Readonly<Record<string, string>> {
  const values = fieldsOf(template).flatMap((field) => {
    if (field.kind === 'offer') return [[field.place, '24'] as const];
    return 'example' in field && field.example !== '' ? [[field.place, field.example] as const] : [];
  });
  return Object.fromEntries(values);
}

/** The products that were named, by commas or in lines. */
export function productsIn(text: string | undefined): string[] {
  return (text ?? '')
    .split(/[,\n،]/)
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

/** The places that are not filled in, or not rightly. */
export function missingIn(template: Template, draft: Pick<TemplateDraft, 'files' | 'values'>): string[] {
  return fieldsOf(template).flatMap((field) => missingOf(field, draft));
}

function missingOf(field: TemplateField, { files, values }: Pick<TemplateDraft, 'files' | 'values'>): string[] {
  const { place } = field;
  switch (field.kind) {
    case 'file':
      return files[place]?.sendAs === field.sendAs ? [] : [place];
    case 'location':
      return (['latitude', 'longitude'] as const)
        .filter((one) => !isWithin(values[`${place}.${one}`], one === 'latitude' ? -90 : -180))
        .map((one) => `${place}.${one}`);
    case 'offer':
      return isWithin(values[place], 0) && Number(values[place]) > 0 ? [] : [place];
    case 'product':
      return ['id', 'catalog'].map((one) => `${place}.${one}`).filter((one) => isBlank(values[one]));
    case 'text':
      return isBlank(values[place]) ? [place] : [];
    case 'button':
      // A flow makes a token of its own, and a catalogue shows a picture of its own.
      if (field.takes === 'flow' || field.takes === 'catalog') return [];
      if (field.takes === 'products') return productsMissing(place, values);
      return isBlank(values[place]) ? [place] : [];
  }
}

function productsMissing(place: string, values: TemplateDraft['values']): string[] {
  const title = `${place}.title`;
  return [...(isBlank(values[title]) ? [title] : []), ...(productsIn(values[place]).length === 0 ? [place] : [])];
}

function isBlank(value: string | undefined): boolean {
  return (value ?? '').trim() === '';
}

/** Whether it is a number from `least` on; degrees are as far from 0 on the other side at most. */
function isWithin(value: string | undefined, least: number): boolean {
  if (value === undefined || value.trim() === '') return false;
  const number = Number(value);
  return number >= least && (least === 0 || number <= -least);
}

export function upper(value: unknown): string {
  return typeof value === 'string' ? value.toUpperCase() : '';
}
