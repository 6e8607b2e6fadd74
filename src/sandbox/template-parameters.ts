import { GraphError } from './graph-errors.ts';
import type { SendComponent, SendParameter, TemplateSend } from './message-schema.ts';
import type { TemplateButton, TemplateComponent } from './template-schema.ts';
import type { Template } from './templates.ts';

/** Meta: the longest texts after filling in. */
const longest = { header: 60, body: 1024, url: 2000, authCode: 15, couponCode: 20 };

/** Fillings that stand for text in a body; the last two are old and still taken. */
const bodyTypes = new Set(['text', 'currency', 'date_time']);

/**
 * Judges what a send fills in against its template. Throws `GraphError`: 132000 when the number of parameters differs,
 * 132012 when their kind or name does, 131008 for a button or text that needs a value and has none, 132005 when the
 * filled text is too long.
 */
export function checkParameters(template: Template, send: TemplateSend): void {
  const components = send.components ?? [];
  for (const { type } of components) {
    if (!['header', 'body', 'button', 'footer', 'limited_time_offer', 'carousel'].includes(type.toLowerCase())) {
      throw new GraphError(100, `Unexpected component type '${type}' on param template['components'].`);
    }
  }
  checkParts(template.components, components, template.category);
  checkOffer(template.components, components);
  checkCards(template.components, components);
}

/** Header, body and buttons: of the template itself, or of one card. */
function checkParts(
  defined: readonly TemplateComponent[],
  components: readonly SendComponent[],
  category: string,
): void {
  checkHeader(componentOf(defined, 'HEADER'), parametersOf(components, 'header'));
  checkBody(componentOf(defined, 'BODY')?.text ?? '', category, parametersOf(components, 'body'));
  const sent = components.filter(({ type }) => type.toLowerCase() === 'button');
  const buttons = componentOf(defined, 'BUTTONS')?.buttons ?? [];
  for (const one of sent) {
    if (buttons[Number(one.index ?? 0)] === undefined) {
      throw new GraphError(132000, `buttons: the template has no button at index ${one.index ?? 0}`);
    }
  }
  buttons.forEach((button, index) => {
    checkButton(
      button,
      index,
      sent.find((one) => Number(one.index ?? 0) === index),
    );
  });
}

/** A limited-time offer that ends needs to be told when. */
function checkOffer(defined: readonly TemplateComponent[], components: readonly SendComponent[]): void {
  const offer = componentOf(defined, 'LIMITED_TIME_OFFER')?.limited_time_offer;
  const given = parametersOf(components, 'limited_time_offer');
  const expected = offer?.has_expiration === true ? 1 : 0;
  if (given.length !== expected) countMismatch('limited_time_offer', given.length, expected);
  const value = given[0]?.['limited_time_offer'];
  const ends = typeof value === 'object' && value !== null && 'expiration_time_ms' in value;
  if (expected === 1 && !ends) throw new GraphError(131008, 'limited_time_offer: expiration_time_ms is required');
}

/** Each card of the template is filled in once, by its index. */
function checkCards(defined: readonly TemplateComponent[], components: readonly SendComponent[]): void {
  const cards = componentOf(defined, 'CAROUSEL')?.cards ?? [];
  const sent = components.filter(({ type }) => type.toLowerCase() === 'carousel').flatMap((one) => one.cards ?? []);
  if (sent.length !== cards.length) countMismatch('carousel', sent.length, cards.length);
  cards.forEach((card, index) => {
    const filled = sent.find(({ card_index: at }) => at === index);
    if (filled === undefined) throw new GraphError(132012, `carousel: there is no card with card_index ${index}`);
    checkParts(card.components, filled.components, 'MARKETING');
  });
}

function componentOf<Type extends TemplateComponent['type']>(defined: readonly TemplateComponent[], type: Type) {
  return defined.find((one): one is Extract<TemplateComponent, { type: Type }> => one.type === type);
}

function parametersOf(components: readonly SendComponent[], type: string): SendParameter[] {
  return components.filter((one) => one.type.toLowerCase() === type).flatMap((one) => one.parameters ?? []);
}

function checkHeader(header: Extract<TemplateComponent, { type: 'HEADER' }> | undefined, given: SendParameter[]): void {
  if (header === undefined || header.format === 'TEXT') {
    const text = header?.text ?? '';
    fill('header', text, given, longest.header);
    return;
  }
  const [parameter, ...more] = given;
  if (parameter?.type.toLowerCase() !== header.format.toLowerCase()) {
    const received = parameter?.type.toUpperCase() ?? 'UNKNOWN';
    throw new GraphError(132012, `header: Format mismatch, expected ${header.format}, received ${received}`);
  }
  if (more.length > 0) countMismatch('header', given.length, 1);
  const value = parameter[parameter.type];
  if (typeof value !== 'object' || value === null) {
    throw new GraphError(131008, `header: the parameter '${parameter.type}' is required`);
  }
  if (header.format === 'LOCATION' || header.format === 'PRODUCT') return;
  if (('id' in value ? 1 : 0) + ('link' in value ? 1 : 0) !== 1) {
    throw new GraphError(131009, `header: '${parameter.type}' needs exactly one of id and link`);
  }
}

function checkBody(text: string, category: string, given: SendParameter[]): void {
  const filled = fill('body', text, given, longest.body);
  const code = given[0]?.['text'];
  if (category === 'AUTHENTICATION' && typeof code === 'string' && code.length > longest.authCode) {
    throw new GraphError(132005, `body: the code is longer than ${longest.authCode} characters (${filled.length})`);
  }
}

/** Fills `{{…}}` in and returns the text; positional by order, named by `parameter_name`. */
function fill(where: string, text: string, given: SendParameter[], most: number): string {
  const variables = [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? ''))];
  if (given.length !== variables.length) countMismatch(where, given.length, variables.length);
  const named = variables.some((variable) => !/^\d+$/.test(variable));
  const values = new Map<string, string>();
  given.forEach((parameter, at) => {
    if (!bodyTypes.has(parameter.type.toLowerCase())) {
      throw new GraphError(
        132012,
        `${where}: Format mismatch, expected TEXT, received ${parameter.type.toUpperCase()}`,
      );
    }
    const name = parameter['parameter_name'];
    if (named && (typeof name !== 'string' || !variables.includes(name) || values.has(name))) {
      throw new GraphError(132012, `${where}: parameter_name must be each of ${variables.join(', ')} once`);
    }
    if (!named && name !== undefined) {
      throw new GraphError(
        132012,
        `${where}: the template's parameters have no names, but '${String(name)}' was given`,
      );
    }
    values.set(named ? String(name) : (variables[at] ?? ''), textOf(where, parameter));
  });
  const filled = text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, variable: string) => values.get(variable) ?? '');
  if (filled.length > most) {
    throw new GraphError(132005, `${where}: the filled text has ${filled.length} characters, more than ${most}`);
  }
  return filled;
}

function textOf(where: string, parameter: SendParameter): string {
  const type = parameter.type.toLowerCase();
  const value = type === 'text' ? parameter['text'] : fallbackOf(parameter[type]);
  if (typeof value !== 'string' || value === '') {
    throw new GraphError(131008, `${where}: a parameter of type ${type} has no text`);
  }
  return value;
}

function fallbackOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'fallback_value' in value ? value.fallback_value : undefined;
}

function countMismatch(where: string, given: number, expected: number): never {
  throw new GraphError(
    132000,
    `${where}: number of localizable_params (${given}) does not match the expected number of params (${expected})`,
  );
}

/** What a button of the template takes: the send's `sub_type`, the parameter's type, whether it may be left out. */
const buttonRules: Readonly<Record<string, { subType: string; parameter: string; optional: boolean; most: number }>> = {
  QUICK_REPLY: { subType: 'quick_reply', parameter: 'payload', optional: true, most: 256 },
  COPY_CODE: { subType: 'copy_code', parameter: 'coupon_code', optional: false, most: longest.couponCode },
  OTP: { subType: 'url', parameter: 'text', optional: false, most: longest.authCode },
  FLOW: { subType: 'flow', parameter: 'action', optional: true, most: 0 },
  CATALOG: { subType: 'catalog', parameter: 'action', optional: true, most: 0 },
};

function checkButton(button: TemplateButton, index: number, sent: SendComponent | undefined): void {
  const dynamicUrl = button.type === 'URL' && button.url.includes('{{');
  const rule = dynamicUrl
    ? { subType: 'url', parameter: 'text', optional: false, most: longest.url - button.url.length }
    : buttonRules[button.type];
  const where = `buttons: Button at index ${index} of type ${button.type}`;
  if (sent === undefined) {
    if (rule?.optional === false) throw new GraphError(131008, `${where} requires a parameter`);
    return;
  }
  const [parameter, ...more] = sent.parameters ?? [];
  if (rule === undefined) throw new GraphError(132012, `${where} takes no parameter`);
  if (sent.sub_type?.toLowerCase() !== rule.subType) {
    throw new GraphError(132012, `${where} needs sub_type ${rule.subType}, received ${sent.sub_type ?? 'none'}`);
  }
  if (parameter === undefined || more.length > 0) countMismatch(where, more.length + (parameter ? 1 : 0), 1);
  if (parameter.type !== rule.parameter) {
    throw new GraphError(
      132012,
      `${where}: expected a parameter of type ${rule.parameter}, received ${parameter.type}`,
    );
  }
  const value = parameter[rule.parameter];
  if (value === undefined || value === '') throw new GraphError(131008, `${where}: ${rule.parameter} is required`);
  if (typeof value === 'string' && value.length > rule.most) {
    throw new GraphError(132005, `${where}: ${rule.parameter} is longer than ${rule.most} characters`);
  }
}
