import { createInstance, type i18n } from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import type { Language, SettingsStore } from '../data/settings.ts';
import { directionOf, localeOf } from './locale.ts';
import { loadExplanations, loadMessages, type Messages } from './messages.ts';

/** The texts in the language of the settings, following them; the page's `lang` and `dir` too. */
export async function startI18n(settings: SettingsStore, root: HTMLElement): Promise<i18n> {
  const { language } = settings.get();
  const icu = new ICU({ parseLngForICU: () => localeOf(settings.get()) });
  const instance = createInstance().use(icu).use(initReactI18next);
  await instance.init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
    resources: { [language]: await loadMessages(language) },
    // Explanations come later, to what is shown already.
    react: { bindI18nStore: 'added' },
  });
  explainLater(instance, language);
  show(root, settings);

  let shown = settings.get();
  settings.subscribe(() => {
    const { language: next, digits } = settings.get();
    if (next === shown.language && digits === shown.digits) return;
    shown = settings.get();
    // Formats that were made keep the digits they were made with.
    icu.clearCache();
    change(instance, settings, root).catch(() => {
      // The other language could not be fetched: the one that is shown stays.
    });
  });
  return instance;
}

async function change(instance: i18n, settings: SettingsStore, root: HTMLElement): Promise<void> {
  const { language } = settings.get();
  if (!instance.hasResourceBundle(language, 'shell')) {
    add(instance, language, await loadMessages(language));
    explainLater(instance, language);
  }
  // Whoever switched back while it was fetched has the last word.
  if (settings.get().language !== language) return;
  await instance.changeLanguage(language);
  show(root, settings);
}

function explainLater(instance: i18n, language: Language): void {
  loadExplanations(language).then(
    (texts) => instance.addResourceBundle(language, 'errors', texts),
    () => {
      // Failures are told in the words of the API.
    },
  );
}

function add(instance: i18n, language: string, messages: Messages): void {
  for (const [namespace, texts] of Object.entries(messages)) instance.addResourceBundle(language, namespace, texts);
}

function show(root: HTMLElement, settings: SettingsStore): void {
  root.lang = settings.get().language;
  root.dir = directionOf(settings.get());
}
