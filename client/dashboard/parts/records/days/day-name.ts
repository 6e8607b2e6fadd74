import type { Formats } from '../../../i18n/format.ts';
import type { Day } from './days.ts';

/** A calendar day in words, which stands in no time zone: noon of it is the same day in nearly all of them. */
export function dayName(formats: Pick<Formats, 'date'>, day: Day): string {
  return formats.date(`${day}T12:00:00Z`);
}

/** Days from one to another in words: `3 – 9 May 2026`. */
export function daysName(formats: Pick<Formats, 'dates'>, from: Day, to: Day): string {
  return formats.dates(`${from}T12:00:00Z`, `${to}T12:00:00Z`);
}
