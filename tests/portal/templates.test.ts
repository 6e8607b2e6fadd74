import { expect, it } from 'vitest';
import { ask } from './support/ask.ts';
import { openPortal } from './support/portal.ts';

const portal = openPortal();

it('shows every template with its status, finds one, and says why one was refused', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  await visit.enter('/templates');
  await page.getByRole('link', { name: /hello_world/ }).waitFor();
  await page.getByRole('link', { name: /customer_survey.*Paused.*Badly received/ }).waitFor();
  expect(await visit.accessibility()).toEqual([]);

  await page.getByRole('searchbox', { name: 'Search templates' }).fill('gift');
  await expect
    .poll(() =>
      page
        .getByRole('listitem')
        .filter({ has: page.locator('bdi') })
        .count(),
    )
    .toBe(1);
  await page.getByRole('link', { name: /free_gift/ }).click();
  await page.getByRole('heading', { name: 'free_gift' }).waitFor();
  await page.getByText('It can be sent once Meta has approved it.').waitFor();
  expect(await page.getByRole('button', { name: 'Send a test' }).count()).toBe(0);
  expect(await visit.accessibility()).toEqual([]);
});

it('previews what is typed, sends it as a test, and follows what becomes of it', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  await visit.enter('/templates');
  await page.getByRole('link', { name: /order_confirmation.*en\b/ }).click();
  const preview = page.getByRole('figure');
  await preview.getByText(/Hello Ahmed/).waitFor();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await page.getByRole('button', { name: 'Send the test' }).click();
  await page.getByText('This is needed.').waitFor();
  await page.getByLabel('Text: customer_name').fill('<b>Huda</b>');
  await preview.getByText('<b>Huda</b>').waitFor();
  await page.getByRole('textbox', { name: 'To', exact: true }).fill('+964 770 000 0000');
  expect(await visit.accessibility()).toEqual([]);
  await page.getByRole('button', { name: 'Send the test' }).click();
  await page.getByRole('status').getByText('Read', { exact: true }).waitFor();
  const { messages } = await ask<{ messages: { edges: { node: { type: string } }[] } }>(
    portal,
    '{ messages(first: 1, filter: { direction: OUTBOUND }) { edges { node { type } } } }',
  );
  expect(messages.edges[0]?.node).toMatchObject({ type: 'template' });
});

it('says what was wrong with a number, and keeps what was typed', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  await visit.enter('/templates');
  await page.getByRole('link', { name: /hello_world/ }).click();
  await page.getByRole('button', { name: 'Send a test' }).click();
  const to = page.getByRole('textbox', { name: 'To', exact: true });
  await to.fill('0770 000 0000');
  await page.getByRole('button', { name: 'Send the test' }).click();
  await page.getByRole('alert').getByText('+964').waitFor();
  expect(await to.inputValue()).toBe('0770 000 0000');
});

it('hears of a change at Meta', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  await visit.enter('/templates');
  await page.getByRole('link', { name: /hello_world.*Approved/ }).waitFor();
  await portal.gateway.call('POST', '/sandbox/templates/hello_world', { status: 'PAUSED' });
  await page.getByRole('link', { name: /hello_world.*Paused/ }).waitFor();
});

it('is one column on a phone, in Arabic and in the dark', async () => {
  await using visit = await portal.visit({ language: 'ar', theme: 'dark', width: 360, height: 800 });
  const { page } = visit;
  await visit.enter('/templates');
  await page.getByRole('link', { name: /appointment_reminder/ }).click();
  await page.getByRole('heading', { name: 'appointment_reminder' }).waitFor();
  await page.getByRole('figure').getByText(/مرحباً/).waitFor();
  expect(await page.getByRole('searchbox').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'إرسال تجربة' }).click();
  expect(await visit.accessibility()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('button', { name: 'كل القوالب' }).click();
  await page.getByRole('searchbox').waitFor();
});
