import { describe, expect, it } from 'vitest';
import { createSettings, type Language } from '../../client/dashboard/data/settings.ts';
import { explain } from '../../client/dashboard/i18n/explain.ts';
import { startI18n } from '../../client/dashboard/i18n/i18n.ts';
import arabicErrors from '../../client/dashboard/messages/ar/errors.json' with { type: 'json' };
import { ERROR_ROWS } from '../../src/adapters/meta/error-table.ts';
import { ERROR_CODES } from '../../src/domain/errors.ts';

const FORMS =
  '{count, plural, zero {لا رسائل} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة أخرى}}';

/** What of a page the texts write to. */
async function page(lang: Language) {
  const root = { lang, dir: '' } as unknown as HTMLElement;
  const settings = createSettings({
    storage: { getItem: () => null, setItem() {} },
    page: { documentElement: root, cookie: '' },
  });
  const i18n = await startI18n(settings, root);
  // They come after the other texts.
  await expect.poll(() => i18n.hasResourceBundle(lang, 'errors')).toBe(true);
  return { root, settings, i18n };
}

describe('Arabic plurals', () => {
  it('have six forms, in the digits that were chosen', async () => {
    const { i18n, settings } = await page('ar');
    i18n.addResource('ar', 'shell', 'test', FORMS);
    const say = (count: number) => i18n.t('shell:test', { count });
    expect([0, 1, 2, 3, 10, 11, 99, 100, 103].map(say)).toEqual([
      ...['لا رسائل', 'رسالة واحدة', 'رسالتان', '٣ رسائل', '١٠ رسائل'],
      ...['١١ رسالة', '٩٩ رسالة', '١٠٠ رسالة أخرى', '١٠٣ رسائل'],
    ]);
    settings.set({ digits: 'latn' });
    expect(say(11)).toBe('11 رسالة');
  });
});

it('turns the page round when the language changes, once its texts are there', async () => {
  const { i18n, root, settings } = await page('en');
  expect([root.dir, i18n.t('settings:title')]).toEqual(['ltr', 'Settings']);
  settings.set({ language: 'ar' });
  await expect.poll(() => root.dir).toBe('rtl');
  expect([root.lang, i18n.t('settings:title')]).toEqual(['ar', 'الإعدادات']);
});

describe('a failure', () => {
  const failure = { says: 'In English.', action: 'Do it.' };

  it('is explained in the language, ours by name and Meta’s by number', async () => {
    const { i18n } = await page('ar');
    expect(explain(i18n, { code: 'WINDOW_CLOSED', ...failure })).toMatchObject({
      text: arabicErrors.ours.WINDOW_CLOSED.text,
      untranslated: false,
    });
    expect(explain(i18n, { code: 131047, ...failure }).action).toBe(arabicErrors.meta['131047'].action);
    expect(explain(i18n, { code: -1, ...failure }).text).toBe(arabicErrors.gateway['1'].text);
  });

  it('is explained for every code that the gateway knows', async () => {
    const { i18n } = await page('ar');
    const told = ERROR_ROWS.flatMap(([codes]) => (typeof codes === 'number' ? [codes] : [...codes]));
    expect(told.filter((code) => explain(i18n, { code, ...failure }).untranslated)).toEqual([]);
    expect(ERROR_CODES.filter((code) => explain(i18n, { code, ...failure }).untranslated)).toEqual([]);
    // One of a range, and one within it that has words of its own.
    expect(explain(i18n, { code: 138_010, ...failure }).text).toBe(arabicErrors.meta['138000'].text);
    expect(explain(i18n, { code: 138_005, ...failure }).text).toBe(arabicErrors.meta['138005'].text);
  });

  it.each(['NEVER_HEARD_OF', 999_999, -99, 'a:b', 'x.y', ''])(
    'is told in the words of the API when it is %s',
    async (code) => {
      const { i18n } = await page('ar');
      expect(explain(i18n, { code, ...failure })).toEqual({
        text: 'In English.',
        action: 'Do it.',
        untranslated: true,
      });
    },
  );
});
