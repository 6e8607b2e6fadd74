import { type GatewayError, invalidInput } from '../domain/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../domain/json.ts';

/**
 * The checks that every kind of content shares. Fields are named by Meta's own path (`interactive.body.text`), which the
 * transports turn into their callers' words; each refusal is INVALID_INPUT with the limit and the size given.
 */

/** Longest address of a file or web page that is passed on, in characters; Meta names no limit of its own. */
const LINK_LIMIT = 2_048;

/** What a payload judged by Meta alone may weigh, in bytes of UTF-8, and how deep it may nest: bounds of ours. */
const PAYLOAD_BYTES = 65_536;
const PAYLOAD_LEVELS = 32;

/** Characters as WhatsApp counts them here: code points, so that most emoji are one. */
function charactersOf(text: string): number {
  return [...text].length;
}

export function checkLength(field: string, text: string, limit: number): void {
  // Never more code points than UTF-16 units, so that most texts are not taken apart.
  if (text.length <= limit) return;
  const length = charactersOf(text);
  if (length <= limit) return;
  throw invalidInput(field, `WhatsApp allows ${limit} characters here; this has ${length}.`, 'Shorten it.');
}

/** A text that must say something, of at most `limit` characters. */
export function requireText(field: string, value: Json | undefined, limit: number): string {
  if (value === undefined || value === null) throw missing(field, `a text of 1 to ${limit} characters`);
  if (typeof value !== 'string') throw wrongKind(field, 'a text', value);
  if (value.trim() === '') {
    throw invalidInput(field, `This is empty; it has 1 to ${limit} characters.`, 'Write something here.');
  }
  checkLength(field, value, limit);
  return value;
}

/** Nothing, or a text of at most `limit` characters. */
export function checkOptionalText(field: string, value: Json | undefined, limit: number): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string') throw wrongKind(field, 'a text', value);
  checkLength(field, value, limit);
}

export function requireObject(field: string, value: Json | undefined): JsonObject {
  if (value === undefined || value === null) throw missing(field, 'an object');
  if (!isJsonObject(value)) throw wrongKind(field, 'an object', value);
  return value;
}

/** A list of `least` to `most` members; `what` names them. */
export function requireList(
  field: string,
  value: Json | undefined,
  { least = 1, most, what }: { readonly least?: number; readonly most: number; readonly what: string },
): readonly Json[] {
  if (value === undefined || value === null) throw missing(field, `a list of ${least} to ${most} ${what}`);
  if (!isList(value)) throw wrongKind(field, 'a list', value);
  if (value.length >= least && value.length <= most) return value;
  const action = value.length < least ? `Give at least ${least}.` : `Leave out ${value.length - most}.`;
  throw invalidInput(field, `WhatsApp takes ${least} to ${most} ${what} here; this has ${value.length}.`, action);
}

/** Refuses the second of two equal texts. */
export function checkDistinct(texts: readonly { readonly field: string; readonly text: string }[]): void {
  const seen = new Set<string>();
  for (const { field, text } of texts) {
    if (seen.has(text)) {
      const quoted = text.slice(0, 32);
      throw invalidInput(field, `"${quoted}" stands here for the second time; each is used once.`, 'Make it differ.');
    }
    seen.add(text);
  }
}

/** An http(s) address of at most 2048 characters, which Meta or the person's phone opens. The gateway never does. */
export function requireWebAddress(field: string, value: Json | undefined): void {
  const address = requireText(field, value, LINK_LIMIT);
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return;
  throw invalidInput(field, 'This is no http(s) address.', 'Give a public https address.');
}

/** Bounds what is handed to Meta unjudged: 65,536 bytes of UTF-8, 32 levels. */
export function checkPayload(field: string, value: JsonObject): void {
  // Level by level: the walk itself must not exhaust the stack.
  let level: readonly Json[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > PAYLOAD_LEVELS) {
      const message = `This is nested deeper than ${PAYLOAD_LEVELS} levels.`;
      throw invalidInput(field, message, 'Send a flatter object.');
    }
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values<Json>(one) : []));
  }
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
  if (bytes <= PAYLOAD_BYTES) return;
  throw invalidInput(field, `At most ${PAYLOAD_BYTES} bytes of JSON go here; this has ${bytes}.`, 'Shorten it.');
}

/** Always the same word. */
export function requireWord(field: string, value: Json | undefined, word: string): void {
  if (value === word) return;
  if (value === undefined || value === null) throw missing(field, `"${word}"`);
  if (typeof value !== 'string') throw wrongKind(field, `"${word}"`, value);
  throw invalidInput(field, `This is always "${word}"; "${value.slice(0, 64)}" was given.`, `Write "${word}".`);
}

/** Nothing, or one of these words. */
export function checkOptionalWord(field: string, value: Json | undefined, words: readonly string[]): void {
  if (value === undefined || value === null || words.some((word) => word === value)) return;
  const given = typeof value === 'string' ? `"${value.slice(0, 64)}"` : `a value of type ${typeof value}`;
  throw invalidInput(field, `This is one of ${words.join(', ')}; ${given} was given.`, 'Change it or leave it out.');
}

export function missing(field: string, wanted: string): GatewayError {
  return invalidInput(field, `This is missing: ${wanted}.`, 'Add it.');
}

export function wrongKind(field: string, wanted: string, value: Json): GatewayError {
  const given = isList(value) ? 'a list' : value === null ? 'null' : `a value of type ${typeof value}`;
  return invalidInput(field, `This is ${wanted}; ${given} was given.`, `Give ${wanted}.`);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
