import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvOf } from '../../src/transport/rest/csv.ts';

const ONE = csvOf<{ readonly value: string | number | boolean | null }>({ columns: { value: ({ value }) => value } });

it.each([
  ['=1+1', "'=1+1"],
  ['+9647700000000', "'+9647700000000"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', '"\'\rx"'],
  ['\n=HYPERLINK("http://x")', '"\'\n=HYPERLINK(""http://x"")"'],
  [' \u200e=1', "' \u200e=1"],
  ['＝1', "'＝1"],
  ['a=b', 'a=b'],
  ['قال "نعم"', '"قال ""نعم"""'],
  [-2, '-2'],
  [true, 'true'],
  [null, ''],
])('%j is written as %j', (value, written) => {
  expect(ONE.rows([{ value }])).toBe(`${written}\r\n`);
});

it('begins with a byte order mark and the names of the columns', () => {
  expect(ONE.head()).toBe('\ufeffvalue\r\n');
});

/** A reader of RFC 4180 as spreadsheets are. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
  let row: string[] = [];
  for (const [, cell = '', end] of text.matchAll(cells)) {
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

it('whatever people write stays in its cell, and no cell is a formula', () => {
  const table = csvOf<readonly string[]>({ columns: { a: (row) => row[0] ?? '', b: (row) => row[1] ?? '' } });
  const nasty = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ' ', "'", 'x', 'س'),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(nasty, nasty), { minLength: 1, maxLength: 5 }), (rows) => {
      const read = parse(table.rows(rows));
      expect(read.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(
        rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
      );
      for (const cell of read.flat()) expect(cell).not.toMatch(/^[\s\u200e]*[=+\-@]/);
    }),
  );
});
