import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Address } from '../domain/contact.ts';
import { type GatewayError, invalidInput } from '../domain/errors.ts';

/** The country whose national numbers a hint is given for: Dijla Tech's home. */
const HOME_COUNTRY = 'IQ';
const INVISIBLE = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const USER_ID = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/;

/**
 * A phone number as people write it → E.164 with `+`. Takes `+`, `00` or bare digits; spaces, dashes, dots, brackets,
 * invisible direction marks, Arabic-Indic and Persian digits. Only the length is judged: Meta decides the rest.
 * INVALID_INPUT names `field`; a national form is answered with the international one it probably means.
 */
export function parsePhone(input: string, field: string): string {
  const text = westernDigits(input)
    .replace(INVISIBLE, '')
    .replace(/[\s().\-–/]/g, '')
    .slice(0, 64);
  const digits = /^(?:\+|00)?(\d+)$/.exec(text)?.[1];
  if (digits === undefined) {
    if (USER_ID.test(input)) {
      throw invalidInput(
        field,
        'This is a user id, not a phone number.',
        `Say so: { "userId": "${input}" } instead of the id alone.`,
      );
    }
    if (/\p{L}/u.test(text)) throw noAddress(input, field);
    throw invalidInput(
      field,
      `"${input.slice(0, 64)}" is not a phone number.`,
      'Write it in international form, digits only, such as +9647700000000.',
    );
  }
  const international = text.startsWith('+') || text.startsWith('00');
  if (!international && digits.startsWith('0')) {
    const meant = parsePhoneNumberFromString(digits, HOME_COUNTRY);
    const shown = meant?.isPossible() ? meant.number : `+964${digits.slice(1)}`;
    throw invalidInput(
      field,
      `"${input.slice(0, 64)}" is a national number; the country is missing.`,
      `Write it in international form: ${shown} if it is an Iraqi number.`,
    );
  }
  const parsed = parsePhoneNumberFromString(`+${digits}`);
  // A country code that the library does not know yet is let through on the length that E.164 allows.
  const possible = parsed === undefined ? digits.length >= 8 && digits.length <= 15 : parsed.isPossible();
  if (!possible || digits.length > 15) {
    throw invalidInput(
      field,
      `"${input.slice(0, 64)}" has not the length of a phone number.`,
      'Check the digits; the country code comes first, such as +9647700000000.',
    );
  }
  return `+${digits}`;
}

/** A business-scoped user id as Meta writes it. INVALID_INPUT names `field`. */
export function parseUserId(input: string, field: string): Address {
  if (USER_ID.test(input)) return { userId: input };
  throw invalidInput(
    field,
    `"${input.slice(0, 64)}" is not a business-scoped user id.`,
    'Give the `userId` of the contact as an inbound message showed it, such as IQ.1349120865530274.',
  );
}

/** Usernames change hands as people like, so nothing is ever sent to one. */
function noAddress(input: string, field: string): GatewayError {
  return invalidInput(
    field,
    `"${input.slice(0, 64)}" is no phone number; if it is a username, nothing can be sent to it.`,
    'Give the phone in international form, such as +9647700000000, or the `userId` of the contact; a search of your conversations finds both by username.',
  );
}

function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
