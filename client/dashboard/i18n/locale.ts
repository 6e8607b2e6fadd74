import type { Settings } from '../data/settings.ts';

/**
 * The locale of numbers, dates and plurals. Arabic is Iraq's with the Gregorian calendar, in the digits that were chosen;
 * the calendar and the digits are said outright, since browsers differ in what they think usual.
 */
export function localeOf({ language, digits }: Pick<Settings, 'language' | 'digits'>): string {
  return language === 'ar' ? `ar-IQ-u-ca-gregory-nu-${digits}` : 'en-GB';
}

export function directionOf({ language }: Pick<Settings, 'language'>): 'rtl' | 'ltr' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** Days as `Date.getDay` counts them: Sunday is 0. */
export interface Week {
  readonly begins: 1 | 6;
  readonly weekend: readonly (0 | 5 | 6)[];
}

/** A week of Arabic is Iraq's, from Saturday on, with Friday and Saturday free; one of English begins on Monday. */
export function weekOf({ language }: Pick<Settings, 'language'>): Week {
  return language === 'ar' ? { begins: 6, weekend: [5, 6] } : { begins: 1, weekend: [6, 0] };
}
