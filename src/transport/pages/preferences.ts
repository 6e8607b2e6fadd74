import type { IncomingHttpHeaders } from 'node:http';

export type Language = 'en' | 'ar';

/** How a page is written: as somebody chose here before, else as their browser asks. */
export interface Preferences {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  /** Null: as their system is. */
  readonly theme: 'light' | 'dark' | null;
}

/** Set by the language switch of the landing page and by the dashboard's settings. They hold nothing about a person. */
export const LANGUAGE_COOKIE = 'dijla-language';
const THEME_COOKIE = 'dijla-theme';

export function preferencesOf(
  cookies: Readonly<Record<string, string | undefined>>,
  headers: IncomingHttpHeaders,
): Preferences {
  const language = languageOf(cookies[LANGUAGE_COOKIE]) ?? preferred(headers['accept-language'] ?? '');
  const theme = cookies[THEME_COOKIE];
  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    theme: theme === 'light' || theme === 'dark' ? theme : null,
  };
}

export function languageOf(text: unknown): Language | null {
  return text === 'en' || text === 'ar' ? text : null;
}

/** The language that a browser likes best of the two: the higher weight, at equal weights the first named. */
function preferred(accepted: string): Language {
  let best: { language: Language; weight: number } = { language: 'en', weight: 0 };
  for (const range of accepted.slice(0, 1024).split(',')) {
    const [tag = '', ...parameters] = range.split(';');
    const language = languageOf(tag.trim().toLowerCase().split('-')[0]);
    const given = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find((text) => text !== undefined);
    const weight = given === undefined ? 1 : Number(given);
    if (language !== null && weight > best.weight) best = { language, weight };
  }
  return best.language;
}
