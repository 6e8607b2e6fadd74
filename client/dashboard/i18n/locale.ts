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

/** The week begins on Saturday where the gateway is at home: 6, as `Date.getDay` counts. */
export const FIRST_DAY_OF_WEEK = 6;
