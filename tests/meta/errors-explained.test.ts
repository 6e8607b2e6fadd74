import { expect, test } from 'vitest';
import { ERROR_ROWS } from '../../src/adapters/meta/error-table.ts';
import { metaError } from '../../src/adapters/meta/errors.ts';

const classOf = (code: number, more = {}, httpStatus = 0) => metaError({ code, ...more }, httpStatus)?.class;

test("an envelope is explained with Meta's title, details and trace", () => {
  const envelope = {
    error: {
      message: '(#131009) Parameter value is not valid',
      type: 'OAuthException',
      code: 131009,
      error_data: { messaging_product: 'whatsapp', details: 'to is not a phone number' },
      fbtrace_id: 'Abc',
    },
  };
  expect(metaError(envelope, 400)).toEqual({
    class: 'never',
    error: {
      code: 131009,
      title: 'Parameter value is not valid',
      details: 'to is not a phone number',
      fbtraceId: 'Abc',
      meaning: expect.stringMatching(/\w{4}/),
      action: expect.stringMatching(/\w{4}/),
      retryable: false,
    },
  });
});

test('missing and strange parts are tolerated', () => {
  expect(metaError({ code: '131047' })?.error).toMatchObject({ code: 131047, details: null, fbtraceId: null });
  expect(metaError({ code: 131047 })?.error.title).toBe('Re-engagement message');
  expect(metaError({ error: { code: 4, message: 7, error_data: 'x', title: {} } })?.error.code).toBe(4);
  for (const nothing of [null, undefined, 'x', 7, [], {}, { error: {} }, { error: 'x' }, { code: 1.5 }, { code: -1 }]) {
    expect(metaError(nothing)).toBeNull();
  }
});

test.each([
  ['later', [4, 613, 80007, 130429, 131056, 131057, 131208, 133004, 134101, 139102]],
  ['doubtful', [1, 2, 131000, 131016]],
  ['never', [0, 3, 10, 33, 100, 190, 200, 250, 299, 131026, 131047, 132001, 132012, 133010, 138010, 139003, 147002]],
  ['changed', [368, 131031, 131042, 131048, 131049, 131064, 132015, 133016, 138002, 138005, 2388039]],
])('codes are of the class %s where Meta says so', (expected, codes) => {
  expect(codes.map((code) => [code, classOf(code)])).toEqual(codes.map((code) => [code, expected]));
});

test('only what surely was not sent is retryable', () => {
  expect([4, 1, 131047, 131048].map((code) => metaError({ code })?.error.retryable)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('a code that is not known goes by its own word, then by the HTTP status', () => {
  expect(classOf(999_999, { is_transient: true }, 500)).toBe('later');
  expect(classOf(999_999, {}, 500)).toBe('doubtful');
  expect(classOf(999_999, {}, 400)).toBe('never');
  expect(classOf(999_999)).toBe('never');
  // What the table says about a known code is not overruled.
  expect(classOf(1, { is_transient: true }, 500)).toBe('doubtful');
});

test('the subcode of a bad parameter tells which', () => {
  const sub = (error_subcode: number) => metaError({ code: 100, error_subcode })?.error;
  expect(sub(2388299)).toMatchObject({ code: 100, meaning: expect.stringContaining('variable') });
  expect(sub(33)?.meaning).toContain('does not exist');
  expect(sub(2494055)?.meaning).toBe(metaError({ code: 100 })?.error.meaning);
});

test('every row is complete and no two rows claim one code', () => {
  const seen = new Set<number>();
  for (const [codes, , ...texts] of ERROR_ROWS) {
    for (const text of texts) expect(text.trim().length, JSON.stringify(codes)).toBeGreaterThan(3);
    for (const sentence of texts.slice(1)) expect(sentence, JSON.stringify(codes)).toMatch(/^[A-Z].*\.$/);
    if (typeof codes !== 'number') continue;
    expect(seen.has(codes), String(codes)).toBe(false);
    seen.add(codes);
  }
  expect(ERROR_ROWS.length).toBeGreaterThan(100);
});
