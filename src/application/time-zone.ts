import { dayIn, partsOf } from '../domain/calendar.ts';

export { dayIn } from '../domain/calendar.ts';

/** Where a tenant's day begins, when nothing else was said. */
export const DEFAULT_TIME_ZONE = 'Asia/Baghdad';

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** True for a name of the IANA time zone database. Offsets are none: they know no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+/-]{0,63}$/.test(name)) return false;
  try {
    partsOf(name, 0);
    return true;
  } catch {
    return false;
  }
}

/** How long the day of a moment still lasts, in milliseconds, also when clocks are changed on it. */
export function restOfDay(zone: string, at: number): number {
  const { hour, minute, second } = partsOf(zone, at);
  const today = dayIn(zone, at);
  const elapsed = (Number(hour) * 60 + Number(minute)) * MINUTE_MS + Number(second) * 1000;
  let end = at + DAY_MS - elapsed - (((at % 1000) + 1000) % 1000);
  // A change of clocks moves the day's end by an hour or less.
  while (dayIn(zone, end) === today) end += 15 * MINUTE_MS;
  while (dayIn(zone, end - 15 * MINUTE_MS) !== today) end -= 15 * MINUTE_MS;
  return Math.max(end - at, 1000);
}
