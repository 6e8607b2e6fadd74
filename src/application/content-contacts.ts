import { invalidInput } from '../domain/errors.ts';
import type { Json, JsonObject } from '../domain/json.ts';
import { refuseCredentials } from './content-credentials.ts';
import { checkOptionalText, requireList, requireObject, requireText, wrongKind } from './content-fields.ts';

/** Meta's limit on contact cards in one message. (Cloud API, contacts messages.) */
const CARD_LIMIT = 257;
/** Bounds of ours: Meta names none for a card's texts, in characters, nor for its lists. */
const TEXT_LIMIT = 1_024;
const ENTRY_LIMIT = 100;

/** One of these must stand beside `formatted_name`, or Meta refuses the card. */
const NAME_PARTS = ['first_name', 'last_name', 'middle_name', 'prefix', 'suffix'] as const;

/** A card's lists, with the texts that an entry of each may have. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  phones: ['phone', 'type', 'wa_id'],
  emails: ['email', 'type'],
  urls: ['url', 'type'],
  addresses: ['street', 'city', 'state', 'zip', 'country', 'country_code', 'type'],
};

/** Checks contact cards in Meta's shape. INVALID_INPUT names the field, such as `contacts[0].name.formatted_name`. */
export function checkContacts(contacts: readonly JsonObject[]): void {
  const cards = requireList('contacts', contacts, { most: CARD_LIMIT, what: 'contact cards' });
  for (const [index, card] of cards.entries()) {
    checkCard(`contacts[${index}]`, requireObject(`contacts[${index}]`, card));
    refuseCredentials(`contacts[${index}]`, card);
  }
}

function checkCard(at: string, card: JsonObject): void {
  checkName(`${at}.name`, requireObject(`${at}.name`, card['name']));
  for (const [list, texts] of Object.entries(LISTS)) checkEntries(`${at}.${list}`, card[list], texts);
  if (card['org'] !== undefined && card['org'] !== null) {
    checkTexts(`${at}.org`, requireObject(`${at}.org`, card['org']), ['company', 'department', 'title']);
  }
  checkBirthday(`${at}.birthday`, card['birthday']);
}

function checkName(at: string, name: JsonObject): void {
  requireText(`${at}.formatted_name`, name['formatted_name'], TEXT_LIMIT);
  checkTexts(at, name, NAME_PARTS);
  const parts = NAME_PARTS.filter((part) => {
    const text = name[part];
    return typeof text === 'string' && text.trim() !== '';
  });
  if (parts.length > 0) return;
  throw invalidInput(
    at,
    'WhatsApp needs at least 1 part of a name beside the formatted one; this has 0.',
    'Add a first name, last name, middle name, prefix or suffix.',
  );
}

function checkEntries(at: string, value: Json | undefined, texts: readonly string[]): void {
  if (value === undefined || value === null) return;
  const entries = requireList(at, value, { least: 0, most: ENTRY_LIMIT, what: 'entries' });
  for (const [index, entry] of entries.entries()) {
    checkTexts(`${at}[${index}]`, requireObject(`${at}[${index}]`, entry), texts);
  }
}

function checkTexts(at: string, object: JsonObject, names: readonly string[]): void {
  for (const name of names) checkOptionalText(`${at}.${name}`, object[name], TEXT_LIMIT);
}

/** YYYY-MM-DD, a day that exists. */
function checkBirthday(field: string, value: Json | undefined): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string') throw wrongKind(field, 'a date as text', value);
  const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  // Some engines roll the 31st of February over into March.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(value)) return;
  throw invalidInput(field, 'A birthday is a day that exists, as YYYY-MM-DD.', 'Write it such as 1990-12-31.');
}
