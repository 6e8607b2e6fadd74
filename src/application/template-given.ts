import { isJsonObject, type Json, type JsonObject } from '../domain/json.ts';
import { upper } from './template-definition.ts';

/** A component of a send, in Meta's shape, as far as it can be read. */
export interface GivenComponent {
  /** In capitals, as in definitions. */
  readonly type: string;
  readonly subType: string;
  /** A button's place; null when the send does not say. */
  readonly index: number | null;
  /** Null when they are in no known shape. */
  readonly parameters: readonly JsonObject[] | null;
  readonly raw: JsonObject;
}

/** A parameter that does not fit its template. */
export interface Misfit {
  /** Its place in the short form, such as `body.customer_name` or `buttons[0].url`; null: the template itself. */
  readonly parameter: string | null;
  readonly message: string;
  readonly action: string;
}

export function givenOf(components: readonly Json[]): readonly GivenComponent[] {
  return components.filter(isJsonObject).map((raw) => ({
    type: upper(raw['type']),
    subType: upper(raw['sub_type']),
    index: indexOf(raw['index']),
    parameters: parametersOf(raw['parameters']),
    raw,
  }));
}

/** The parameters of all components of a type; null when one of them is in no known shape. */
export function parametersFor(given: readonly GivenComponent[], type: string): readonly JsonObject[] | null {
  const all: JsonObject[] = [];
  for (const component of given) {
    if (component.type !== type) continue;
    if (component.parameters === null) return null;
    all.push(...component.parameters);
  }
  return all;
}

export function indexOf(value: Json | undefined): number | null {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 ? value : null;
  return typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : null;
}

function parametersOf(value: Json | undefined): readonly JsonObject[] | null {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return null;
  const objects = value.filter(isJsonObject);
  return objects.length === value.length ? objects : null;
}
