/** Where a tenant's day begins, when nothing else was said. */
export const DEFAULT_TIME_ZONE = 'Asia/Baghdad';

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** By zone; there are some hundreds of them. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** True for a name of the IANA time zone database. Offsets are none: they know no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+/-]{0,63}$/.test(name)) return false;
  try {
    clockOf(name);
    return true;
  } catch {
    return false;
  }
}

/** The calendar day of a moment (epoch ms) in a zone, as `YYYY-MM-DD`. */
export function dayIn(zone: string, at: number): string {
  const { year, month, day } = partsOf(zone, at);
  return `${year.padStart(4, '0')}-${month}-${day}`;
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

function partsOf(zone: string, at: number) {
  const found = { year: '', month: '', day: '', hour: '0', minute: '0', second: '0' };
  for (const { type, value } of clockOf(zone).formatToParts(at))
    if (type in found) Object.assign(found, { [type]: value });
  return found;
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const two = '2-digit';
  const clock = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ year: 'numeric', month: two, day: two, hour: two, minute: two, second: two },
  });
  clocks.set(zone, clock);
  return clock;
}
