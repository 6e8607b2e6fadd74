import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/min';

export type { CountryCode };

/** Whom a text names, and what is wrong with it. `invalid` may be tried all the same: plans of numbers grow. */
export type Addressee =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'wrong'; readonly why: 'username' | 'notNumber' }
  | { readonly kind: 'wrong'; readonly why: 'short' | 'long'; readonly country: CountryCode }
  | { readonly kind: 'user'; readonly userId: string }
  | {
      readonly kind: 'phone';
      readonly e164: string;
      /** As it is read: `+964 770 000 0000`. */
      readonly shown: string;
      readonly country: CountryCode;
      /** Whether the country has such a number. */
      readonly valid: boolean;
    };

/**
 * Reads a number in whatever spelling it was typed or pasted: with +, with 00, in the form of its own country, with the
 * country's code but no sign, in Arabic or Persian digits, with any brackets and marks between them. `country` is the one
 * that was chosen; a number that names another is that one's.
 */
export function addresseeOf(text: string, country: CountryCode): Addressee {
  const plain = withLatinDigits(text).trim();
  if (plain === '') return { kind: 'nobody' };
  // Meta's ids of people who hide their number: a country, a dot, digits.
  if (/^[A-Z]{2}\.[A-Za-z0-9._-]{4,128}$/.test(plain)) return { kind: 'user', userId: plain };
  if (plain.startsWith('@')) return { kind: 'wrong', why: 'username' };
  if (/\p{L}/u.test(plain)) return { kind: 'wrong', why: 'notNumber' };
  const dialled = plain.replace(/[^\d+]/g, '').replace(/^00/, '+');
  if (dialled.replace('+', '') === '') return { kind: 'wrong', why: 'notNumber' };
  const found = readings(dialled, country);
  const best = found.find((one) => one.isValid()) ?? found.find((one) => one.isPossible());
  if (best === undefined) {
    const length = validatePhoneNumberLength(dialled, country);
    return { kind: 'wrong', why: length === 'TOO_LONG' ? 'long' : 'short', country };
  }
  return {
    kind: 'phone',
    e164: best.number,
    shown: best.formatInternational(),
    country: best.country ?? country,
    valid: best.isValid(),
  };
}

/** In the order of what is meant: as it stands, else as an international number without its sign. */
function readings(dialled: string, country: CountryCode) {
  const numbers = [parsePhoneNumberFromString(dialled, country)];
  if (!dialled.startsWith('+')) numbers.push(parsePhoneNumberFromString(`+${dialled}`));
  return numbers.filter((one) => one !== undefined);
}

function withLatinDigits(text: string): string {
  return text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

export interface Country {
  readonly code: CountryCode;
  readonly name: string;
  /** `+964` */
  readonly calling: string;
  /** What it is found by, in both languages. */
  readonly words: string;
}

export const HOME: CountryCode = 'IQ';

/** The countries by their names in a language, Iraq before all. */
export function countriesIn(language: 'en' | 'ar'): Country[] {
  const names = { en: namesIn('en'), ar: namesIn('ar') };
  const countries = getCountries().map((code): Country => {
    const calling = `+${getCountryCallingCode(code)}`;
    return {
      code,
      calling,
      name: names[language](code),
      words: `${names.en(code)} ${names.ar(code)} ${code} ${calling}`,
    };
  });
  const order = new Intl.Collator(language);
  return countries.sort((a, b) => Number(b.code === HOME) - Number(a.code === HOME) || order.compare(a.name, b.name));
}

function namesIn(language: string): (code: CountryCode) => string {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return (code) => names.of(code) ?? code;
}
