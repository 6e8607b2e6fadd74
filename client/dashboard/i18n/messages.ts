import type { Language } from '../data/settings.ts';

/** The texts of a language: one namespace per file of `messages/<language>`, which is one screen. */
export type Messages = Readonly<Record<string, object>>;

const LANGUAGES: Readonly<Record<Language, () => Promise<{ readonly messages: Messages }>>> = {
  en: () => import('./english.ts'),
  ar: () => import('./arabic.ts'),
};

/** Fetches one language, and the other only when somebody switches to it. */
export async function loadMessages(language: Language): Promise<Messages> {
  return (await LANGUAGES[language]()).messages;
}

/** The words for failures: many, and none of them is needed to begin with. */
const EXPLANATIONS: Readonly<Record<Language, () => Promise<{ readonly default: object }>>> = {
  en: () => import('../messages/en/errors.json'),
  ar: () => import('../messages/ar/errors.json'),
};

/** The namespace `errors` of a language, which is fetched after the others. */
export async function loadExplanations(language: Language): Promise<object> {
  return (await EXPLANATIONS[language]()).default;
}

/** `../messages/en/shell.json` → `shell` */
export function byNamespace(files: Readonly<Record<string, object>>): Messages {
  return Object.fromEntries(Object.entries(files).map(([path, texts]) => [path.replace(/^.*\/|\.json$/g, ''), texts]));
}
