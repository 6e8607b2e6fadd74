import { describe, expect, it } from 'vitest';
import { createFormats } from '../../client/dashboard/i18n/format.ts';

const AT = '2026-05-02T21:30:09.000Z';
const HOUR = 60 * 60 * 1000;
const BAGHDAD = 'Asia/Baghdad';
const english = createFormats({ language: 'en', digits: 'arab' }, BAGHDAD);
const arabic = createFormats({ language: 'ar', digits: 'arab' }, BAGHDAD);
const latin = createFormats({ language: 'ar', digits: 'latn' }, BAGHDAD);

describe('times', () => {
  it("are the tenant's, whatever the browser's are", () => {
    expect(english.time(AT)).toBe('00:30');
    expect(english.dateTime(AT)).toBe('3 May 2026, 00:30');
    expect(english.dayKey(AT)).toBe('2026-05-03');
    expect(createFormats({ language: 'en', digits: 'latn' }, 'America/New_York').dayKey(AT)).toBe('2026-05-02');
  });

  it('are Gregorian in Arabic, under the names that Iraq has for its months', () => {
    expect(arabic.date(AT)).toBe('٣ أيار ٢٠٢٦');
    expect(latin.date(AT)).toBe('3 أيار 2026');
    expect(arabic.timeWithSeconds(AT)).toBe('٠٠:٣٠:٠٩');
    expect(arabic.day(AT)).toContain('الأحد');
  });

  it('are as short as a list needs them', () => {
    const now = Date.parse(AT);
    expect(english.short(AT, now + HOUR)).toBe('00:30');
    expect(english.short(AT, now + 30 * HOUR)).toBe('Sunday');
    expect(english.short(AT, now + 6 * 24 * HOUR)).toBe('3 May 2026');
    expect(english.short(AT, now - 24 * HOUR)).toBe('3 May 2026');
  });

  it('stand in relation to now', () => {
    const now = Date.parse(AT);
    expect(english.relative(AT, now + 5 * 60_000)).toBe('5 minutes ago');
    expect(english.relative(AT, now - 2 * HOUR)).toBe('in 2 hours');
    expect(arabic.relative(AT, now + 2 * HOUR)).toBe('قبل ساعتين');
    expect(arabic.relative(AT, now + 11 * 60_000)).toContain('١١');
  });
});

it('writes numbers in the digits that were chosen, and English in its own', () => {
  expect([english, arabic, latin].map((formats) => formats.number(1234))).toEqual(['1,234', '١٬٢٣٤', '1,234']);
});

it('tells sizes in the unit that is read most easily', () => {
  expect([0, 999, 1000, 1_400_000, 5e9, 7e13].map((count) => english.bytes(count))).toEqual([
    '0 byte',
    '999 byte',
    '1 kB',
    '1.4 MB',
    '5 GB',
    '70,000 GB',
  ]);
});

describe('spans of time', () => {
  const spans = [0, 840, 2_449, 192_000, 3_600_000, 187_200_000, -1_500];

  it('say the two largest units', () => {
    const said = spans.map(english.span);
    expect(said).toEqual(['0ms', '840ms', '2.4s', '3m 12s', '1h', '2d 4h', '-1.5s']);
  });

  it('are in the units and digits of the reader', () => {
    expect(spans.slice(1, 4).map(arabic.span)).toEqual(['٨٤٠ ملي ث', '٢٫٤ ث', '٣ د ١٢ ث']);
    expect(latin.span(187_200_000)).toBe('يومان 4 س');
  });
});
