import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openInbox } from './support/inbox.ts';

const inbox = openInbox();

const HOUR_S = 60 * 60;
/** As many as Meta puts into one webhook at most. */
const PER_WEBHOOK = 1_000;

/** Somebody writes very much: `count` messages over the last 60 hours at most, in webhooks as Meta batches them. */
async function writesMuch(from: string, name: string, count: number): Promise<void> {
  const { phoneNumbers } = await inbox.ask<{ phoneNumbers: { phoneNumberId: string; display: string }[] }>(
    '{ phoneNumbers { phoneNumberId display } }',
  );
  const [number] = phoneNumbers;
  const metadata = {
    phone_number_id: number?.phoneNumberId,
    display_phone_number: number?.display.replace('+', ''),
  };
  const stored = async () => {
    const { conversations } = await inbox.ask<{ conversations: { edges: { node: { unreadCount: number } }[] } }>(
      'query Stored($name: String!) { conversations(filter: { search: $name }) { edges { node { unreadCount } } } }',
      { name },
    );
    return conversations.edges[0]?.node.unreadCount ?? 0;
  };
  const begin = Math.floor(Date.now() / 1000) - 60 * HOUR_S;
  const step = Math.min(60, (60 * HOUR_S) / count);
  for (let at = 0; at < count; at += PER_WEBHOOK) {
    const messages = Array.from({ length: Math.min(PER_WEBHOOK, count - at) }, (_, index) => ({
      from,
      id: `wamid.${from}.${at + index}`,
      timestamp: `${Math.floor(begin + (at + index) * step)}`,
      type: 'text',
      text: { body: `number ${at + index}${(at + index) % 7 === 0 ? '\nand a second line\nand a third' : ''}` },
    }));
    const contacts = [{ wa_id: from, profile: { name } }];
    const value = { messaging_product: 'whatsapp', metadata, contacts, messages };
    await inbox.gateway.call('POST', '/sandbox/webhooks', { field: 'messages', value });
    // One after the other, as they were written.
    await expect.poll(stored, { interval: 20 }).toBe(at + messages.length);
  }
}

const numbered = (page: Page, number: number) =>
  page
    .getByRole('log')
    .locator('p')
    .filter({ hasText: new RegExp(`^number ${number}(?:\\s|$)`) });

const frames = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

async function scrollBy(page: Page, pixels: number): Promise<void> {
  await page.getByRole('log').evaluate((log, by) => log.scrollBy({ top: by }), pixels);
  await frames(page);
}

/** Scrolls up until a message is in the page. */
async function scrollUpTo(page: Page, number: number): Promise<void> {
  while ((await numbered(page, number).count()) === 0) await scrollBy(page, -150);
}

it('scrolls a thread of hundreds both ways with few elements, and nothing jumps', async () => {
  await writesMuch('9647703000001', 'Writes Much', 750);
  await using visit = await inbox.visit();
  const { page } = visit;
  await visit.open('Writes Much');

  // It opens where nobody has read yet, and marks nothing as read that was not in sight.
  await page.getByText('Unread messages', { exact: true }).waitFor();
  await numbered(page, 0).waitFor();
  const row = page.getByRole('link', { name: /Writes Much/ });
  await row.getByText('750 unread messages').waitFor({ state: 'attached' });

  await page.getByRole('button', { name: /^To the newest message/ }).click();
  await numbered(page, 749).waitFor();
  await row.getByText(/unread/).waitFor({ state: 'detached' });

  // Further up, page by page: what is looked at moves by what was scrolled, though older messages come before it.
  let most = 0;
  for (let number = 740; number > 680; number -= 8) {
    await scrollUpTo(page, number);
    const line = numbered(page, number);
    const before = await line.boundingBox();
    await scrollBy(page, -40);
    const after = await line.boundingBox();
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0) - 40)).toBeLessThan(2);
    most = Math.max(most, await page.getByRole('article').count());
  }
  expect(most).toBeGreaterThan(5);
  expect(most).toBeLessThan(60);
});

it('holds a hundred thousand messages: what is in the page stays little, wherever one reads', {
  timeout: 120_000,
}, async () => {
  const [from, count] = ['9647703000004', 100_000];
  await writesMuch(from, 'Never Stops', count);
  await using visit = await inbox.visit();
  const { page } = visit;
  await visit.open('Never Stops');
  await numbered(page, 0).waitFor();
  await page.getByRole('button', { name: /^To the newest message/ }).click();
  await numbered(page, count - 1).waitFor();

  const { message } = await inbox.ask<{ message: { id: string; conversation: { id: string } } }>(
    `{ message(id: "wamid.${from}.${count / 2}") { id conversation { id } } }`,
  );
  await page.goto(`/dashboard/inbox/${message.conversation.id}?message=${message.id}`);
  await numbered(page, count / 2).waitFor();
  // Beyond what a thread holds at once, and back again: what made room is read once more.
  const shown = () =>
    page
      .getByRole('article')
      .evaluateAll((all) =>
        all.map((one) => Number(/^number (\d+)/.exec(one.querySelector('p')?.textContent ?? '')?.[1])),
      );
  let most = 0;
  for (const [way, last] of [
    [-1, count / 2 - 1_100],
    [1, count / 2 + 100],
  ] as const) {
    for (;;) {
      const numbers = await shown();
      most = Math.max(most, numbers.length);
      // No message is missing between two others.
      expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at));
      if (numbers.includes(last)) break;
      await scrollBy(page, way * 1_200);
    }
  }
  expect(most).toBeLessThan(80);
});

it('shows the message that a link names, amid its neighbours, and the first unread one', async () => {
  await writesMuch('9647703000002', 'Named By Link', 250);
  const { message } = await inbox.ask<{ message: { id: string; conversation: { id: string } } }>(
    '{ message(id: "wamid.9647703000002.150") { id conversation { id } } }',
  );
  await using visit = await inbox.visit();
  const { page } = visit;
  await visit.enter(`/inbox/${message.conversation.id}?message=${message.id}`);
  await page.locator(`[data-message="${message.id}"][data-marked="true"]`).waitFor();
  const box = await numbered(page, 150).boundingBox();
  expect(box?.y).toBeGreaterThan(100);
  expect(box?.y).toBeLessThan(800);
  await page.getByRole('button', { name: 'To the first unread message' }).click();
  await numbered(page, 0).waitFor();
});

it('leads from a quote to the message that it quotes', async () => {
  await writesMuch('9647703000003', 'Quotes Something', 120);
  const replyTo = 'wamid.9647703000003.3';
  await inbox.writes({ from: '9647703000003', name: 'Quotes Something', text: 'about that', replyTo });
  await using visit = await inbox.visit();
  const { page } = visit;
  await visit.open('Quotes Something');
  await page.getByRole('button', { name: /^To the newest message/ }).click();
  await page
    .getByRole('article')
    .filter({ hasText: 'about that' })
    .getByRole('button', { name: /number 3$/ })
    .click();
  await page.locator('[data-marked="true"]').getByText('number 3', { exact: true }).waitFor();
});
