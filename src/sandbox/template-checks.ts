import { GraphError } from './graph-errors.ts';
import { parse } from './send-request.ts';
import { type NewTemplate, newTemplate, type TemplateComponent, templateEdit } from './template-schema.ts';

/** Meta: seconds that a message may wait for its delivery, by category; -1 is 30 days. */
const ttlRanges = { AUTHENTICATION: [30, 900], UTILITY: [30, 43_200], MARKETING: [43_200, 2_592_000] } as const;

/** Meta: with an offer the body may have less. */
const MOST_BODY_WITH_OFFER = 600;

type Category = keyof typeof ttlRanges;

/** A new template that passed Meta's checks. Throws `GraphError`: 100, in most cases with the subcode of a text error. */
export function parseNewTemplate(body: unknown): NewTemplate {
  const given = parse(newTemplate, upperCaseTypes(body), [], 2_388_040);
  checkComponents(given.components, given.parameter_format === 'NAMED');
  checkTtl(given.message_send_ttl_seconds, given.category);
  return given;
}

/** What an edit changes, checked as a new template is. `now` is the template as it stands. */
export function parseTemplateEdit(body: unknown, now: { category: Category; parameter_format: string }) {
  const edit = parse(templateEdit, upperCaseTypes(body), [], 2_388_040);
  if (edit.components !== undefined) checkComponents(edit.components, now.parameter_format === 'NAMED');
  checkTtl(edit.message_send_ttl_seconds, edit.category ?? now.category);
  return edit;
}

function checkTtl(seconds: number | undefined, category: Category): void {
  const [least, most] = ttlRanges[category];
  if (seconds === undefined || seconds === -1 || (seconds >= least && seconds <= most)) return;
  throw new GraphError(100, `message_send_ttl_seconds must be -1 or from ${least} to ${most} for ${category}.`);
}

/** Meta's newer examples write types in small letters. */
function upperCaseTypes(value: unknown, inside = false): unknown {
  if (Array.isArray(value)) return value.map((one) => upperCaseTypes(one, inside));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => {
      const names = inside && ['type', 'format', 'otp_type'].includes(key);
      if (names) return [key, typeof child === 'string' ? child.toUpperCase() : child];
      return [key, upperCaseTypes(child, inside || key === 'components')];
    }),
  );
}

function checkComponents(components: readonly TemplateComponent[], named: boolean): void {
  const hasOffer = components.some(({ type }) => type === 'LIMITED_TIME_OFFER');
  for (const component of components) {
    if (component.type === 'HEADER') checkHeader(component.format, component.text, named);
    if (component.type === 'FOOTER' && /\{\{|\n/.test(component.text ?? '')) {
      throw new GraphError(2_388_073, 'The footer may have neither variables nor line breaks.');
    }
    if (component.type === 'BODY') checkBody(component.text ?? '', named, hasOffer);
    if (component.type === 'CAROUSEL') for (const card of component.cards) checkComponents(card.components, named);
  }
}

function checkHeader(format: string, text: string | undefined, named: boolean): void {
  if (format !== 'TEXT') return;
  if (text === undefined) throw new GraphError(131008, "The parameter components: the header's text is required.");
  if (variablesOf(text, named, 2_388_047).length > 1) {
    throw new GraphError(2_388_047, 'The header may have one variable.');
  }
  if (/[\n*]/.test(text)) throw new GraphError(2_388_047, 'The header may have neither line breaks nor asterisks.');
}

function checkBody(text: string, named: boolean, hasOffer: boolean): void {
  if (/^\s*\{\{|\}\}\s*$/.test(text)) {
    throw new GraphError(2_388_299, "Variables can't be at the start or end of the template.");
  }
  if (hasOffer && text.length > MOST_BODY_WITH_OFFER) {
    throw new GraphError(2_388_040, `With a limited-time offer the body may have ${MOST_BODY_WITH_OFFER} characters.`);
  }
  const count = variablesOf(text, named, 2_388_072).length;
  const words = text.replace(/\{\{[^}]*\}\}/g, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  // Meta publishes no figure for "too many": the sandbox asks for as many words as variables.
  if (count > words) throw new GraphError(2_388_293, `${count} variables are too many for ${words} words.`);
}

/** The variables of a text: `{{1}}`, `{{2}}` … in a row, or names when the template's parameters are named. */
function variablesOf(text: string, named: boolean, code: number): string[] {
  const variables = [...new Set([...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map((match) => match[1] ?? ''))];
  const rest = text.replace(/\{\{[^{}]*\}\}/g, '');
  const valid = named
    ? variables.every((name) => /^[a-z][a-z0-9_]*$/.test(name))
    : [...variables].sort((a, b) => Number(a) - Number(b)).every((name, at) => name === String(at + 1));
  if (valid && !/\{\{|\}\}/.test(rest)) return variables;
  const rule = named ? 'names of a-z, 0-9 and _' : 'numbers from {{1}} on without a gap (or parameter_format NAMED)';
  throw new GraphError(code, `The variables must be ${rule}.`);
}
