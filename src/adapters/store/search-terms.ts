import { padded } from '../../domain/search-text.ts';

/*
 * Words of the index. FTS5 reads a term's hits from one end to the other, so a term stands for three characters in one
 * block of one tenant only: a search never walks through another tenant's hits, nor, on a deep page, through newer ones.
 */

/** Log positions of one block. */
export const BLOCK = 65_536;
/** Rows of one tenant in the index; a tenant's messages have the rowids from its ordinal × this on. */
const ROWS = 2 ** 36;
export const CONTACT_ROWS = -(2 ** 52);
/** Terms of one query: the rest is left to the comparison with the row. */
const QUERY_TERMS = 12;

/** Where a message stands in the index. */
export function messageRow(ordinal: number, seq: number): number {
  return ordinal * ROWS + seq;
}

export function seqOf(ordinal: number, row: number): number {
  return row - ordinal * ROWS;
}

/**
 * Contacts stand below the messages, by their place. FTS5 gathers rows in memory as long as their ids rise, and writes
 * them out when one falls: a helping puts contacts first and everything in order.
 */
export function contactRow(place: number): number {
  return CONTACT_ROWS + place;
}

export function blockOf(position: number): number {
  return Math.floor(position / BLOCK);
}

export function messagePrefix(ordinal: number, seq: number): string {
  return `m${ordinal.toString(36)}_${blockOf(seq).toString(36)}_`;
}

export function contactPrefix(ordinal: number, place: number): string {
  return `c${ordinal.toString(36)}_${blockOf(place).toString(36)}_`;
}

/** What goes into the index for a folded text; empty when there is nothing to find. */
export function termsOf(prefix: string, folded: string): string {
  return folded === '' ? '' : [...trigrams(padded(folded))].map((three) => prefix + three).join(' ');
}

/** The query for rows that may have all needles. */
export function matchOf(prefix: string, needles: readonly string[]): string {
  const all = [...new Set(needles.flatMap((needle) => [...trigrams(needle)]))];
  const step = Math.max(1, all.length / QUERY_TERMS);
  const some = Array.from({ length: Math.min(all.length, QUERY_TERMS) }, (_, i) => all[Math.floor(i * step)] ?? '');
  // A folded text has no quotes.
  return some.map((three) => `"${prefix}${three}"`).join(' ');
}

function trigrams(text: string): Set<string> {
  const characters = [...text.replaceAll(' ', '_')];
  const found = new Set<string>();
  for (let i = 0; i + 3 <= characters.length; i += 1) found.add(characters.slice(i, i + 3).join(''));
  return found;
}
