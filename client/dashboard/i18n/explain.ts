import type { i18n } from 'i18next';

/** A failure as the API tells it: ours under a name, Meta's under a number. The API speaks English. */
export interface Failure {
  readonly code: string | number;
  /** What is wrong: `message` of ours, `meaning` of Meta's. */
  readonly says: string;
  readonly action: string | null;
}

export interface Explanation {
  readonly text: string;
  readonly action: string | null;
  /** True when the words are the API's own, in English whatever the language is. */
  readonly untranslated: boolean;
}

/**
 * The words for a failure: those of the table `errors.json` under its code, else the API's. `action` is '' in the table
 * where there is nothing to do.
 */
export function explain(texts: Pick<i18n, 't' | 'exists'>, { code, says, action }: Failure): Explanation {
  const key = keyOf(code);
  // Codes come from outside: only what looks like one is looked up.
  if (!/^[\w:.]+$/.test(key) || !texts.exists(`${key}.text`)) return { text: says, action, untranslated: true };
  return { text: texts.t(`${key}.text`), action: texts.t(`${key}.action`), untranslated: false };
}

/** Meta's codes that mean alike; the table has them under the first. A code with words of its own goes before them. */
const ALIKE: readonly (readonly [first: number, last: number])[] = [
  [201, 299],
  [131209, 131215],
  [138000, 138023],
  [139000, 139004],
  [147001, 147005],
  [200005, 200007],
  [2494164, 2494179],
];
const APART: ReadonlySet<number> = new Set([138002, 138005]);

function keyOf(code: string | number): string {
  const number = typeof code === 'number' || /^\d+$/.test(code) ? Number(code) : null;
  if (number === null) return `errors:ours.${code}`;
  // Below zero are findings of the gateway's own.
  if (number < 0) return `errors:gateway.${-number}`;
  const alike = APART.has(number) ? undefined : ALIKE.find(([first, last]) => number >= first && number <= last);
  return `errors:meta.${alike?.[0] ?? number}`;
}
