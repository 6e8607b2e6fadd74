import type { Json, JsonObject } from '../domain/json.ts';
import type { Template } from '../domain/tenant.ts';
import { buttonMisfits } from './template-check-buttons.ts';
import { textMisfits } from './template-check-text.ts';
import { definitionOf, objectsIn, placeholdersOf, type TemplateDefinition, upper } from './template-definition.ts';
import { type GivenComponent, givenOf, indexOf, type Misfit, parametersFor } from './template-given.ts';

/** Meta: the longest code of an authentication template. */
const CODE_LIMIT = 15;
const MEDIA = ['IMAGE', 'VIDEO', 'DOCUMENT'];
const HEADER_KINDS = [...MEDIA, 'LOCATION', 'TEXT'];

/** Statuses in which Meta sends nothing, in words. Any other is Meta's to judge. */
const UNUSABLE: Readonly<Record<string, { readonly reason: string; readonly action: string }>> = {
  PENDING: {
    reason: "waits for Meta's approval",
    action: 'Wait until Meta has approved it, or send another template.',
  },
  REJECTED: { reason: 'was rejected by Meta', action: 'Edit it in WhatsApp Manager and have it reviewed again.' },
  PAUSED: {
    reason: 'is paused by Meta for its low quality',
    action: 'Wait until Meta ends the pause, or improve it in WhatsApp Manager; send another template until then.',
  },
  DISABLED: {
    reason: 'is disabled by Meta for its low quality or a breach of policy',
    action: 'Send another template; this one can only be appealed or replaced in WhatsApp Manager.',
  },
  DELETED: { reason: 'was deleted', action: 'Send another template.' },
};

/** Why a template cannot be sent by anybody now; null when it can, or when only Meta knows. */
export function unusable(template: Template): Misfit | null {
  const { name, language, status } = template;
  const known = Object.hasOwn(UNUSABLE, status.toUpperCase()) ? UNUSABLE[status.toUpperCase()] : undefined;
  if (known === undefined) return null;
  return {
    parameter: null,
    message: `The template "${name}" (${language}) ${known.reason}${why(template)}.`,
    action: known.action,
  };
}

/** What Meta gave as its reason, and when a pause ends. */
function why({ status, rejectedReason, statusDetails, pausedUntil }: Template): string {
  const words = [status.toUpperCase() === 'REJECTED' ? rejectedReason : null, statusDetails].filter(
    (one) => one != null,
  );
  const reason = [...new Set(words)].join(': ').replace(/[.\s]+$/, '');
  const until = pausedUntil == null ? '' : `, until about ${pausedUntil}`;
  return `${until}${reason === '' ? '' : ` (${reason})`}`;
}

/**
 * The first thing in a send's components, given in Meta's shape, that Meta would refuse for this template. Null when it
 * fits, and for whatever the definition or the send holds that is not known here: Meta then judges.
 */
export function misfitOf(template: Template, components: readonly Json[]): Misfit | null {
  const given = givenOf(components);
  const definition = definitionOf(template);
  for (const misfit of misfits(definition, given, '')) return misfit;
  return template.category.toUpperCase() === 'AUTHENTICATION' ? codeMisfit(definition, given) : null;
}

function* misfits(definition: TemplateDefinition, given: readonly GivenComponent[], at: string): Generator<Misfit> {
  yield* headerMisfits(definition, given, at);
  yield* bodyMisfits(definition, given, at);
  yield* buttonMisfits(definition, given, at);
  yield* offerMisfits(definition, given, at);
  yield* carouselMisfits(definition, given);
}

function* headerMisfits(
  { header, parameterFormat, understood }: TemplateDefinition,
  given: readonly GivenComponent[],
  at: string,
): Generator<Misfit> {
  const parameters = parametersFor(given, 'HEADER');
  if (parameters === null) return;
  const [first] = parameters;
  if (header === null) {
    if (first === undefined || !understood) return;
    const parameter = `${at}header.${upper(first['type']).toLowerCase()}`;
    yield { parameter, message: 'The template has no header.', action: `Leave out \`${at}header\`.` };
    return;
  }
  if (header.format === 'TEXT') {
    const placeholders = placeholdersOf(header.text, parameterFormat);
    if (placeholders !== null) yield* textMisfits(placeholders, parameters, { at, part: 'header' });
    return;
  }
  if (!HEADER_KINDS.includes(header.format)) return;
  const kind = header.format.toLowerCase();
  const parameter = `${at}header.${kind}`;
  const wrong = (message: string): Misfit => ({
    parameter,
    message,
    action: `Give \`${parameter}\`${kind === 'location' ? ' with latitude, longitude, name and address' : ' with a `link` or an `id`'}.`,
  });
  if (first === undefined) {
    yield wrong(`The template's header needs a parameter of kind ${kind}; none was given.`);
    return;
  }
  const type = upper(first['type']);
  if (type !== header.format) {
    if (HEADER_KINDS.includes(type)) {
      yield wrong(`The template's header is of kind ${kind}; ${type.toLowerCase()} was given.`);
    }
    return;
  }
  if (parameters.length > 1) yield wrong(`The template's header takes one parameter, not ${parameters.length}.`);
  if (!holds(first[kind], kind)) yield wrong(`The header's ${kind} is empty.`);
}

/** Whether a header's parameter says where the thing is. */
function holds(value: Json | undefined, kind: string): boolean {
  const [object] = objectsIn(value === undefined ? [] : [value]);
  if (object === undefined) return false;
  const some = (name: string) => object[name] !== undefined && object[name] !== null && object[name] !== '';
  return kind === 'location' ? some('latitude') && some('longitude') : some('id') || some('link');
}

function* bodyMisfits(
  { body, parameterFormat }: TemplateDefinition,
  given: readonly GivenComponent[],
  at: string,
): Generator<Misfit> {
  const parameters = parametersFor(given, 'BODY');
  const placeholders = body === null ? null : placeholdersOf(body, parameterFormat);
  if (parameters !== null && placeholders !== null) yield* textMisfits(placeholders, parameters, { at, part: 'body' });
}

function* offerMisfits(
  { offer, understood }: TemplateDefinition,
  given: readonly GivenComponent[],
  at: string,
): Generator<Misfit> {
  const parameter = `${at}limited_time_offer.expiration_time_ms`;
  const sent = given.some(({ type }) => type === 'LIMITED_TIME_OFFER');
  const parameters = parametersFor(given, 'LIMITED_TIME_OFFER');
  if (offer === null && sent && understood) {
    const action = 'Leave the component `limited_time_offer` out.';
    yield { parameter, message: 'The template has no limited-time offer.', action };
  }
  if (offer?.expires !== true || parameters === null) return;
  const [value] = objectsIn(parameters.slice(0, 1).map((one) => one['limited_time_offer'] ?? null));
  if (value?.['expiration_time_ms'] === undefined || value['expiration_time_ms'] === null) {
    const message = "The template's limited-time offer needs the time at which it ends; none was given.";
    const action = "Give Meta's `components` with `limited_time_offer.expiration_time_ms`, in epoch milliseconds.";
    yield { parameter, message, action };
  }
}

function* carouselMisfits({ cards, understood }: TemplateDefinition, given: readonly GivenComponent[]) {
  const carousel = given.find(({ type }) => type === 'CAROUSEL');
  if (cards === null) {
    if (carousel === undefined || !understood) return;
    const action = 'Leave the component `carousel` out.';
    yield { parameter: 'carousel', message: 'The template has no carousel.', action };
    return;
  }
  // Cards of products are made up by the send: their number is not the template's.
  if (cards.length === 0 || cards.some(({ header }) => header === null || !MEDIA.includes(header.format))) return;
  const action = `Give Meta's \`components\` with a \`carousel\` of ${cards.length} cards.`;
  if (carousel === undefined) {
    const message = `The template is a carousel of ${cards.length} cards; none was given.`;
    yield { parameter: 'carousel', message, action };
    return;
  }
  if (!Array.isArray(carousel.raw['cards'])) return;
  const sent = objectsIn(carousel.raw['cards']);
  if (sent.length !== cards.length) {
    const parameter = `carousel.cards[${Math.min(sent.length, cards.length)}]`;
    const message = `The template's carousel has ${cards.length} cards; ${sent.length} were given.`;
    yield { parameter, message, action };
    return;
  }
  yield* cardMisfits(cards, sent);
}

function* cardMisfits(cards: readonly TemplateDefinition[], sent: readonly JsonObject[]): Generator<Misfit> {
  for (const [at, one] of sent.entries()) {
    const index = indexOf(one['card_index']) ?? at;
    const card = cards[index];
    if (card === undefined || !Array.isArray(one['components'])) continue;
    yield* misfits(card, givenOf(one['components']), `carousel.cards[${index}].`);
  }
}

/** An authentication template says its code twice: in the body, and in the button that copies it. */
function codeMisfit({ buttons }: TemplateDefinition, given: readonly GivenComponent[]): Misfit | null {
  const code = parametersFor(given, 'BODY')?.[0]?.['text'];
  if (typeof code !== 'string') return null;
  const { length } = [...code];
  if (length > CODE_LIMIT) {
    const message = `A code has at most ${CODE_LIMIT} characters; this has ${length}.`;
    return { parameter: 'body[0]', message, action: 'Send a shorter code.' };
  }
  const at = buttons.findIndex(({ type }) => upper(type) === 'URL' || upper(type) === 'OTP');
  const copied = given.find(({ type, index }) => type === 'BUTTON' && index === at)?.parameters?.[0]?.['text'];
  if (at < 0 || typeof copied !== 'string' || copied === code) return null;
  const message = 'The code that the button copies is not the code in the text.';
  return { parameter: `buttons[${at}].url`, message, action: 'Give the same code in both places.' };
}
