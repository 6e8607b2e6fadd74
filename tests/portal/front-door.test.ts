import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DIST } from '../../src/transport/pages/built-files.ts';
import { openPortal } from './support/portal.ts';

const portal = openPortal();
/** What Chromium itself says in the console of an answer that is no success. */
const REFUSED = /status of 401/;

describe('the front page', () => {
  it('opens the dashboard for a right key, and says its sentence for a wrong one', async () => {
    await using visit = await portal.visit({ expected: REFUSED });
    const { page } = visit;
    await page.goto('/');
    await page.fill('#key', 'dk_test_wrong');
    await page.keyboard.press('Enter');
    await page.getByText('Invalid API key. Contact support to get your key.').waitFor();
    expect(await page.getAttribute('#key', 'aria-invalid')).toBe('true');
    expect(new URL(page.url()).pathname).toBe('/');

    await page.fill('#key', portal.gateway.key);
    await page.click('#key-form button[type="submit"]');
    await page.waitForURL('**/dashboard/**');
    await page.waitForSelector('[data-state="live"]', { state: 'attached' });
    expect(new URL(page.url()).pathname).toMatch(/^\/dashboard\/\w+/);
    await page.goto('/');
    await page.getByRole('link', { name: 'Open dashboard' }).click();
    await page.waitForURL('**/dashboard/**');
  });

  it('says it in Arabic, from right to left', async () => {
    await using visit = await portal.visit({ language: 'ar', expected: REFUSED });
    const { page } = visit;
    await page.goto('/');
    expect(await page.getAttribute('html', 'dir')).toBe('rtl');
    await page.fill('#key', 'dk_test_wrong');
    await page.keyboard.press('Enter');
    await page.getByText('مفتاح API غير صالح. تواصل مع الدعم للحصول على مفتاحك.').waitFor();
  });

  it('changes its language by a link, and its code by buttons, without script', async () => {
    await using visit = await portal.visit({ script: false });
    const { page } = visit;
    await page.goto('/');
    await page.getByRole('link', { name: 'العربية' }).click();
    expect(await page.getAttribute('html', 'lang')).toBe('ar');
    await page.getByText('fetch', { exact: true }).click();
    expect(await page.locator('[data-way="fetch"]').isVisible()).toBe(true);
    expect(await page.locator('[data-way="curl"]').isVisible()).toBe(false);
    expect(await page.locator('.copy').first().isVisible()).toBe(false);
  });

  it('copies code as it stands', async () => {
    await using visit = await portal.visit();
    const { page, context } = visit;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/');
    await page.locator('[data-way="curl"] .copy').click();
    await page.getByText('Copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`curl -X POST ${portal.gateway.url}/api/v1/whatsapp/send \\\n-H`);
  });
});

/** The scripts that a page has asked for since it was opened. */
async function scriptsOf(page: Page): Promise<string[]> {
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  return loaded.map((address) => new URL(address).pathname).filter((path) => path.endsWith('.js'));
}

/** Bytes, in the largest form in which the gateway sends it compressed. */
function sizeOf(path: string): number {
  return statSync(join(DIST, `${path.replace('/dashboard/', '')}.gz`)).size;
}

it('loads no script of the dashboard on the front page, and little on a first visit of the inbox', async () => {
  await using visit = await portal.visit({ language: 'ar' });
  const { page } = visit;
  await page.goto('/');
  expect(await scriptsOf(page)).toEqual(['/assets/landing.js']);
  await visit.signIn();
  await page.waitForLoadState('networkidle');
  const fetchedAtOnce = (name: string) => page.locator(`link[rel="modulepreload"][href*="/${name}-"]`).count();
  expect([await fetchedAtOnce('arabic'), await fetchedAtOnce('english')]).toEqual([1, 0]);
  const scripts = await scriptsOf(page);
  expect(scripts.some((path) => path.includes('/thread-'))).toBe(true);
  const bytes = scripts.reduce((sum, path) => sum + sizeOf(path), 0);
  // What stands behind the list before it is needed is in it: the thread and the words for failures.
  expect(bytes).toBeGreaterThan(100 * 1024);
  expect(bytes).toBeLessThanOrEqual(300 * 1024);
});

describe.each(['en', 'ar'] as const)('in %s', (language) => {
  describe.each(['light', 'dark'] as const)('%s', (theme) => {
    it('has nothing that axe objects to, at the door and behind it', async () => {
      await using visit = await portal.visit({ language, theme });
      await visit.page.goto('/');
      expect(await visit.accessibility()).toEqual([]);
      await visit.signIn();
      await visit.page.getByRole('heading', { level: 1 }).waitFor();
      expect(await visit.accessibility()).toEqual([]);
      await visit.page.setViewportSize({ width: 360, height: 800 });
      expect(await visit.accessibility()).toEqual([]);
    });
  });
});
