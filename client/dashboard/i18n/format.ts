import type { Settings } from '../data/settings.ts';
import { localeOf } from './locale.ts';

/** Numbers and times as they are read in a language, in a tenant's time zone. Instants are ISO 8601 or epoch ms. */
export interface Formats {
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** `14:05` */
  time(at: Instant): string;
  /** `14:05:09` */
  timeWithSeconds(at: Instant): string;
  /** `3 May 2026` */
  date(at: Instant): string;
  /** `3 – 9 May 2026`; of one day, its date. */
  dates(from: Instant, to: Instant): string;
  /** `Sunday 3 May`, for the line between two days. */
  day(at: Instant): string;
  /** `3 May 2026, 14:05` */
  dateTime(at: Instant): string;
  /** Today its time, in the last week its weekday, else its date: what a list shows. */
  short(at: Instant, now: number): string;
  /** `5 minutes ago`, `in 2 hours` */
  relative(at: Instant, now: number): string;
  /** `2026-05-03` in the tenant's time zone: two instants of one day have the same. */
  dayKey(at: Instant): string;
  /** How long something took, in its two largest units: `840ms`, `2.4s`, `3m 12s`, `2d 4h`. */
  span(ms: number): string;
  /** `1.4 MB` */
  bytes(count: number): string;
}
export type Instant = string | number;

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', DAY_MS],
  ['hour', 60 * 60 * 1000],
  ['minute', MINUTE_MS],
  ['second', 1000],
];
const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

export function createFormats(settings: Pick<Settings, 'language' | 'digits'>, timeZone: string): Formats {
  const locale = localeOf(settings);
  const range = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short', year: 'numeric' });
  const formatter = (options: Intl.DateTimeFormatOptions, of = locale) => {
    const format = new Intl.DateTimeFormat(of, { timeZone, hourCycle: 'h23', ...options });
    return (at: Instant) => format.format(typeof at === 'string' ? Date.parse(at) : at);
  };
  const time = formatter({ hour: '2-digit', minute: '2-digit' });
  const weekday = formatter({ weekday: 'long' });
  const date = formatter({ day: 'numeric', month: 'short', year: 'numeric' });
  // The form of Sweden is ISO 8601's.
  const dayKey = formatter({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'sv-SE');
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const number = (value: number, options?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, options).format(value);

  // The short words of English have a plural, and the single letters of Arabic are no words that one reads.
  const unitDisplay = settings.language === 'en' ? 'narrow' : 'short';
  const measure = (value: number, unit: string) => number(value, { style: 'unit', unit, unitDisplay });

  return {
    number,
    time,
    date,
    dayKey,
    dates: (from, to) => range.formatRange(epoch(from), epoch(to)),
    timeWithSeconds: formatter({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    day: formatter({ weekday: 'long', day: 'numeric', month: 'long' }),
    dateTime: formatter({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
    short(at, now) {
      if (dayKey(at) === dayKey(now)) return time(at);
      const age = now - epoch(at);
      return age >= 0 && age < 6 * DAY_MS ? weekday(at) : date(at);
    },
    relative(at, now) {
      const difference = epoch(at) - now;
      const [unit, size] = UNITS.find(([, ms]) => Math.abs(difference) >= ms) ?? ['second', 1000];
      return relative.format(Math.trunc(difference / size), unit);
    },
    span(ms) {
      const length = Math.abs(Math.round(ms));
      const sign = Math.sign(ms);
      if (length < 1_000) return measure(sign * length, 'millisecond');
      if (length < MINUTE_MS) return measure((sign * Math.round(length / 100)) / 10, 'second');
      const [first, second] = UNITS.filter(([, size]) => length >= size);
      if (first === undefined) return measure(sign * length, 'millisecond');
      const [unit, size] = first;
      const whole = measure(sign * Math.floor(length / size), unit);
      const rest = second === undefined ? 0 : Math.floor((length % size) / second[1]);
      return rest === 0 || second === undefined ? whole : `${whole} ${measure(rest, second[0])}`;
    },
    bytes(count) {
      const step = Math.min(Math.floor(Math.log10(Math.max(count, 1)) / 3), BYTE_UNITS.length - 1);
      const unit = BYTE_UNITS[step] ?? 'byte';
      return number(count / 1000 ** step, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 });
    },
  };
}

function epoch(at: Instant): number {
  return typeof at === 'string' ? Date.parse(at) : at;
}
