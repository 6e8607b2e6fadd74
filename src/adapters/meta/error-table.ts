import type { MetaErrorClass } from '../../domain/errors.ts';
import { ACCOUNT_ERRORS } from './error-table-account.ts';
import { MESSAGE_ERRORS } from './error-table-message.ts';
import { TEMPLATE_ERRORS } from './error-table-template.ts';

/**
 * What this gateway knows about a code, or about a range of codes (both ends included): its class, Meta's title, what
 * it means and what to do. Codes, titles and whether a retry is safe are from Meta's page of error codes (September
 * 2026) and the pages of the features that raise them; the sentences are ours.
 */
export type ErrorRow = readonly [
  codes: number | readonly [first: number, last: number],
  errorClass: MetaErrorClass,
  title: string,
  meaning: string,
  action: string,
];

export interface ErrorEntry {
  readonly class: MetaErrorClass;
  readonly title: string;
  readonly meaning: string;
  readonly action: string;
}

export const ERROR_ROWS: readonly ErrorRow[] = [...ACCOUNT_ERRORS, ...MESSAGE_ERRORS, ...TEMPLATE_ERRORS];

const single = new Map<number, ErrorEntry>();
const ranges: { readonly first: number; readonly last: number; readonly entry: ErrorEntry }[] = [];
for (const [codes, errorClass, title, meaning, action] of ERROR_ROWS) {
  const entry = { class: errorClass, title, meaning, action };
  if (typeof codes === 'number') single.set(codes, entry);
  else ranges.push({ first: codes[0], last: codes[1], entry });
}

/** The row of a code; a row of its own goes before a range that holds it. */
export function lookUp(code: number): ErrorEntry | null {
  return single.get(code) ?? ranges.find(({ first, last }) => code >= first && code <= last)?.entry ?? null;
}
