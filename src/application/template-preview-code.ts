import { isJsonObject, type JsonObject } from '../domain/json.ts';
import type { Template } from '../domain/tenant.ts';
import { definitionOf, stringOf, type TemplateDefinition, upper } from './template-definition.ts';
import type { PreviewButton } from './template-preview.ts';

/*
 * Authentication templates: WhatsApp writes their words in the template's language and lists them only in part. Where
 * Meta does not tell a text, its English one stands in.
 */
const CODE_TEXT = '*{{1}}* is your verification code.';
const WARNING = 'For your security, do not share this code.';
const LABELS: Readonly<Record<string, string>> = { COPY_CODE: 'Copy code', ONE_TAP: 'Autofill', ZERO_TAP: 'Copy code' };

/** The definition with the words that WhatsApp puts in. */
export function codeDefinition(template: Template): TemplateDefinition {
  const definition = definitionOf(template);
  const part = (type: string) => template.components.filter(isJsonObject).find((one) => upper(one['type']) === type);
  const warned = part('BODY')?.['add_security_recommendation'] === true;
  const minutes = part('FOOTER')?.['code_expiration_minutes'];
  return {
    ...definition,
    body: definition.body ?? (warned ? `${CODE_TEXT} ${WARNING}` : CODE_TEXT),
    footer: definition.footer || (typeof minutes === 'number' ? `This code expires in ${minutes} minutes.` : null),
  };
}

/** The button that copies the code, which Meta also lists as a link to a page that nobody ever sees. */
export function codeButton(button: JsonObject, sent: JsonObject | undefined): PreviewButton {
  const inUrl = /[?&]otp_type=(\w+)/.exec(stringOf(button['url']) ?? '')?.[1];
  const kind = upper(button['otp_type']) || upper(inUrl) || 'COPY_CODE';
  const label = kind === 'ONE_TAP' ? button['autofill_text'] : button['text'];
  return {
    kind,
    text: stringOf(label) ?? stringOf(button['text']) ?? LABELS[kind] ?? null,
    url: null,
    phoneNumber: null,
    value: stringOf(sent?.['text']) ?? stringOf(sent?.['coupon_code']),
  };
}
