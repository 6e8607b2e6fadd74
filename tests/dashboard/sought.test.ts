import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromFirstFind, piecesOf } from '../../client/dashboard/parts/records/sought.ts';

const found = (text: string, search: string) =>
  piecesOf(text, search).flatMap((piece) => (piece.found ? [piece.text] : []));

it('marks every word of a search, whatever case, marks and spelling it has', () => {
  expect(found('Where is my ORDER? Orders are late', 'order late')).toEqual(['ORDER', 'Order', 'late']);
  expect(found('أهلاً، أينَ طلبيّة ١٢٣؟', 'اهلا طلبيه 123')).toEqual(['أهلاً', 'طلبيّة', '١٢٣']);
  expect(found('Café ﬁne', 'cafe fine')).toEqual(['Café', 'ﬁne']);
});

it('marks a word of one or two letters only where a word begins with it, as it is searched', () => {
  expect(found('or order for', 'or')).toEqual(['or', 'or']);
});

it('shows a long text from a little before what was found', () => {
  const long = `${'so many words '.repeat(30)}and the needle at last`;
  expect(fromFirstFind(long, 'needle')).toMatch(/^….{0,40}needle at last$/);
  expect(fromFirstFind('a needle', 'needle')).toBe('a needle');
  expect(fromFirstFind(long, 'nothing')).toBe(long);
});

it('loses and adds nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', maxLength: 4 }), (text, search) => {
      expect(
        piecesOf(text, search)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
