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
import { type GivenComponent, givenOf, indexOf, parametersFor } from './template-given.ts';
import { componentsOf, type TemplateParameters } from './template-parameters.ts';
import { codeButton, codeDefinition } from './template-preview-code.ts';
import { type FormattedText, formatted } from './text-format.ts';

/** The year 9999: later times have no usual form. */
const LAST_TIME_MS = 253_402_300_799_999;

/** A template as a person would see it. */
export interface TemplatePreview {
  readonly header: PreviewHeader | null;
  readonly body: FormattedText | null;
  readonly footer: string | null;
  readonly buttons: readonly PreviewButton[];
  /** The cards of a carousel. */
  readonly cards: readonly TemplatePreview[];
  /** A limited-time offer. */
  readonly offer: PreviewOffer | null;
}

export interface PreviewOffer {
  readonly text: string;
  /** When it ends, epoch milliseconds; null when it does not, or nobody said when. */
  readonly expiresAt: number | null;
}

export interface PreviewHeader {
  /** TEXT, IMAGE, VIDEO, DOCUMENT, LOCATION … as Meta says. */
  readonly format: string;
  readonly text: string | null;
  /** The parameter of a header that is no text, in Meta's shape. */
  readonly value: Json;
}

export interface PreviewButton {
  /** QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, FLOW … as Meta says; ONE_TAP and ZERO_TAP for codes. */
  readonly kind: string;
  readonly text: string | null;
  /** Where it leads, filled in. */
  readonly url: string | null;
  readonly phoneNumber: string | null;
  /** What it copies, or answers unseen. */
  readonly value: string | null;
}

/** Fills a template in with the short form. INVALID_INPUT for parameters that cannot be read. */
export function previewOf(template: Template, parameters: TemplateParameters): TemplatePreview {
  return previewOfComponents(template, componentsOf(parameters));
}

/** Fills a template in with Meta's own components. What is missing stays as it is written. */
export function previewOfComponents(template: Template, components: readonly Json[]): TemplatePreview {
  const given = givenOf(components);
  const isCode = template.category.toUpperCase() === 'AUTHENTICATION';
  return preview(isCode ? codeDefinition(template) : definitionOf(template), given, isCode);
}

function preview(definition: TemplateDefinition, given: readonly GivenComponent[], isCode: boolean): TemplatePreview {
  const { header, body, footer, buttons, cards, offer, parameterFormat } = definition;
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
      const sent = given.find(({ type, index }) => type === 'BUTTON' && index === at)?.parameters?.[0];
      return isCode ? codeButton(button, sent) : previewButton(button, sent);
    }),
    cards: (cards ?? []).map((card, at) => preview(card, givenToCard(given, at), false)),
    offer: offer === null ? null : { text: offer.text, expiresAt: offer.expires ? expiryIn(given) : null },
  };
}

/** What a send gives to one card of its carousel. */
function givenToCard(given: readonly GivenComponent[], at: number): readonly GivenComponent[] {
  const cards = objectsIn(given.find(({ type }) => type === 'CAROUSEL')?.raw['cards']);
  const card = cards.find((one, place) => (indexOf(one['card_index']) ?? place) === at);
  return givenOf(objectsIn(card?.['components']));
}

function expiryIn(given: readonly GivenComponent[]): number | null {
  const [parameter] = parametersFor(given, 'LIMITED_TIME_OFFER') ?? [];
  const [offer] = objectsIn([parameter?.['limited_time_offer'] ?? null]);
  const time = Number(offer?.['expiration_time_ms'] ?? Number.NaN);
  return time > 0 && time <= LAST_TIME_MS ? Math.trunc(time) : null;
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
