import type { Html } from './html.ts';
import { html } from './html.ts';
import { MARK } from './landing-art.ts';
import { layout } from './layout.ts';
import type { Language, Preferences } from './preferences.ts';

const WORDS: Readonly<Record<Language, { title: string; says: string; leads: string }>> = {
  en: {
    title: 'This sign-in link is not valid',
    says: 'A sign-in link works once, within 15 minutes of being made. Sign in with your API key, or restart the gateway for a new link.',
    leads: 'Sign in with an API key',
  },
  ar: {
    title: 'رابط الدخول هذا غير صالح',
    says: 'يعمل رابط الدخول مرة واحدة خلال ١٥ دقيقة من إنشائه. سجّل الدخول بمفتاح API، أو أعد تشغيل البوابة للحصول على رابط جديد.',
    leads: 'تسجيل الدخول بمفتاح API',
  },
};

/** What whoever follows a used or old sign-in link reads. */
export function signInRefusedPage(preferences: Preferences, sandbox: boolean): Html {
  const { leads, says, title } = WORDS[preferences.language];
  return layout({
    title: `${title} · Dijla WhatsApp`,
    preferences,
    sandbox,
    scripts: [],
    fonts: null,
    body: html`<main class="narrow">
<p class="mark">${MARK}</p>
<h1>${title}</h1>
<p>${says}</p>
<p><a class="button" href="/">${leads}</a></p>
</main>`,
  });
}
