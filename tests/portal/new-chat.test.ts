import { expect, it } from 'vitest';
import { customerWrites, sentIn } from './support/conversations.ts';
import { openPortal } from './support/portal.ts';

const portal = openPortal();

it('reads a number in Arabic digits, sends a template to it, and opens the conversation', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  await visit.signIn();
  await page.getByRole('button', { name: 'New chat' }).click();
  const dialog = page.getByRole('dialog', { name: 'New chat' });
  const number = dialog.getByRole('textbox', { name: 'Phone number' });
  await number.fill('٠٧٧٠ ١٢٣ ٤٥٠١');
  await dialog.getByRole('status').getByText('+964 770 123 4501').waitFor();
  expect(await visit.accessibility()).toEqual([]);
  await number.press('Enter');
  await dialog.getByRole('button', { name: /hello_world/ }).click();
  await dialog.getByRole('button', { name: 'Send template' }).click();
  await page.waitForURL('**/inbox/conv_*');
  const conversation = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  expect((await sentIn(portal.gateway, conversation)).map(({ content }) => content['name'])).toEqual(['hello_world']);
  await page.getByText('Welcome and congratulations!!').first().waitFor();
});

it('opens the conversation of somebody who is known already', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  const id = await customerWrites(portal.gateway, '9647701234502', 'Hello');
  await visit.signIn();
  await page.getByRole('button', { name: 'New chat' }).waitFor();
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Phone number' }).fill('00964 (770) 123-4502');
  await page.getByRole('button', { name: 'Choose a template' }).click();
  await page.waitForURL(`**/inbox/${id}`);
});

it('says what is wrong with what is no number, and follows the country that a number names', async () => {
  await using visit = await portal.visit({ width: 360, height: 800 });
  const { page } = visit;
  await visit.signIn();
  await page.getByRole('button', { name: 'New chat' }).click();
  const dialog = page.getByRole('dialog', { name: 'New chat' });
  const number = dialog.getByRole('textbox', { name: 'Phone number' });
  await number.fill('@zainab');
  await dialog.getByText('Ask for the phone number.').waitFor();
  expect(await dialog.getByRole('button', { name: 'Choose a template' }).isDisabled()).toBe(true);
  await number.fill('+90 532 123 45 67');
  expect(await dialog.getByRole('combobox', { name: 'Country' }).inputValue()).toMatch(/^Türkiye/);
  await number.fill('');
  await dialog.getByRole('combobox', { name: 'Country' }).fill('الأردن');
  await page.getByRole('option', { name: /Jordan/ }).click();
  await number.fill('079 012 3456');
  await dialog.getByRole('status').getByText('+962 7 9012 3456').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await visit.accessibility()).toEqual([]);
});
