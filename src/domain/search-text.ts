/*
 * How texts are compared in a search. What is stored and what is asked for are folded alike, so that a word is found
 * however it was typed. Folding only ever loses differences: what is equal stays equal.
 */

/** UTF-16 units of a text that a search sees; WhatsApp's own longest text is 4,096 characters. */
export const SEARCHED_LENGTH = 10_000;

/**
 * Letters that people type for one another and that no normalization joins. Hamza on a seat needs no entry: it comes
 * apart into seat and mark, and the mark goes. So أإآ become ا, and ؤ and ئ become و and ي, which is what is typed for
 * them in haste.
 */
const LETTERS: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ة: 'ه',
  ە: 'ه',
  ھ: 'ه',
  ہ: 'ه',
  ک: 'ك',
  ı: 'i',
  ß: 'ss',
  ς: 'σ',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');
const DIGIT = /[٠-٩۰-۹]/gu;
const ARABIC_ZERO = 0x660;
const PERSIAN_ZERO = 0x6f0;

/** Harakat, accents and the like; the vowel signs of other scripts are letters to those who write them. */
const MARK = /[[\p{Mn}\p{Me}]&&[\p{sc=Inherited}\p{sc=Arabic}\p{sc=Hebrew}]]/gv;
/** Tatweel, and what cannot be seen: direction marks, joiners, soft hyphens. */
const INVISIBLE = /[\u0640\p{Cf}]/gu;
/** What stands between words. A lone surrogate and what was stored in its place are here too. */
const GAP = /[\p{P}\p{Z}\p{Cc}\p{Cs}\p{Sm}\p{Sc}\p{Sk}\ufffd\s]+/gu;
/** Pictures are words of their own, however they are strung together. */
const PICTURE = /\p{So}/gu;
const PLAIN = /^[a-z0-9 ]*$/;

/** The words of a text, folded, with one space between them. Never fails; folding twice changes nothing. */
export function foldText(text: string): string {
  const given = text.slice(0, SEARCHED_LENGTH);
  const folded = PLAIN.test(given) ? given : foldLetters(given);
  return folded.replace(GAP, ' ').trim();
}

function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARK, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARK, '')
    .replace(INVISIBLE, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(DIGIT, foldDigit)
    .replace(PICTURE, ' $& ');
}

function foldDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String(code - (code >= PERSIAN_ZERO ? PERSIAN_ZERO : ARABIC_ZERO));
}

/** What is asked for: every needle of a list must be found, in one of the lists. */
export interface Search {
  /** For a message's text. */
  readonly text: readonly string[];
  /** For a contact's name, phone and username. */
  readonly contact: readonly (readonly string[])[];
}

/** The search that a person typed; null when there is no word in it, and so nothing to be found. */
export function searchOf(query: string): Search | null {
  const words = [...new Set(foldText(query).split(' '))].filter((word) => word !== '');
  if (words.length === 0) return null;
  const text = words.map(needle);
  const digits = national(foldText(query).replaceAll(' ', ''));
  if (!/^\d{3,}$/.test(digits)) return { text, contact: [words.map((word) => needle(national(word)))] };
  // A phone, however it is cut into groups; or a name that is a number.
  return { text, contact: words.length === 1 ? [[digits], text] : [[digits]] };
}

/** Padded for comparing, so that the space before and after a word is part of it. */
export function padded(folded: string): string {
  return ` ${folded} `;
}

/** True when the text has all the needles. `text` is folded and padded. */
export function hasAll(text: string, needles: readonly string[]): boolean {
  return needles.every((part) => text.includes(part));
}

/** Any part of a word; of one or two characters, which would be found in everything, the whole word or its beginning. */
function needle(word: string): string {
  const { length } = [...word];
  if (length >= 3) return word;
  return length === 2 ? ` ${word}` : ` ${word} `;
}

/** A phone without what is dialled before it (`00`, or the `0` of a national form); other words as they are. */
function national(word: string): string {
  return word.replace(/^00?(?=[1-9]\d{2,}$)/, '');
}
