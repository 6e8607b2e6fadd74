import type { Settings } from '../../../data/settings.ts';
import { localeOf } from '../../../i18n/locale.ts';
import type { Day } from './days.ts';

/** What a calendar says, in the language and the digits that were chosen. A calendar's days stand in no time zone. */
export function calendarWords(settings: Pick<Settings, 'language' | 'digits'>) {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(localeOf(settings), { ...options, timeZone: 'UTC' });
    return (day: Day) => formatter.format(Date.parse(`${day.slice(0, 10)}T00:00:00Z`));
  };
  return {
    /** `3` */
    dayOfMonth: format({ day: 'numeric' }),
    /** `Sunday 3 May 2026` */
    wholeDay: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    /** `Sun`; in Arabic a letter, since whole names are as long as three days. */
    shortWeekday: format({ weekday: settings.language === 'ar' ? 'narrow' : 'short' }),
    weekday: format({ weekday: 'long' }),
    /** `May 2026` */
    monthOfYear: format({ month: 'long', year: 'numeric' }),
    month: format({ month: settings.language === 'ar' ? 'long' : 'short' }),
    year: format({ year: 'numeric' }),
  };
}
