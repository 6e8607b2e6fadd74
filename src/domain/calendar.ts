const QUARTER_MS = 15 * 60 * 1000;

/** By zone; there are some hundreds of them. */
const clocks = new Map<string, Intl.DateTimeFormat>();
/** The day that was last asked for, by zone: every clock of our time is a number of quarters of an hour off UTC. */
const days = new Map<string, { readonly quarter: number; readonly day: number }>();

/** The calendar day of a moment (epoch ms) in a zone, as `YYYY-MM-DD`. Slow; for what is counted there is `dayOf`. */
export function dayIn(zone: string, at: number): string {
  const { year, month, day } = partsOf(zone, at);
  return `${year.padStart(4, '0')}-${month}-${day}`;
}

/**
 * The same as a number that sorts, such as 20260131. Good from 1973 on; does its work once a quarter of an hour. A zone
 * that this machine does not know counts as UTC, since nothing may be lost for want of one.
 */
export function dayOf(zone: string, at: number): number {
  const quarter = Math.floor(at / QUARTER_MS);
  const known = days.get(zone);
  if (known?.quarter === quarter) return known.day;
  const day = dayNumber(dayIn(isKnown(zone) ? zone : 'UTC', at));
  days.set(zone, { quarter, day });
  return day;
}

/** A moment on the zone's clocks, as `YYYY-MM-DD HH:MM:SS`. */
export function clockTime(zone: string, at: number): string {
  const { hour, minute, second } = partsOf(zone, at);
  return `${dayIn(zone, at)} ${hour}:${minute}:${second}`;
}

export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

/** Of a number such as 20260131. */
export function dayText(day: number): string {
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** What the zone's clocks and calendar show at a moment. Throws a RangeError when there is no such zone. */
export function partsOf(zone: string, at: number) {
  const found = { year: '', month: '', day: '', hour: '0', minute: '0', second: '0' };
  for (const { type, value } of clockOf(zone).formatToParts(at))
    if (type in found) Object.assign(found, { [type]: value });
  return found;
}

function isKnown(zone: string): boolean {
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
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
