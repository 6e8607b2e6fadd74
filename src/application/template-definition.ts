import { isJsonObject, type Json, type JsonObject } from '../domain/json.ts';
import type { Template } from '../domain/tenant.ts';

/** What Meta's definition of a template, or of one card of its carousel, asks of a send. */
export interface TemplateDefinition {
  readonly header: { readonly format: string; readonly text: string } | null;
  /** Null when the definition does not tell it. */
  readonly body: string | null;
  readonly footer: string | null;
  /** By their place in the template, verbatim. */
  readonly buttons: readonly JsonObject[];
  /** Null: no carousel. */
  readonly cards: readonly TemplateDefinition[] | null;
  /** Null: no limited-time offer. */
  readonly offer: { readonly text: string; readonly expires: boolean } | null;
  readonly parameterFormat: Template['parameterFormat'];
  /** False when it holds a component that is not known here: then what seems too much may belong there. */
  readonly understood: boolean;
}

/** The `{{…}}` of a text: `1`, `2` … or names, each once. */
export interface Placeholders {
  readonly named: boolean;
  readonly names: readonly string[];
}

export const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g;

const KNOWN = new Set(['HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL', 'LIMITED_TIME_OFFER']);

export function definitionOf({ components, parameterFormat }: Template): TemplateDefinition {
  return definition(components, parameterFormat);
}

function definition(components: readonly Json[], parameterFormat: Template['parameterFormat']): TemplateDefinition {
  const parts = components.filter(isJsonObject);
  const part = (type: string) => parts.find((one) => upper(one['type']) === type);
  const header = part('HEADER');
  const footer = part('FOOTER');
  const offer = part('LIMITED_TIME_OFFER');
  const offered = isJsonObject(offer?.['limited_time_offer']) ? offer['limited_time_offer'] : {};
  const carousel = part('CAROUSEL');
  return {
    header: header === undefined ? null : { format: upper(header['format']), text: textIn(header) },
    body: stringOf(part('BODY')?.['text']),
    footer: footer === undefined ? null : textIn(footer),
    buttons: objectsIn(part('BUTTONS')?.['buttons']),
    cards:
      carousel === undefined
        ? null
        : objectsIn(carousel['cards']).map((card) => definition(objectsIn(card['components']), parameterFormat)),
    offer: offer === undefined ? null : { text: textIn(offered), expires: offered['has_expiration'] === true },
    parameterFormat,
    understood: components.length > 0 && components.every((one) => isJsonObject(one) && KNOWN.has(upper(one['type']))),
  };
}

/** Null when they are written in a way that is not known here; then Meta alone can count them. */
export function placeholdersOf(text: string, format: Template['parameterFormat']): Placeholders | null {
  const found = [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
  if (found.length !== text.split('{{').length - 1) return null;
  const names = [...new Set(found)];
  if (names.length === 0) return { named: format === 'NAMED', names };
  const numbers = names.map(Number).sort((a, b) => a - b);
  if (format === 'NAMED') return names.some((name) => /^\d+$/.test(name)) ? null : { named: true, names };
  return numbers.every((number, at) => number === at + 1) ? { named: false, names: numbers.map(String) } : null;
}

/** The elements of a list that are objects; none when it is no list. */
export function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

export function stringOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** Meta writes its own words in capitals in definitions and in small letters in sends; callers write both. */
export function upper(value: Json | undefined): string {
  return typeof value === 'string' ? value.toUpperCase() : '';
}

function textIn(part: JsonObject): string {
  return stringOf(part['text']) ?? '';
}
