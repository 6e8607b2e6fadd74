import { expect, it } from 'vitest';
import { ask } from './support/ask.ts';
import { openPortal, type Visit } from './support/portal.ts';

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
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await preview.getByText(/Hello Ahmed/).waitFor();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await page.getByRole('button', { name: 'Send the test' }).click();
  await page.getByText('This is needed.').waitFor();
  await page.getByLabel('customer name').fill('<b>Huda</b>');
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

/** Made at Meta, and approved. */
async function make(name: string, components: readonly object[]): Promise<void> {
  const query = `mutation ($input: CreateTemplateInput!) { createTemplate(input: $input) { __typename ... on Error { message } } }`;
  const input = { name, language: 'en', category: 'MARKETING', components };
  expect((await ask<{ createTemplate: object }>(portal, query, { input })).createTemplate).toEqual({
    __typename: 'Template',
  });
  await portal.gateway.call('POST', `/sandbox/templates/${name}`, { status: 'APPROVED' });
}

/** Opens the test of a template, with whom it goes to filled in. */
async function test({ page }: Visit, name: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(name) }).click();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await page.getByRole('textbox', { name: 'To', exact: true }).fill('+964 770 000 0000');
}

/** A picture of one pixel. */
const PICTURE = {
  name: 'rug.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

it('tests a carousel with a picture for each card', async () => {
  const card = {
    components: [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::aW'] } },
      { type: 'BODY', text: 'Rug number {{1}} today.', example: { body_text: [['7']] } },
      { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Keep it' }] },
    ],
  };
  await make('rugs', [
    { type: 'BODY', text: 'For you, {{1}}:  see these.', example: { body_text: [['Huda']] } },
    { type: 'CAROUSEL', cards: [card, card] },
  ]);
  await using visit = await portal.visit();
  const { page } = visit;
  await visit.signIn();
  await page.goto('/dashboard/templates');
  await test(visit, 'rugs');
  await page.getByRole('button', { name: 'Send the test' }).click();
  await page.getByText('Fill this in').first().waitFor();
  for (const at of [0, 1]) {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).nth(at).click();
    await (await choosing).setFiles(PICTURE);
  }
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await expect.poll(() => preview.getByRole('img', { name: 'rug.png' }).count()).toBe(2);
  await preview.getByText('Rug number 7 today.').nth(1).waitFor();
  expect(await visit.accessibility()).toEqual([]);
  await page.getByRole('button', { name: 'Send the test' }).click();
  await page.getByRole('status').getByText('Read', { exact: true }).waitFor();
});

it('tests an offer that ends, with a code to copy, below a place', async () => {
  await make('sale', [
    { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Only today', has_expiration: true } },
    { type: 'BODY', text: 'Come and save with us.' },
    { type: 'BUTTONS', buttons: [{ type: 'COPY_CODE', example: 'EID25' }] },
  ]);
  await make('branch', [
    { type: 'HEADER', format: 'LOCATION' },
    { type: 'BODY', text: 'Our new branch is open.' },
  ]);
  await using visit = await portal.visit();
  const { page } = visit;
  await visit.signIn();
  await page.goto('/dashboard/templates');
  await test(visit, 'sale');
  await page.getByLabel('Hours until the offer ends').fill('2');
  await page.getByRole('button', { name: 'Send the test' }).click();
  await page.getByRole('status').getByText('Read', { exact: true }).waitFor();

  await test(visit, 'branch');
  await page.getByLabel('Name of the place').fill('فرع الكرادة');
  await page.getByRole('complementary', { name: 'Preview' }).getByText('فرع الكرادة').waitFor();
  await page.getByLabel('Latitude').fill('133');
  await page.getByRole('button', { name: 'Send the test' }).click();
  await page.getByText('A number of degrees, no more than 90 to either side').waitFor();
  await page.getByLabel('Latitude').fill('33.31');
  await page.getByLabel('Longitude').fill('44.42');
  expect(await visit.accessibility()).toEqual([]);
  await page.getByRole('button', { name: 'Send the test' }).click();
  await page.getByRole('status').getByText('Read', { exact: true }).waitFor();
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
  await page.getByRole('complementary', { name: 'معاينة' }).getByText(/مرحباً/).waitFor();
  expect(await page.getByRole('searchbox').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'إرسال تجربة' }).click();
  expect(await visit.accessibility()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('button', { name: 'كل القوالب' }).click();
  await page.getByRole('searchbox').waitFor();
});
