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
  const key = typeof code === 'number' || /^\d+$/.test(code) ? `errors:meta.${code}` : `errors:ours.${code}`;
  // Codes come from outside: only what looks like one is looked up.
  if (!/^[\w:.]+$/.test(key) || !texts.exists(`${key}.text`)) return { text: says, action, untranslated: true };
  return { text: texts.t(`${key}.text`), action: texts.t(`${key}.action`), untranslated: false };
}
