import type { TemplateParametersInput } from '../../generated/graphql.ts';
import { membersOf, type Template } from './template-words.ts';

/** One thing to fill in. */
export interface Field {
  /** Its name among the values: `body.1`, `header.name`, `header.link`, `button.0`. */
  readonly place: string;
  readonly part: 'header' | 'body' | 'file' | 'button';
  /** The placeholder's own name, the kind of file, or the words on the button. */
  readonly name: string;
  readonly example: string;
}

/** What was filled in, by place. */
export type Values = Readonly<Record<string, string>>;

type Definition = Pick<Template, 'components' | 'category' | 'parameterFormat'>;

const FILES = ['IMAGE', 'VIDEO', 'DOCUMENT'];

/** What a template asks for, in the order in which it is read; null when its parts are more than a form can ask for. */
export function fieldsOf({ category, components }: Definition): readonly Field[] | null {
  const parts = components.map(membersOf);
  const types = parts.map(({ type }) => upper(type));
  if (types.includes('CAROUSEL') || types.includes('LIMITED_TIME_OFFER')) return null;
  if (parts.some(({ format }) => upper(format) === 'LOCATION')) return null;
  const fields = parts.flatMap((part, index) => {
    if (types[index] === 'BODY') return textFields(part, 'body');
    if (types[index] === 'HEADER') return headerFields(part);
    return types[index] === 'BUTTONS' ? buttonFields(part) : [];
  });
  // The code of a one-time password stands in the text, and its button copies the same.
  if (upper(category) !== 'AUTHENTICATION') return fields;
  return [{ place: 'body.1', part: 'body', name: '1', example: '123456' }];
}

/** Meta's own examples, so that a test needs nothing typed. */
export function exampleValues(template: Definition): Values {
  return Object.fromEntries((fieldsOf(template) ?? []).map(({ place, example }) => [place, example]));
}

export function missingIn(template: Definition, values: Values): readonly string[] {
  const fields = fieldsOf(template) ?? [];
  return fields.filter(({ place }) => (values[place] ?? '').trim() === '').map(({ place }) => place);
}

/** What was filled in, as a send and a preview take it. */
export function parametersOf(template: Definition, values: Values): TemplateParametersInput {
  const fields = fieldsOf(template) ?? [];
  const said = fields
    .filter(({ part }) => part === 'body')
    .map(({ name, place }) => ({ name, value: values[place] ?? '' }));
  const header = headerOf(fields, values);
  const buttons = buttonsOf(template, values);
  return {
    ...(said.length === 0 ? {} : bodyOf(template, said)),
    ...(header === null ? {} : { header }),
    ...(buttons.some((one) => one !== null) ? { buttons } : {}),
  };
}

function bodyOf({ parameterFormat }: Definition, said: readonly { name: string; value: string }[]) {
  return parameterFormat === 'NAMED' ? { namedBody: [...said] } : { body: said.map(({ value }) => value) };
}

function headerOf(fields: readonly Field[], values: Values): TemplateParametersInput['header'] | null {
  const field = fields.find(({ part }) => part === 'header' || part === 'file');
  if (field === undefined) return null;
  const value = values[field.place] ?? '';
  if (field.part === 'header') return { text: value };
  if (field.name === 'DOCUMENT') return { document: { link: value } };
  return field.name === 'VIDEO' ? { video: { link: value } } : { image: { link: value } };
}

function buttonsOf(template: Definition, values: Values): NonNullable<TemplateParametersInput['buttons']> {
  const code = upper(template.category) === 'AUTHENTICATION' ? values['body.1'] : undefined;
  return buttonsIn(template.components.map(membersOf)).map((button, index) => {
    const kind = takes(button);
    const value = code ?? values[`button.${index}`] ?? '';
    if (kind === null || value === '') return null;
    return kind === 'code' ? { code: value } : { url: value };
  });
}

function headerFields(part: Readonly<Record<string, unknown>>): Field[] {
  const format = upper(part['format']);
  if (!FILES.includes(format)) return textFields(part, 'header');
  return [{ place: 'header.link', part: 'file', name: format, example: '' }];
}

function textFields(part: Readonly<Record<string, unknown>>, kind: 'header' | 'body'): Field[] {
  const text = typeof part['text'] === 'string' ? part['text'] : '';
  const names = [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name))];
  if (names.every((name) => /^\d+$/.test(name))) names.sort((one, other) => Number(one) - Number(other));
  const example = membersOf(part['example']);
  const listed = listOf(example[`${kind}_text`]);
  const inOrder = kind === 'body' ? listOf(listed[0]) : listed;
  const named = listOf(example[`${kind}_text_named_params`]).map(membersOf);
  return names.map((name, index) => {
    const own = named.find((one) => one['param_name'] === name)?.['example'] ?? inOrder[index];
    return { place: `${kind}.${name}`, part: kind, name, example: typeof own === 'string' ? own : '' };
  });
}

function buttonFields(part: Readonly<Record<string, unknown>>): Field[] {
  return buttonsIn([part]).flatMap((button, index) => {
    if (takes(button) === null) return [];
    const [first] = Array.isArray(button['example']) ? button['example'] : [button['example']];
    const example = typeof first === 'string' ? first.slice(first.lastIndexOf('/') + 1) : '';
    return [{ place: `button.${index}`, part: 'button', name: String(button['text'] ?? ''), example }];
  });
}

function buttonsIn(parts: readonly Readonly<Record<string, unknown>>[]): Readonly<Record<string, unknown>>[] {
  return listOf(parts.find(({ type }) => upper(type) === 'BUTTONS')?.['buttons']).map(membersOf);
}

/** What a button is filled with; null for one that stands as it is. */
function takes(button: Readonly<Record<string, unknown>>): 'code' | 'url' | null {
  const type = upper(button['type']);
  if (type === 'COPY_CODE') return 'code';
  return type === 'OTP' || (type === 'URL' && String(button['url']).includes('{{')) ? 'url' : null;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function upper(value: unknown): string {
  return typeof value === 'string' ? value.toUpperCase() : '';
}
