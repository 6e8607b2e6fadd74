import { stringify } from 'csv-stringify/sync';

/** What a spreadsheet may take for a formula, also behind blanks and characters that are not seen. */
const HIDDEN_FORMULA = /^[\s\p{Cf}]+[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

type Cell = string | number | boolean | null;

/** The cells of a row by the names of their columns, which come in the order of the first one. */
export interface CsvTable<Row> {
  readonly columns: Readonly<Record<string, (row: Row) => Cell>>;
}

/**
 * Text of a CSV file, part by part: RFC 4180 in UTF-8 with a byte order mark, by which Excel knows the encoding. A cell
 * that a spreadsheet would take for a formula begins with an apostrophe. So do phone numbers with their `+`: that keeps
 * them text, with every digit, in every spreadsheet, which `="+964…"` (a formula) would do in some only.
 */
export function csvOf<Row>({ columns }: CsvTable<Row>) {
  const cells = Object.values(columns);
  const text = (rows: Cell[][]) =>
    stringify(rows, {
      record_delimiter: 'windows',
      // Of itself it leaves a lone line feed or return bare, where a reader takes either for the end of the row.
      quote_record_delimiter: true,
      escape_formulas: true,
      cast: {
        string: (value) => (HIDDEN_FORMULA.test(value) ? `'${value}` : value),
        boolean: (value) => `${value}`,
      },
    });
  return {
    head: () => `\ufeff${text([Object.keys(columns)])}`,
    rows: (rows: readonly Row[]) => text(rows.map((row) => cells.map((cell) => cell(row)))),
  };
}

/** JSON lines: one value on each. */
export function jsonLines(values: readonly object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}
