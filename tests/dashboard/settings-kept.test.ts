import { expect, it } from 'vitest';
import { createSettings } from '../../client/dashboard/data/settings.ts';

function place(lang: string, stored: string | null = null) {
  const kept = new Map<string, string>(stored === null ? [] : [['dijla-settings', stored]]);
  const cookies: string[] = [];
  const page = {
    documentElement: { lang },
    get cookie() {
      return cookies.join('; ');
    },
    set cookie(cookie: string) {
      cookies.push(cookie);
    },
  };
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  return { page, storage, cookies, kept };
}

it('takes the language from the page, which the server wrote in it', () => {
  const here = place('ar', '{"language":"en","theme":"dark"}');
  expect(createSettings(here).get()).toEqual({
    language: 'ar',
    digits: 'arab',
    theme: 'dark',
    receipts: true,
    enterSendsOnTouch: false,
  });
});

it('keeps every choice, and tells the server of language and theme', () => {
  const here = place('en');
  const settings = createSettings(here);
  settings.set({ language: 'ar', digits: 'latn', receipts: false, enterSendsOnTouch: true });
  expect(here.cookies.map((cookie) => cookie.split(';')[0])).toEqual(['dijla-language=ar', 'dijla-theme=auto']);
  here.page.documentElement.lang = 'ar';
  expect(createSettings(here).get()).toEqual({
    language: 'ar',
    digits: 'latn',
    theme: 'auto',
    receipts: false,
    enterSendsOnTouch: true,
  });
});

it.each(['not json', '[]', 'null', '"x"', '{"theme":"<b>","digits":7,"receipts":"yes","enterSendsOnTouch":1}'])(
  'takes %s in storage for no choice',
  (stored) => {
    expect(createSettings(place('en', stored)).get()).toEqual({
      ...{ language: 'en', digits: 'arab', theme: 'auto', receipts: true, enterSendsOnTouch: false },
    });
  },
);

it('goes on where storage is forbidden', () => {
  const here = place('en');
  const storage = {
    getItem: () => null,
    setItem() {
      throw new DOMException('forbidden');
    },
  };
  const settings = createSettings({ ...here, storage });
  const heard: string[] = [];
  const forget = settings.subscribe(() => heard.push(settings.get().theme));
  settings.set({ theme: 'dark' });
  forget();
  settings.set({ theme: 'light' });
  expect([heard, settings.get().theme]).toEqual([['dark'], 'light']);
});
