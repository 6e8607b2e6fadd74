import { invalidInput } from '../domain/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../domain/json.ts';

/** The short form of a template's parameters. A list alone means `body`. */
export interface TemplateParameters {
  readonly header?: JsonObject | undefined;
  /** A list for positional parameters, an object for named ones. */
  readonly body?: readonly Json[] | JsonObject | undefined;
  /** By the button's place in the template; null for a button that takes no parameter. */
  readonly buttons?: readonly (JsonObject | null)[] | undefined;
}

const HEADER_KINDS = ['text', 'image', 'video', 'document', 'location'] as const;

/** Short parameters → Meta's components. INVALID_INPUT names the place, such as `parameters.buttons[1]`. */
export function componentsOf({ header, body, buttons }: TemplateParameters): Json[] {
  const components: Json[] = [];
  if (header !== undefined && Object.keys(header).length > 0) {
    components.push({ type: 'header', parameters: [headerParameter(header)] });
  }
  const bodyParameters = body === undefined ? [] : bodyParametersOf(body);
  if (bodyParameters.length > 0) components.push({ type: 'body', parameters: bodyParameters });
  buttons?.forEach((button, index) => {
    if (button !== null && Object.keys(button).length > 0) components.push(buttonComponent(button, index));
  });
  return components;
}

function headerParameter(header: JsonObject): Json {
  const kinds = HEADER_KINDS.filter((kind) => header[kind] !== undefined && header[kind] !== null);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    throw invalidInput('parameters.header', `A header takes one of ${HEADER_KINDS.join(', ')}.`);
  }
  const value = header[kind] ?? null;
  if (kind === 'text') return { type: 'text', text: textOf(value, 'parameters.header.text') };
  // A bare address stands for a media link, the form that people try first.
  if (typeof value === 'string' && kind !== 'location') return { type: kind, [kind]: { link: value } };
  if (!isJsonObject(value)) throw invalidInput(`parameters.header.${kind}`, 'This parameter is an object.');
  return { type: kind, [kind]: value };
}

function bodyParametersOf(body: readonly Json[] | JsonObject): Json[] {
  if (isList(body)) {
    return body.map((value, index) =>
      isJsonObject(value) ? value : { type: 'text', text: textOf(value, `parameters.body[${index}]`) },
    );
  }
  return Object.entries(body).map(([name, value]) => ({
    type: 'text',
    parameter_name: name,
    text: textOf(value, `parameters.body.${name}`),
  }));
}

function buttonComponent(button: JsonObject, index: number): Json {
  const field = `parameters.buttons[${index}]`;
  const { payload, url, code, flow } = button;
  const given = Object.entries({ payload, url, code, flow }).filter(([, value]) => value !== undefined);
  if (given.length !== 1) throw invalidInput(field, 'A button takes one of payload, url, code and flow.');
  const of = (subType: string, parameter: Json): Json => ({
    type: 'button',
    sub_type: subType,
    index: String(index),
    parameters: [parameter],
  });
  if (payload !== undefined)
    return of('quick_reply', { type: 'payload', payload: textOf(payload, `${field}.payload`) });
  if (url !== undefined) return of('url', { type: 'text', text: textOf(url, `${field}.url`) });
  if (code !== undefined) return of('copy_code', { type: 'coupon_code', coupon_code: textOf(code, `${field}.code`) });
  if (!isJsonObject(flow)) throw invalidInput(`${field}.flow`, 'A flow parameter is an object.');
  return of('flow', { type: 'action', action: flow });
}

function textOf(value: Json, field: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw invalidInput(field, 'A template parameter is text.', 'Give a string.');
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}
