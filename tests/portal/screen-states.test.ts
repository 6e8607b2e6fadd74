import { expect, it } from 'vitest';
import { ask } from './support/ask.ts';
import { openPortal } from './support/portal.ts';

const portal = openPortal();

it('offers a screen whose code did not arrive once more, and shows it then', async () => {
  await using visit = await portal.visit({ expected: /ERR_FAILED|could not be fetched/ });
  const { page } = visit;
  await visit.signIn();
  const code = /\/assets\/settings-[\w-]+\.js$/;
  await page.route(code, (route) => route.abort());
  await page.getByRole('link', { name: 'Settings' }).click();
  const again = page.getByRole('button', { name: 'Try again' });
  await again.waitFor();
  expect(await visit.accessibility()).toEqual([]);
  await page.unroute(code);
  await again.click();
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
});

it('leads past the navigation by the first key, and gives the focus back when a dialog closes', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  await visit.enter('/settings');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  expect(await focused()).toBe('Skip to content');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('screen');
  const link = page.getByRole('link', { name: 'Templates' });
  await link.focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.waitFor();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  await expect.poll(focused).toBe('Templates');
});

it('says that a tenant is suspended, in place of its screens, and goes on when it no longer is', async () => {
  await using visit = await portal.visit({ expected: /status of 403|WebSocket/ });
  const { page } = visit;
  const made = await ask<{ createTenant: { id: string } }>(
    portal,
    'mutation { createTenant(name: "Zawra Books") { ... on Tenant { id } } }',
  );
  const { id } = made.createTenant;
  const issued = await ask<{ issueApiKey: { key: string } }>(
    portal,
    'mutation ($id: ID!) { issueApiKey(tenant: $id, name: "Desk", scopes: [read]) { ... on IssuedApiKey { key } } }',
    { id },
  );
  const become = (state: 'ACTIVE' | 'SUSPENDED') =>
    ask(portal, `mutation ($id: ID!) { updateTenant(id: $id, state: ${state}) { __typename } }`, { id });
  await visit.signIn(issued.issueApiKey.key);
  await become('SUSPENDED');
  await page.getByRole('heading', { name: 'This account is suspended' }).waitFor();
  expect(await visit.accessibility()).toEqual([]);
  await become('ACTIVE');
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.waitForSelector('[data-state="live"]', { state: 'attached' });
});
