import { expect, it } from 'vitest';
import { openPortal } from './support/portal.ts';

const portal = openPortal();
/** What a browser says of a server that is away. */
const AWAY = /ERR_CONNECTION|WebSocket connection to|status of 503/;

async function issueKey(): Promise<{ key: string; id: string }> {
  const query = `mutation { issueApiKey(name: "agent", scopes: [read, send]) {
    __typename ... on IssuedApiKey { key apiKey { id } } ... on Error { message } } }`;
  const answer = await portal.gateway.call('POST', '/graphql', { query });
  const { data } = await answer.json();
  return { key: data.issueApiKey.key, id: data.issueApiKey.apiKey.id };
}

async function revokeKey(id: string): Promise<void> {
  const query = `mutation { revokeApiKey(id: "${id}") { __typename } }`;
  await portal.gateway.call('POST', '/graphql', { query });
}

it('turns round with the language, and stays so on the front page and after a reload', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  await visit.enter('/settings');
  expect(await page.getAttribute('html', 'dir')).toBe('ltr');
  await page.getByText('العربية').click();
  await page.getByRole('heading', { name: 'الإعدادات' }).waitFor();
  expect([await page.getAttribute('html', 'dir'), await page.getAttribute('html', 'lang')]).toEqual(['rtl', 'ar']);
  await page.reload();
  await page.getByRole('heading', { name: 'الإعدادات' }).waitFor();
  await page.goto('/');
  expect(await page.getAttribute('html', 'dir')).toBe('rtl');
});

it('writes Arabic numbers in the digits that were chosen', async () => {
  await using visit = await portal.visit({ language: 'ar' });
  const { page } = visit;
  await visit.enter('/settings');
  const example = page.getByText('كيف تُكتب الأرقام');
  expect(await example.textContent()).toMatch(/[٠-٩]{2}:[٠-٩]{2}/);
  await page.getByText('012', { exact: true }).click();
  await expect.poll(() => example.textContent()).toMatch(/[0-9]{2}:[0-9]{2}/);
});

it('keeps the theme that was chosen', async () => {
  await using visit = await portal.visit({ theme: 'light' });
  const { page } = visit;
  await visit.enter('/settings');
  const scheme = () => page.getAttribute('html', 'data-mantine-color-scheme');
  expect(await scheme()).toBe('light');
  await page.getByText('Dark', { exact: true }).click();
  await expect.poll(scheme).toBe('dark');
  await page.goto('/');
  expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
});

it('leads whoever holds a revoked key back to the door, and says why', async () => {
  await using visit = await portal.visit({ expected: /status of 401/ });
  const { page } = visit;
  const { key, id } = await issueKey();
  await visit.signIn(key);
  await revokeKey(id);
  await page.waitForURL('**/?ended=session');
  await page.getByText('Your session has ended').waitFor();
});

it('comes back by itself when the server was away', async () => {
  await using visit = await portal.visit({ expected: AWAY });
  const { page } = visit;
  await visit.signIn();
  const restarted = portal.gateway.restart();
  await page.waitForSelector('[data-state="reconnecting"]', { state: 'attached' });
  await restarted;
  await page.waitForSelector('[data-state="live"]', { state: 'attached' });
});

it('says that it is offline, and goes on when it no longer is', async () => {
  await using visit = await portal.visit({ expected: /ERR_INTERNET_DISCONNECTED|WebSocket/ });
  await visit.signIn();
  await visit.context.setOffline(true);
  await visit.page.waitForSelector('[data-state="offline"]', { state: 'attached' });
  await visit.context.setOffline(false);
  await visit.page.waitForSelector('[data-state="live"]', { state: 'attached' });
});

it('goes on for another tenant in every tab', async () => {
  await using visit = await portal.visit({ expected: /status of 401/ });
  const { context, page } = visit;
  await portal.gateway.call('POST', '/graphql', {
    query: 'mutation { createTenant(name: "Babel Books") { __typename } }',
  });
  await visit.signIn();
  const other = await context.newPage();
  await other.goto('/dashboard');
  await other.waitForSelector('[data-state="live"]', { state: 'attached' });
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Act for another tenant' }).click();
  await page.getByRole('button', { name: /Babel Books/ }).click();
  for (const tab of [page, other]) await tab.getByRole('button', { name: /^Account: Babel Books/ }).waitFor();
});

it('shows its shortcuts, and hears them', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  await visit.signIn();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.getByText('Settings').waitFor();
  expect(await visit.accessibility()).toEqual([]);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.waitForURL('**/dashboard/templates');
});

it('signs out', async () => {
  await using visit = await portal.visit({ expected: /status of 401/ });
  const { page } = visit;
  await visit.signIn();
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  // To the door, which says nothing of a session that ended: whoever goes knows.
  await page.waitForURL((url) => url.pathname === '/');
  expect(new URL(page.url()).search).toBe('');
  await page.goto('/dashboard');
  expect(new URL(page.url()).pathname).toBe('/');
});

it('has targets that a finger hits, and nothing that runs over a phone', async () => {
  await using visit = await portal.visit({ width: 360, height: 800 });
  const { page } = visit;
  await visit.signIn();
  for (const path of ['/', '/dashboard/settings']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const small = await page.locator('a:visible, button:visible, nav a:visible').evaluateAll((targets) =>
      targets
        .map((target) => ({ text: target.textContent, box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.top >= 0 && (box.height < 44 || box.width < 44))
        .map(({ text, box }) => `${text} ${Math.round(box.width)}×${Math.round(box.height)}`),
    );
    expect(small).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }
});
