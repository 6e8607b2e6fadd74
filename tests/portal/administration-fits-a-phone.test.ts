import { expect, it } from 'vitest';
import { openPortal } from './support/portal.ts';

const portal = openPortal();

it('fits a phone: nothing runs over, and every target is a finger wide', async () => {
  await using visit = await portal.visit({ language: 'ar', theme: 'dark', width: 360, height: 800 });
  const { page } = visit;
  await visit.signIn();
  for (const path of ['keys', 'tenants', 'tenants/dijla', 'numbers', 'connection']) {
    await page.goto(`/dashboard/${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    expect(await visit.accessibility()).toEqual([]);
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 360]);
    const small = await page.locator('main :is(a, button):visible').evaluateAll((targets) =>
      targets
        .map((target) => ({ text: target.textContent, box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 44 || box.width < 44)
        .map(({ text, box }) => `${text} ${Math.round(box.width)}×${Math.round(box.height)}`),
    );
    expect([path, small]).toEqual([path, []]);
  }
}, 60_000);
