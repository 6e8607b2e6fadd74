import { expect, it } from 'vitest';
import { agentWrites, customerWrites, keyOf, openThread, sentIn } from './support/conversations.ts';
import { openPortal } from './support/portal.ts';

const portal = openPortal();

it('sends what was written with Enter, breaks the line with Shift+Enter, and shows it at once', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  const id = await customerWrites(portal.gateway, '9647701230001', 'Is it ready?');
  await visit.signIn();
  const field = await openThread(visit, id);
  await field.fill('First line');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('second line');
  await page.keyboard.press('Enter');
  await expect.poll(() => field.inputValue()).toBe('');
  await page.getByText('second line').first().waitFor();
  await expect.poll(async () => (await sentIn(portal.gateway, id)).at(-1)?.text).toBe('First line\nsecond line');
  // The stored message has taken the place of what was shown before it.
  await page.getByRole('list', { name: 'On the way' }).waitFor({ state: 'detached' });
  expect(await page.getByText('second line').count()).toBeGreaterThan(0);
});

it('fills in a template, shows it as the person will see it, and sends it', async () => {
  await using visit = await portal.visit({ theme: 'dark' });
  const { page } = visit;
  const id = await customerWrites(portal.gateway, '9647701230003', 'Where is my parcel?');
  await visit.signIn();
  await openThread(visit, id);
  await page.getByRole('button', { name: 'Templates' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send a template' });
  await dialog.getByRole('searchbox', { name: 'Find a template' }).fill('parcel');
  await dialog.getByRole('button', { name: /delivery_update/ }).click();
  await dialog.getByRole('button', { name: 'Send template' }).click();
  await dialog.getByText('4 fields are not filled in').waitFor();
  await dialog.getByLabel('Headline: 1').fill('DJ-7');
  await dialog.getByLabel('Value 1').fill('Noor');
  await dialog.getByLabel('Value 2').fill('noon');
  await dialog.getByLabel(/Track parcel/).fill('DJ-7');
  const preview = dialog.getByRole('complementary', { name: 'Preview' });
  await preview
    .getByText('Hi Noor, your parcel leaves our Baghdad warehouse today and should arrive by noon.')
    .waitFor();
  await preview.getByText('Order DJ-7').waitFor();
  expect(await visit.accessibility()).toEqual([]);
  await dialog.getByRole('button', { name: 'Send template' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect
    .poll(async () => (await sentIn(portal.gateway, id)).at(-1)?.content)
    .toMatchObject({ name: 'delivery_update', language: 'en_US' });
});

it('quotes a message, and puts an emoji where the caret is, both found again after a reload', async () => {
  await using visit = await portal.visit({ language: 'ar' });
  const { page } = visit;
  const id = await customerWrites(portal.gateway, '9647701230008', 'متى يصل الطلب؟');
  await visit.signIn();
  const field = await openThread(visit, id);
  await field.fill('شكرا لك');
  expect(await field.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await field.press('Home');
  await page.getByRole('button', { name: 'الرموز التعبيرية' }).click();
  const emoji = page.getByRole('dialog', { name: 'الرموز التعبيرية' });
  await emoji.getByRole('textbox').fill('ورده');
  await emoji.getByRole('button', { name: /^🌹/ }).click();
  expect(await visit.accessibility()).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await field.inputValue()).toBe('🌹شكرا لك');
  await page.getByRole('log').getByText('متى يصل الطلب؟').hover();
  await page.getByRole('button', { name: 'خيارات الرسالة' }).first().click();
  await page.getByRole('menuitem', { name: /^رد/ }).click();
  const bar = page.locator('form').getByText('متى يصل الطلب؟');
  await bar.waitFor();
  await page.reload();
  await bar.waitFor();
  expect(await field.inputValue()).toBe('🌹شكرا لك');
  await field.press('Enter');
  await expect
    .poll(async () => (await sentIn(portal.gateway, id)).at(-1))
    .toMatchObject({ text: '🌹شكرا لك', replyTo: { text: 'متى يصل الطلب؟' } });
  await bar.waitFor({ state: 'detached' });
});

it('says who has answered since the draft began, and asks before it sends', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  const id = await customerWrites(portal.gateway, '9647701230004', 'Do you deliver to Basra?');
  const zainab = await keyOf(portal.gateway, 'Zainab');
  await visit.signIn();
  const field = await openThread(visit, id);
  await field.fill('Yes, we do.');
  await agentWrites(portal.gateway, zainab, id, 'Yes, every Monday.');
  const notice = page.getByRole('alert').filter({ hasText: 'while you were writing' });
  await notice.getByText('Zainab').waitFor();
  await notice.getByText('Yes, every Monday.').waitFor();
  await field.press('Enter');
  await notice.getByRole('button', { name: 'Don’t send yet' }).click();
  expect(await field.inputValue()).toBe('Yes, we do.');
  expect((await sentIn(portal.gateway, id)).map(({ text }) => text)).toEqual(['Yes, every Monday.']);
  await field.press('Enter');
  await notice.getByRole('button', { name: 'Send anyway' }).click();
  await expect.poll(async () => (await sentIn(portal.gateway, id)).length).toBe(2);
  await notice.waitFor({ state: 'detached' });
});

it('keeps a draft with its file over a reload, and tells who has answered meanwhile', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  const id = await customerWrites(portal.gateway, '9647701230005', 'A question');
  const omar = await keyOf(portal.gateway, 'Omar');
  await visit.signIn();
  const field = await openThread(visit, id);
  await field.fill('Half an ans');
  await page.locator('input[type="file"]').setInputFiles({
    name: 'price-list.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('one dinar'),
  });
  await page.getByText('9 byte').waitFor();
  await page.goto('/dashboard/settings');
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await agentWrites(portal.gateway, omar, id, 'All is said.');
  const again = await openThread(visit, id);
  expect(await again.inputValue()).toBe('Half an ans');
  await page.getByRole('list', { name: 'Attachments' }).getByText('price-list.txt').waitFor();
  await page.getByRole('alert').filter({ hasText: 'Omar' }).waitFor();
});

it('sends once what is tried again after its answer was lost', async () => {
  await using visit = await portal.visit({ expected: /ERR_FAILED/ });
  const { page } = visit;
  const id = await customerWrites(portal.gateway, '9647701230006', 'Hello?');
  await visit.signIn();
  const field = await openThread(visit, id);
  // The gateway takes it, and its answer never arrives.
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('ComposerReply')) return route.fallback();
    await route.fetch();
    await route.abort();
  });
  await field.fill('Only once');
  await field.press('Enter');
  const failed = page.getByRole('list', { name: 'On the way' });
  await failed.getByText('The gateway did not answer.').waitFor();
  await page.unroute('**/graphql');
  await page.reload();
  await failed.getByRole('button', { name: 'Try again' }).click();
  await failed.waitFor({ state: 'detached' });
  expect((await sentIn(portal.gateway, id)).map(({ text }) => text)).toEqual(['Only once']);
});

it('turns into the template picker when the window closes, says why, and keeps the draft', async () => {
  await using visit = await portal.visit({ expected: /WebSocket/ });
  const { page } = visit;
  await page.clock.install();
  const almost = Math.floor(Date.now() / 1000) - (23 * 60 + 40) * 60;
  const id = await customerWrites(portal.gateway, '9647701230007', 'Late', { timestamp: almost });
  await visit.signIn();
  const field = await openThread(visit, id);
  await page.getByText(/^Closes at .* (19|20) minutes left$/).waitFor();
  await field.fill('Too late?');
  await page.clock.fastForward('30:00');
  await page.getByText('The 24-hour window is closed').waitFor();
  await page.getByText('Too late?').waitFor();
  expect(await visit.accessibility()).toEqual([]);
  await page.getByRole('button', { name: 'Choose a template' }).click();
  await page.getByRole('button', { name: /hello_world/ }).click();
  await page.getByRole('button', { name: 'Send template' }).click();
  await expect
    .poll(async () => (await sentIn(portal.gateway, id)).at(-1)?.content)
    .toMatchObject({ name: 'hello_world' });
});
