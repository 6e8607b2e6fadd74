import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldText, hasAll, padded, SEARCHED_LENGTH, type Search, searchOf } from '../../src/domain/search-text.ts';

const strange = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'أإآاىيةهؤئـًَّٰ٠٩۵ İıßẞΣςÅøæ🙂👍🏽\u200d\u200f\0\ud800\udc00﷽ﷺﻻ가') }),
);

function search(query: string): Search {
  const found = searchOf(query);
  if (found === null) throw new Error(`no word in ${query}`);
  return found;
}
const inText = (text: string, query: string) => hasAll(padded(foldText(text)), search(query).text);
const inContact = (contact: string, query: string) =>
  search(query).contact.some((needles) => hasAll(padded(foldText(contact)), needles));

it.each([
  ['أإآٱا', 'ااااا'],
  ['مَدْرَسَةٌ', 'مدرسه'],
  ['مســـتشفى', 'مستشفي'],
  ['مسؤول شيء رئيس', 'مسوول شيء رييس'],
  ['هٰذا', 'هذا'],
  ['کتابی', 'كتابي'],
  ['ﻻ ﷲ', 'لا الله'],
  ['٠١٢ ۷۸۹', '012 789'],
  ['Crème BRÛLÉE Straße', 'creme brulee strasse'],
  ['İstanbul ILIK ılık', 'istanbul ilik ilik'],
  ['ΣΟΦΟΣ σοφος', 'σοφοσ σοφοσ'],
  ['smørrebrød Łódź', 'smorrebrod lodz'],
  ['a\u200fb\u00adc\u200d', 'abc'],
  ['100%, (ok)…\n\t"x_y"', '100 ok x y'],
  ['go👍🏽👍', 'go 👍 👍'],
  ['a\0b\ud800c\ufffdd', 'a b c d'],
  ['हिन्दी', 'हिन्दी'],
  [' ؟ ! ', ''],
])('folds %j to %j', (text, folded) => {
  expect(foldText(text)).toBe(folded.normalize('NFKD'));
});

it('folds anything, and folding again changes nothing', () => {
  fc.assert(
    fc.property(strange, (text) => {
      const once = foldText(text);
      expect(foldText(once)).toBe(once);
      expect(once.isWellFormed()).toBe(true);
      expect(foldText(text.toLowerCase())).toBe(once);
      expect(foldText(text.toUpperCase().toLowerCase()).length).toBeLessThanOrEqual(SEARCHED_LENGTH * 18);
    }),
  );
});

it('finds any part of three characters of a text, and all its words together', () => {
  fc.assert(
    fc.property(strange, fc.nat(), (text, at) => {
      const folded = foldText(text);
      const words = folded.split(' ').filter((word) => word !== '');
      if (words.length === 0) {
        expect(searchOf(text)).toBeNull();
        return;
      }
      expect(inText(text, text)).toBe(true);
      expect(inText(text, words.toReversed().join(' '))).toBe(true);
      const characters = [...(words[at % words.length] ?? '')];
      const part = characters.slice(at % characters.length).slice(0, 3);
      if (part.length === 3) expect(inText(text, part.join(''))).toBe(true);
    }),
  );
});

it('sees only so much of a text', () => {
  const long = `${'a '.repeat(SEARCHED_LENGTH / 2)}beyond`;
  expect(inText(long, 'a')).toBe(true);
  expect(inText(long, 'beyond')).toBe(false);
});

it('finds parts of words, but words of two characters at their beginning and of one as a whole', () => {
  expect(inText('وقرأت الكتاب', 'كتاب')).toBe(true);
  expect(inText('وقرأت الكتاب', 'كتاب قرا')).toBe(true);
  expect(inText('وقرأت الكتاب', 'كتاب مدرسة')).toBe(false);
  expect(inText('ok then', 'OK')).toBe(true);
  expect(inText('okay', 'ok')).toBe(true);
  expect(inText('look', 'ok')).toBe(false);
  expect(inText('plan b', 'B')).toBe(true);
  expect(inText('plan big', 'b')).toBe(false);
});

it.each([
  ['0770 123 4567'],
  ['+964 770'],
  ['00964770'],
  ['٠٧٧٠ ١٢٣'],
  ['۰۷۷۰'],
  ['964-770'],
  ['(0770) 1234567'],
  ['‪+9647701234567‬'],
  ['3 45'],
  ['علي 0770'],
  ['7701 ali_k'],
])('finds +9647701234567 by %s', (query) => {
  expect(inContact('علي Ali\n+9647701234567\nali_k', query)).toBe(true);
  expect(inContact('علي Ali\n+9641\nali_k', query)).toBe(false);
});

it('takes the groups of a phone together, and a number for a name too', () => {
  expect(inContact('Zaid\n+9644567770123', '0770 123 4567')).toBe(false);
  expect(inContact('Agent 007\n+9641', '007')).toBe(true);
  expect(inContact('Agent 007\n+9641', '0071')).toBe(false);
});

it('finds no word where there is none', () => {
  expect(searchOf('')).toBeNull();
  expect(searchOf(' %؟\u200f\0')).toBeNull();
});
