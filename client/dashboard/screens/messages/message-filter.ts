import type { MessageFilter } from '../../generated/graphql.ts';
import { oneOf } from '../../parts/records/address.ts';
import { addDays, isDay, startOfDay } from '../../parts/records/days/days.ts';
import { DIRECTIONS, STATUSES, TYPES } from '../../parts/records/statuses.ts';

/** What of the address narrows the history down; each '' where it does not. */
export const FILTER_NAMES = ['q', 'number', 'direction', 'type', 'status', 'code', 'contact', 'from', 'to'] as const;
export type FilterWords = Readonly<Record<(typeof FILTER_NAMES)[number], string>>;

export const NO_WORDS: FilterWords = {
  ...{ q: '', number: '', direction: '', type: '', status: '', code: '', contact: '', from: '', to: '' },
};

/** The filter that an address means. What means nothing is left out; days are the tenant's. */
export function filterOf(words: FilterWords, timeZone: string): MessageFilter {
  const { code, contact, from, number, q, to } = words;
  return {
    search: q.trim().slice(0, 200) || null,
    phoneNumberId: number || null,
    direction: oneOf(DIRECTIONS, words.direction) ?? null,
    type: oneOf(TYPES, words.type) ?? null,
    status: oneOf(STATUSES, words.status) ?? null,
    errorCode: /^\d{1,9}$/.test(code) ? Number(code) : null,
    contact: contact || null,
    from: isDay(from) ? new Date(startOfDay(from, timeZone)).toISOString() : null,
    to: isDay(to) ? new Date(startOfDay(addDays(to, 1), timeZone)).toISOString() : null,
  };
}

/** The same as the export takes it. */
export function exportFilters(words: FilterWords, timeZone: string): Record<string, string> {
  const filters: Record<string, string> = {};
  for (const [name, value] of Object.entries(filterOf(words, timeZone))) {
    if (value !== null && value !== undefined) filters[name] = String(value);
  }
  return filters;
}
