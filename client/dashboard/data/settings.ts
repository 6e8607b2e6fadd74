/** What a person has chosen for this browser. */
export interface Settings {
  readonly language: Language;
  /** How numbers of Arabic text are written; English has one way. */
  readonly digits: 'arab' | 'latn';
  readonly theme: 'light' | 'dark' | 'auto';
  /** Whether opening a thread shows its customer that it was read. */
  readonly receipts: boolean;
  /** Whether Enter sends under a finger, too; it breaks the line there otherwise. */
  readonly enterSendsOnTouch: boolean;
}
export type Language = 'en' | 'ar';

export interface SettingsStore {
  get(): Settings;
  set(change: Partial<Settings>): void;
  /** Answers with the function that stops listening. */
  subscribe(listener: () => void): () => void;
}

/** What of a browser the settings need. */
export interface SettingsPlace {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly page: { readonly documentElement: { readonly lang: string }; cookie: string };
}

const KEY = 'dijla-settings';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * Settings are kept in local storage. Language and theme are also cookies, since the server writes the page in them:
 * so nothing flashes, and the landing page speaks the same language. The page's `lang` is therefore the language.
 */
export function createSettings({ storage, page }: SettingsPlace): SettingsStore {
  const listeners = new Set<() => void>();
  const language: Language = page.documentElement.lang === 'ar' ? 'ar' : 'en';
  let settings: Settings = { ...kept(storage), language };

  return {
    get: () => settings,
    set(change) {
      settings = { ...settings, ...change };
      remember(page, 'dijla-language', settings.language);
      remember(page, 'dijla-theme', settings.theme);
      try {
        storage.setItem(KEY, JSON.stringify(settings));
      } catch {
        // Storage is full or forbidden: the choice holds until the page is left.
      }
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function remember(page: SettingsPlace['page'], name: string, value: string): void {
  // The Cookie Store API is missing where a gateway runs on plain http.
  page.cookie = `${name}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}

/** What storage holds may be of another release, or anybody's: each value is judged by itself. */
function kept(storage: SettingsPlace['storage']): Omit<Settings, 'language'> {
  const found = parsed(storage);
  const { digits, enterSendsOnTouch, theme, receipts } = found;
  return {
    digits: digits === 'latn' ? 'latn' : 'arab',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    receipts: receipts !== false,
    enterSendsOnTouch: enterSendsOnTouch === true,
  };
}

function parsed(storage: SettingsPlace['storage']): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(storage.getItem(KEY) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
