import type { JsonObject } from '../domain/json.ts';
import { type Placeholders, stringOf, upper } from './template-definition.ts';
import type { Misfit } from './template-given.ts';

/** Kinds that stand for text; the last two are old and still taken. */
const TEXTS = ['TEXT', 'CURRENCY', 'DATE_TIME'];
const NOT_TEXTS = ['IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION', 'PAYLOAD'];

/** Where a text stands: `at` goes before its own place, for the cards of a carousel. */
interface Place {
  readonly at: string;
  readonly part: 'header' | 'body';
}

/** What of a text's parameters does not fit its placeholders. */
export function* textMisfits(
  { named, names }: Placeholders,
  parameters: readonly JsonObject[],
  place: Place,
): Generator<Misfit> {
  const kinds = parameters.map(({ type }) => upper(type));
  if (kinds.some((kind) => !TEXTS.includes(kind) && !NOT_TEXTS.includes(kind))) return;
  yield* named && place.part === 'body'
    ? namedMisfits(names, parameters, place)
    : positionalMisfits(names, parameters, place);
  for (const [index, parameter] of parameters.entries()) {
    const path = pathOf(place, (named && stringOf(parameter['parameter_name'])) || index);
    const kind = kinds[index] ?? '';
    if (!TEXTS.includes(kind)) {
      const message = `The template's ${place.part} takes text here; ${kind.toLowerCase()} was given.`;
      yield { parameter: path, message, action: `Give \`${path}\` as text.` };
    }
    if (kind === 'TEXT' && (stringOf(parameter['text']) ?? '') === '') {
      yield { parameter: path, message: `The parameter \`${path}\` is empty.`, action: 'Give it a text.' };
    }
  }
}

function* namedMisfits(names: readonly string[], parameters: readonly JsonObject[], place: Place): Generator<Misfit> {
  const wanted = names.length === 0 ? 'no parameters' : names.join(', ');
  const given = parameters.map((parameter) => stringOf(parameter['parameter_name']));
  for (const name of names) {
    if (given.includes(name)) continue;
    const nameless = given.some((one) => one === null) ? ' Parameters without names were given.' : '';
    yield {
      parameter: pathOf(place, name),
      message: `The template's ${place.part} takes ${wanted}; \`${name}\` is missing.${nameless}`,
      action: `Give each parameter of the ${place.part} under its name.`,
    };
  }
  for (const [index, name] of given.entries()) {
    if (name !== null && names.includes(name) && given.indexOf(name) === index) continue;
    const path = pathOf(place, name ?? index);
    const again = name !== null && names.includes(name) ? 'was given twice' : 'is too much';
    const message = `The template's ${place.part} takes ${wanted}; \`${path}\` ${again}.`;
    yield { parameter: path, message, action: `Leave \`${path}\` out.` };
  }
}

function* positionalMisfits(
  names: readonly string[],
  parameters: readonly JsonObject[],
  place: Place,
): Generator<Misfit> {
  const expected = names.length;
  for (const [index, parameter] of parameters.entries()) {
    const name = stringOf(parameter['parameter_name']);
    if (place.part === 'header' || name === null || name === String(index + 1)) continue;
    const message = `The template's parameters have no names, but \`${name}\` was given.`;
    yield { parameter: pathOf(place, name), message, action: `Give the ${place.part} as a list, in order.` };
  }
  if (parameters.length === expected) return;
  const missing = parameters.length < expected;
  const path = pathOf(place, Math.min(parameters.length, expected));
  const count = expected === 1 ? '1 parameter' : `${expected} parameters`;
  const message = `The template's ${place.part} takes ${count}; ${parameters.length} given.`;
  yield { parameter: path, message, action: missing ? `Add \`${path}\`.` : `Leave \`${path}\` out.` };
}

/** A header has at most one text. */
function pathOf({ at, part }: Place, key: string | number): string {
  if (part === 'header') return `${at}header.text`;
  return typeof key === 'number' ? `${at}${part}[${key}]` : `${at}${part}.${key}`;
}
