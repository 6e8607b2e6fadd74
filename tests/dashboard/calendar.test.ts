import { expect, it } from 'vitest';
import { createFormats } from '../../client/dashboard/i18n/format.ts';
import { weekOf } from '../../client/dashboard/i18n/locale.ts';
import { calendarWords } from '../../client/dashboard/parts/records/days/calendar-words.ts';
import { dayName, daysName } from '../../client/dashboard/parts/records/days/day-name.ts';

const ARABIC = { language: 'ar', digits: 'arab' } as const;
const LATIN = { language: 'ar', digits: 'latn' } as const;
const ENGLISH = { language: 'en', digits: 'arab' } as const;

it('begins a week on Saturday in Arabic, with Friday free, and on Monday in English', () => {
  expect(weekOf(ARABIC)).toEqual({ begins: 6, weekend: [5, 6] });
  expect(weekOf(ENGLISH)).toEqual({ begins: 1, weekend: [6, 0] });
});

it('says days, months and years as the language and the digits have it', () => {
  const said = [ARABIC, LATIN, ENGLISH].map((settings) => {
    const words = calendarWords(settings);
    return [words.dayOfMonth('2026-05-03'), words.monthOfYear('2026-05-01'), words.year('2026-01-01')];
  });
  expect(said).toEqual([
    ['٣', 'أيار ٢٠٢٦', '٢٠٢٦'],
    ['3', 'أيار 2026', '2026'],
    ['3', 'May 2026', '2026'],
  ]);
  expect(calendarWords(ENGLISH).wholeDay('2026-05-03')).toMatch(/^Sunday,? 3 May 2026$/);
  expect(['2026-11-28', '2026-11-27'].map(calendarWords(ARABIC).weekday)).toEqual(['السبت', 'الجمعة']);
});

it('names a span of days once for what they share, and a day alone by its date', () => {
  const formats = createFormats(ENGLISH, 'Asia/Baghdad');
  expect(daysName(formats, '2026-05-03', '2026-05-09')).toMatch(/^3\s?–\s?9 May 2026$/);
  expect(daysName(formats, '2026-05-03', '2026-05-03')).toBe(dayName(formats, '2026-05-03'));
  expect(daysName(createFormats(ARABIC, 'Asia/Baghdad'), '2026-05-03', '2026-05-09')).toMatch(
    /^٣\s?–\s?٩ أيار\S* ٢٠٢٦$/,
  );
});
