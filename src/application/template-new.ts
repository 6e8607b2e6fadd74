import { invalidInput } from '../domain/errors.ts';
import type { Json, JsonObject } from '../domain/json.ts';
import type { Template } from '../domain/tenant.ts';
import { checkLength, checkPayload, requireText } from './content-fields.ts';
import { newComponents } from './template-new-components.ts';

export const TEMPLATE_CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'] as const;
export type TemplateCategory = (typeof TEMPLATE_CATEGORIES)[number];

/** A template to be made. Error fields are named from here: `name`, `components[1].text` … */
export interface NewTemplate {
  readonly name: string;
  /** Such as `en_US`, `ar`. */
  readonly language: string;
  readonly category: TemplateCategory;
  readonly parameterFormat: Template['parameterFormat'];
  /** In Meta's shape for creation. */
  readonly components: Json;
  /** Whether Meta may put it into another category. Null: Meta's default. */
  readonly allowCategoryChange: boolean | null;
  /** How long Meta tries to deliver a message of it; null: Meta's default. */
  readonly messageSendTtlSeconds: number | null;
}

const NAME_LIMIT = 512;

/** Meta: how long a message may be tried, by category; -1 stands for 30 days. */
const TTL_SECONDS: Readonly<Record<TemplateCategory, readonly [least: number, most: number]>> = {
  AUTHENTICATION: [30, 900],
  UTILITY: [30, 43_200],
  MARKETING: [43_200, 2_592_000],
};
const TTL_OF_30_DAYS = -1;

/**
 * The definition as Meta takes it, within Meta's limits for creation. INVALID_INPUT names the field, the limit and the
 * size given. What is not known here is Meta's to judge.
 */
export function newDefinition(template: NewTemplate): JsonObject & { readonly components: readonly Json[] } {
  const { name, language, category, parameterFormat, allowCategoryChange, messageSendTtlSeconds } = template;
  requireText('name', name, NAME_LIMIT);
  if (!/^[a-z0-9_]+$/.test(name)) {
    const message = `"${name.slice(0, 64)}" is no name for a template.`;
    throw invalidInput('name', message, 'Use lower-case letters, digits and underscores only, such as order_shipped.');
  }
  checkLength('language', language, 16);
  if (!/^[a-z]{2,3}(_[A-Za-z0-9]{2,4})?$/.test(language)) {
    throw invalidInput('language', "This is no language code of Meta's.", 'Give one such as en, en_US or ar.');
  }
  checkTtl(category, messageSendTtlSeconds);
  checkPayload('components', { components: template.components });
  const components = newComponents(template.components, { parameterFormat, category });
  return {
    name,
    language,
    category,
    parameter_format: parameterFormat,
    components,
    ...(allowCategoryChange !== null && { allow_category_change: allowCategoryChange }),
    ...(messageSendTtlSeconds !== null && { message_send_ttl_seconds: messageSendTtlSeconds }),
  };
}

function checkTtl(category: TemplateCategory, seconds: number | null): void {
  if (seconds === null || seconds === TTL_OF_30_DAYS) return;
  const [least, most] = TTL_SECONDS[category];
  if (Number.isInteger(seconds) && seconds >= least && seconds <= most) return;
  const message = `A message of this category is tried for ${least} to ${most} seconds, or -1 for 30 days; this is ${seconds}.`;
  throw invalidInput('messageSendTtlSeconds', message, "Give such a number, or leave it out for Meta's default.");
}
