import { isJsonObject, type Json, type JsonObject } from '../domain/json.ts';
import type { Template } from '../domain/tenant.ts';
import {
  definitionOf,
  objectsIn,
  PLACEHOLDER,
  placeholdersOf,
  stringOf,
  type TemplateDefinition,
  upper,
} from './template-definition.ts';
import { type GivenComponent, givenOf, parametersFor } from './template-given.ts';
import { componentsOf, type TemplateParameters } from './template-parameters.ts';
import { type FormattedText, formatted } from './text-format.ts';

/** A template as a person would see it. */
export interface TemplatePreview {
  readonly header: PreviewHeader | null;
  readonly body: FormattedText | null;
  readonly footer: string | null;
  readonly buttons: readonly PreviewButton[];
  /** The cards of a carousel. */
  readonly cards: readonly TemplatePreview[];
}

export interface PreviewHeader {
  /** TEXT, IMAGE, VIDEO, DOCUMENT, LOCATION … as Meta says. */
  readonly format: string;
  readonly text: string | null;
  /** The parameter of a header that is no text, in Meta's shape. */
  readonly value: Json;
}

export interface PreviewButton {
  /** QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, OTP, FLOW … as Meta says. */
  readonly kind: string;
  readonly text: string | null;
  /** Where it leads, filled in. */
  readonly url: string | null;
  readonly phoneNumber: string | null;
  /** What it copies, or answers unseen. */
  readonly value: string | null;
}

/** Fills a template in. INVALID_INPUT for parameters that cannot be read; what is missing stays as it is written. */
export function previewOf(template: Template, parameters: TemplateParameters): TemplatePreview {
  return preview(definitionOf(template), givenOf(componentsOf(parameters)));
}

function preview(definition: TemplateDefinition, given: readonly GivenComponent[]): TemplatePreview {
  const { header, body, footer, buttons, cards, parameterFormat } = definition;
  const fill = (text: string, type: string) => filled(text, parameterFormat, parametersFor(given, type) ?? []);
  const [media] = parametersFor(given, 'HEADER') ?? [];
  const isText = header?.format === 'TEXT';
  return {
    header:
      header === null
        ? null
        : {
            format: header.format,
            text: isText ? fill(header.text, 'HEADER') : null,
            value: isText ? null : (media?.[header.format.toLowerCase()] ?? null),
          },
    body: body === null ? null : formatted(fill(body, 'BODY')),
    footer,
    buttons: buttons.map((button, at) => {
      const sent = given.find(({ type, index }) => type === 'BUTTON' && index === at);
      return previewButton(button, sent?.parameters?.[0]);
    }),
    cards: (cards ?? []).map((card) => preview(card, [])),
  };
}

function filled(text: string, format: Template['parameterFormat'], parameters: readonly JsonObject[]): string {
  const placeholders = placeholdersOf(text, format);
  if (placeholders === null) return text;
  const values = new Map<string, string>();
  for (const [at, parameter] of parameters.entries()) {
    const value = shown(parameter);
    const name = stringOf(parameter['parameter_name']) ?? (placeholders.named ? placeholders.names[0] : String(at + 1));
    if (value !== null && name !== undefined) values.set(name, value);
  }
  return text.replaceAll(PLACEHOLDER, (written, name: string) => values.get(name) ?? written);
}

/** The old kinds, currency and date, bring their words along. */
function shown(parameter: JsonObject): string | null {
  const [old] = objectsIn([parameter['currency'] ?? null, parameter['date_time'] ?? null].filter(isJsonObject));
  return stringOf(parameter['text']) ?? stringOf(old?.['fallback_value']);
}

function previewButton(button: JsonObject, sent: JsonObject | undefined): PreviewButton {
  const suffix = stringOf(sent?.['text']);
  const url = stringOf(button['url']);
  return {
    kind: upper(button['type']),
    text: stringOf(button['text']),
    url: url === null || suffix === null ? url : url.replaceAll(PLACEHOLDER, () => suffix),
    phoneNumber: stringOf(button['phone_number']),
    value: stringOf(sent?.['coupon_code']) ?? stringOf(sent?.['payload']),
  };
}
