import { invalidInput } from '../domain/errors.ts';
import type { Json, JsonObject } from '../domain/json.ts';
import type { Template } from '../domain/tenant.ts';
import { checkOptionalText, missing, requireList, requireObject, requireText } from './content-fields.ts';
import { objectsIn, placeholdersOf, stringOf, upper } from './template-definition.ts';
import { newButtons } from './template-new-buttons.ts';

/** Meta's limits for creation, in characters. */
const HEADER_LIMIT = 60;
const FOOTER_LIMIT = 60;
const BODY_LIMIT = 1_024;
const OFFER_BODY_LIMIT = 600;
const CARD_BODY_LIMIT = 160;
const OFFER_LIMIT = 16;
/** Bounds of ours: Meta has fewer kinds of component, and carousels of up to 10 cards. */
const MOST_COMPONENTS = 10;
const MOST_CARDS = 10;
const MEDIA = ['IMAGE', 'VIDEO', 'DOCUMENT', 'GIF'];

interface Kind {
  readonly parameterFormat: Template['parameterFormat'];
  readonly category: string;
}

interface Place extends Kind {
  readonly bodyLimit: number;
  readonly isCard: boolean;
}

/** Meta's components with their kinds in capitals, as Meta writes them; checked. */
export function newComponents(components: Json, kind: Kind): Json[] {
  const all = objectsIn(components);
  const offered = all.some(({ type }) => upper(type) === 'LIMITED_TIME_OFFER');
  return checked('components', components, {
    ...kind,
    bodyLimit: offered ? OFFER_BODY_LIMIT : BODY_LIMIT,
    isCard: false,
  });
}

function checked(field: string, components: Json | undefined, place: Place): Json[] {
  const list = requireList(field, components, { most: MOST_COMPONENTS, what: 'components' });
  const seen = new Set<string>();
  const result = list.map((one, at) => {
    const path = `${field}[${at}]`;
    const component = requireObject(path, one);
    const type = requireText(`${path}.type`, component['type'], 64).toUpperCase();
    if (seen.has(type)) {
      throw invalidInput(path, `This is the second ${type}; there is at most one of each kind.`, 'Leave it out.');
    }
    seen.add(type);
    return { ...component, type, ...partOf(type, path, component, place) };
  });
  if (!place.isCard && !seen.has('BODY')) throw missing(field, 'a component of type BODY');
  return result;
}

/** What of a component is written otherwise than it was given. */
function partOf(type: string, path: string, component: JsonObject, place: Place): JsonObject {
  switch (type) {
    case 'HEADER':
      return newHeader(path, component, place);
    case 'BODY':
      checkBody(path, component, place);
      return {};
    case 'FOOTER':
      checkFooter(path, component, place);
      return {};
    case 'BUTTONS':
      return { buttons: newButtons(`${path}.buttons`, component['buttons']) };
    case 'LIMITED_TIME_OFFER': {
      const offer = requireObject(`${path}.limited_time_offer`, component['limited_time_offer']);
      requireText(`${path}.limited_time_offer.text`, offer['text'], OFFER_LIMIT);
      return {};
    }
    case 'CAROUSEL':
      return { cards: newCards(`${path}.cards`, component['cards'], place) };
    default:
      return {};
  }
}

function newCards(field: string, cards: Json | undefined, place: Place): Json[] {
  return requireList(field, cards, { most: MOST_CARDS, what: 'cards' }).map((one, at) => {
    const card = requireObject(`${field}[${at}]`, one);
    const inside: Place = { ...place, bodyLimit: CARD_BODY_LIMIT, isCard: true };
    return { ...card, components: checked(`${field}[${at}].components`, card['components'], inside) };
  });
}

function newHeader(path: string, header: JsonObject, place: Place): JsonObject {
  const format = requireText(`${path}.format`, header['format'], 64).toUpperCase();
  const example = objectsIn([header['example'] ?? null])[0];
  if (format === 'TEXT') {
    const text = requireText(`${path}.text`, header['text'], HEADER_LIMIT);
    const names = namesIn(`${path}.text`, text, place);
    if (names.length > 1) {
      throw invalidInput(`${path}.text`, `A header has at most 1 variable; this has ${names.length}.`, 'Use one.');
    }
    checkExamples(path, 'header_text', names, place, countOf(example?.['header_text']), example);
  } else if (MEDIA.includes(format) && countOf(example?.['header_handle']) !== 1) {
    const what = 'the handle of a sample file, from an upload to Meta';
    throw missing(`${path}.example.header_handle`, `a list of one: ${what}`);
  }
  return { format };
}

function checkBody(path: string, body: JsonObject, place: Place): void {
  const field = `${path}.text`;
  // Meta writes the words of authentication templates itself.
  if (place.category === 'AUTHENTICATION' && body['text'] === undefined) return;
  const text = requireText(field, body['text'], place.bodyLimit);
  const names = namesIn(field, text, place);
  if (/^\s*\{\{|\}\}\s*$/.test(text)) {
    const message = 'A variable stands at the very beginning or end of the text.';
    throw invalidInput(field, message, 'Put words before and after it.');
  }
  const example = objectsIn([body['example'] ?? null])[0];
  const [first] = listOf(example?.['body_text']);
  // One row of examples, given as a row or as a list of rows.
  const given = Array.isArray(first) ? first.length : countOf(example?.['body_text']);
  checkExamples(path, 'body_text', names, place, given, example);
}

function checkFooter(path: string, footer: JsonObject, { category }: Place): void {
  const field = `${path}.text`;
  if (category === 'AUTHENTICATION') {
    checkOptionalText(field, footer['text'], FOOTER_LIMIT);
    return;
  }
  const text = requireText(field, footer['text'], FOOTER_LIMIT);
  if (text.includes('{{')) throw invalidInput(field, 'A footer takes no variables.', 'Write plain words.');
}

/** The variables of a text, each once. INVALID_INPUT when they are not written as the format wants them. */
function namesIn(field: string, text: string, { parameterFormat }: Place): readonly string[] {
  const placeholders = placeholdersOf(text, parameterFormat);
  if (placeholders !== null) return placeholders.names;
  throw parameterFormat === 'NAMED'
    ? invalidInput(field, 'The variables of this text are not all names.', 'Write them as {{customer_name}}.')
    : invalidInput(field, 'The variables of this text are not numbered from 1 without a gap.', 'Write {{1}}, {{2}} …');
}

/** Meta reviews a template with an example for each variable. */
function checkExamples(
  path: string,
  member: 'header_text' | 'body_text',
  names: readonly string[],
  { parameterFormat }: Place,
  given: number,
  example: JsonObject | undefined,
): void {
  if (names.length === 0) return;
  if (parameterFormat === 'NAMED') {
    const named = objectsIn(example?.[`${member}_named_params`]);
    const lacking = names.find((name) => !named.some((one) => one['param_name'] === name && stringOf(one['example'])));
    if (lacking === undefined) return;
    throw missing(
      `${path}.example.${member}_named_params`,
      `an example for ${lacking}, as { "param_name": "${lacking}", "example": "…" }`,
    );
  }
  if (given === names.length) return;
  const message = `There are ${names.length} variables and ${given} examples.`;
  throw invalidInput(`${path}.example.${member}`, message, 'Give one example for each variable, in order.');
}

function countOf(value: Json | undefined): number {
  return listOf(value).length;
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
