/** What every search says of itself. */
export const SPELLING =
  'Part of a word is enough; of one or two characters it is the whole word or its beginning. Case, accents, harakat, ' +
  'tatweel and punctuation do not count, nor do أ إ آ from ا, ى from ي, ة from ه, or Arabic digits from 0–9. A phone may ' +
  'be written in groups, with +, 00 or 0 before it. At most 200 characters (INVALID_INPUT); of very many people with ' +
  'the words, the 500 who appeared last are found.';
