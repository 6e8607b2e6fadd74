const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

/** A calendar day, `2026-05-03`. */
export type Day = string;

/** Days of a choice, counted back from today; what the address says. */
export const SPANS = ['1', '7', '30', '90'] as const;
export type Span = (typeof SPANS)[number];

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** All days from one to another, both included; none when they stand the wrong way round. */
export function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to && days.length < 1_000; day = addDays(day, 1)) days.push(day);
  return days;
}

/** When a day begins in a time zone (epoch ms): midnight, or the first hour that there is. */
export function startOfDay(day: Day, timeZone: string): number {
  const clock = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  const shown = (at: number) => {
    const { year, month, day: date, hour, minute, second } = partsOf(clock, at);
    return Date.UTC(year, month - 1, date, hour, minute, second);
  };
  const midnight = Date.parse(`${day}T00:00:00Z`);
  let at = midnight;
  // The second time with the offset of the day itself, should clocks have changed in between.
  for (let time = 0; time < 2; time += 1) at = midnight - (shown(at) - at);
  // Where clocks go forward at midnight there is none.
  return shown(at) < midnight ? at + HOUR_MS : at;
}

function partsOf(clock: Intl.DateTimeFormat, at: number) {
  const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of clock.formatToParts(at))
    if (type in parts) Object.assign(parts, { [type]: Number(value) });
  return parts;
}

/** What of a range stands in the address: a span, or days of one's own. */
export interface RangeWords {
  readonly span: string;
  readonly from: string;
  readonly to: string;
}

/** The days that are meant, at most `most` of them and none after today. Words that mean nothing count as the usual span. */
export function rangeOf(words: RangeWords, today: Day, usual: Span, most: number): { from: Day; to: Day } {
  if (isDay(words.from) || isDay(words.to)) {
    const to = isDay(words.to) && words.to < today ? words.to : today;
    const from = isDay(words.from) && words.from <= to ? words.from : to;
    const earliest = addDays(to, 1 - most);
    return from < earliest ? { from: earliest, to } : { from, to };
  }
  const span = SPANS.find((known) => known === words.span) ?? usual;
  return { from: addDays(today, 1 - Number(span)), to: today };
}
