import type { Json, JsonObject } from '../../domain/json.ts';
import { isJsonObject } from '../../domain/json.ts';

/** A value that is a non-empty string, or null. */
export function text(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A non-empty string of at most `most` UTF-16 units, cut if it is longer; null for anything else. */
export function shortText(value: Json | undefined, most: number): string | null {
  const given = text(value);
  return given === null ? null : cut(given, most);
}

/** The first `most` UTF-16 units and an ellipsis, or the text itself when it is no longer. Never half a character. */
export function cut(given: string, most: number): string {
  if (given.length <= most) return given;
  const splitsPair = /[\ud800-\udbff]/.test(given.charAt(most - 1));
  return `${given.slice(0, splitsPair ? most - 1 : most)}…`;
}

/**
 * An id that may become a key: 1–512 printable ASCII characters without space or `|` (our separator), given as a string
 * or a safe integer. Stores mangle or refuse NUL and lone surrogates, so anything else is no id.
 */
export function usableId(value: Json | undefined): string | null {
  if (typeof value === 'string') return /^[!-{}~]{1,512}$/.test(value) ? value : null;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? String(value) : null;
}

export function flag(value: Json | undefined): boolean {
  return value === true;
}

/** A finite number, also when written as a string. */
export function number(value: Json | undefined): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.length > 40 || !/^-?\d+(\.\d+)?$/.test(value)) return null;
  return Number(value);
}

export function object(value: Json | undefined): JsonObject | null {
  return isJsonObject(value) ? value : null;
}

export function array(value: Json | undefined): readonly Json[] | null {
  return isArray(value) ? value : null;
}

/** The member under a name that came from outside: never something inherited, such as `constructor`. */
export function member(of: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(of, name) ? of[name] : undefined;
}

/** `Array.isArray` knows nothing of readonly arrays. */
function isArray(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

const YEAR_2001 = 1_000_000_000;
const YEAR_2100 = 4_102_444_800;

/**
 * Epoch milliseconds of one of Meta's times: seconds since 1970, as a string in messages and statuses and as an integer
 * elsewhere. Milliseconds are understood too; null when absent or outside the years 2001–2100.
 */
export function time(value: Json | undefined): number | null {
  const given = number(value);
  if (given === null) return null;
  if (given >= YEAR_2001 && given < YEAR_2100) return Math.trunc(given * 1000);
  return given >= YEAR_2001 * 1000 && given < YEAR_2100 * 1000 ? Math.trunc(given) : null;
}
