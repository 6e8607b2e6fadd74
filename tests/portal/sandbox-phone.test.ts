import { expect, it } from 'vitest';
import { sampleFiles } from '../../src/sandbox/sample-files.ts';
import { ask } from './support/ask.ts';
import { openPortal, type Visit } from './support/portal.ts';

const portal = openPortal();
const WHO = '9647700000000';
const { bytes: buffer, mimeType } = sampleFiles['image']?.({}) ?? { bytes: Buffer.alloc(0), mimeType: '' };
const PICTURE = { name: 'receipt.png', mimeType, buffer };

interface Inbound {
  readonly type: string;
  readonly text: string | null;
  readonly direction: string;
  readonly replyTo: { readonly type: string; readonly text: string | null } | null;
  readonly content: { readonly filename?: string | null; readonly caption?: string | null };
}

/** What has come in, newest first. */
async function inbound(): Promise<Inbound[]> {
  const { messages } = await ask<{ messages: { edges: { node: Inbound }[] } }>(
    portal,
    `{ messages(first: 20, filter: { direction: INBOUND }) { edges { node {
      type text direction replyTo { type text } content { ... on MediaContent { filename caption } } } } } }`,
  );
  return messages.edges.map(({ node }) => node);
}

async function reply(content: object, phone = WHO): Promise<void> {
  const query = 'mutation ($input: SendReplyInput!) { sendReply(input: $input) { __typename } }';
  const { sendReply } = await ask<{ sendReply: { __typename: string } }>(portal, query, {
    input: { to: { phone: `+${phone}` }, content },
  });
  expect(sendReply.__typename).toBe('Message');
}

async function openPhone({ page, enter }: Visit) {
  await enter('/phone');
  const field = page.getByRole('textbox', { name: 'Write as the customer' });
  await field.waitFor();
  return { field, thread: page.getByRole('log', { name: 'Chat on the phone' }) };
}

it('sends what the customer types, and shows what the gateway answers, without anything being reloaded', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  const { field, thread } = await openPhone(visit);
  await field.fill('Is my order on its way?');
  await field.press('Enter');
  await thread.getByText('Is my order on its way?').waitFor();
  await expect.poll(async () => (await inbound())[0]?.text).toBe('Is my order on its way?');
  expect(await field.inputValue()).toBe('');

  await reply({ text: { body: 'It *is*. <img src=x onerror=alert(1)>' } });
  await thread.getByText('<img src=x onerror=alert(1)>').waitFor();
  expect(await thread.locator('strong').textContent()).toBe('is');
  await page.getByRole('region', { name: 'Sandbox phone' }).waitFor();
  expect(await visit.accessibility()).toEqual([]);
});

it('presses buttons, and opens a list to choose from it', async () => {
  await using visit = await portal.visit();
  const { field, thread } = await openPhone(visit);
  await field.fill('Hello');
  await field.press('Enter');
  await thread.getByText('Hello', { exact: true }).waitFor();
  await reply({
    interactive: { buttons: { body: 'When shall we come?', buttons: [{ id: 'a', title: 'Tomorrow morning' }] } },
  });
  await thread.getByRole('button', { name: 'Tomorrow morning' }).click();
  await expect
    .poll(async () => (await inbound())[0])
    .toMatchObject({ text: 'Tomorrow morning', replyTo: { type: 'interactive' } });

  const sections = [{ rows: [{ id: 'tea', title: 'Tea', description: 'With cardamom' }] }];
  await reply({ interactive: { list: { body: 'What would you like?', button: 'The menu', sections } } });
  expect(await thread.getByRole('button', { name: 'Tea' }).isVisible()).toBe(false);
  await thread.getByRole('button', { name: 'The menu' }).click();
  await thread.getByRole('button', { name: /Tea/ }).click();
  await expect.poll(async () => (await inbound())[0]?.text).toBe('Tea');
});

it('attaches a picked file and a dropped one', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  const { field, thread } = await openPhone(visit);
  await page.setInputFiles('input[type="file"]', PICTURE);
  await field.fill('My receipt');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await thread.locator('img').waitFor();
  await expect
    .poll(async () => (await inbound())[0])
    .toMatchObject({ type: 'image', content: { caption: 'My receipt' } });

  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['%PDF-1.4'], 'bill.pdf', { type: 'application/pdf' }));
    return data;
  });
  await page.locator('form', { has: field }).dispatchEvent('drop', { dataTransfer: dropped });
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await thread.getByRole('link', { name: /bill\.pdf/ }).waitFor();
  await expect
    .poll(async () => (await inbound())[0])
    .toMatchObject({ type: 'document', content: { filename: 'bill.pdf' } });

  await page.setInputFiles('input[type="file"]', {
    name: 'film.mp4',
    mimeType: 'video/mp4',
    buffer: Buffer.alloc(3_000_000),
  });
  await page.getByRole('alert').getByText('The sandbox takes files of up to').waitFor();
});

it('shows that the business types and has read, and takes reactions and replies', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  const { field, thread } = await openPhone(visit);
  await field.fill('Anybody there?');
  await field.press('Enter');
  await expect.poll(async () => (await inbound())[0]?.text).toBe('Anybody there?');
  const { conversations } = await ask<{ conversations: { edges: { node: { id: string } }[] } }>(
    portal,
    `{ conversations(first: 1, filter: { search: "${WHO}" }) { edges { node { id } } } }`,
  );
  await ask(portal, 'mutation ($id: ID!) { sendTyping(conversationId: $id) { __typename } }', {
    id: conversations.edges[0]?.node.id,
  });
  await thread.getByText('The business is typing…').waitFor();
  await thread.locator('article').last().getByText('Read', { exact: true }).waitFor();

  await reply({ text: { body: 'Yes, all day.' } });
  const answer = thread.locator('article', { hasText: 'Yes, all day.' });
  await answer.getByRole('button', { name: 'More for this message' }).click();
  await page.getByRole('menuitem', { name: 'React with 👍' }).click();
  await answer.getByText('👍').waitFor();
  await answer.getByRole('button', { name: 'More for this message' }).click();
  await page.getByRole('menuitem', { name: 'Reply' }).click();
  await field.fill('Good');
  await field.press('Enter');
  await expect
    .poll(async () => (await inbound())[0])
    .toMatchObject({ text: 'Good', replyTo: { text: 'Yes, all day.' } });
});

it('is the phone of several people, and of somebody new', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  const { field, thread } = await openPhone(visit);
  await page.getByRole('button', { name: /^Whose phone:/ }).click();
  await page.getByRole('menuitem', { name: /Noor Al-Rubaie/ }).click();
  await page.getByRole('button', { name: /Noor Al-Rubaie/ }).waitFor();
  await thread.getByText('Nothing on this phone yet.').waitFor();

  await page.getByRole('button', { name: /^Whose phone:/ }).click();
  await page.getByRole('menuitem', { name: 'Somebody else…' }).click();
  await page.getByLabel('Name').fill('Layla');
  await page.getByLabel('Phone number').fill('0770');
  await page.getByRole('button', { name: 'Take this phone' }).click();
  await page.getByText('With its country, such as').waitFor();
  await page.getByLabel('Phone number').fill('+964 770 123 4567');
  await page.getByRole('button', { name: 'Take this phone' }).click();
  await field.fill('It is me');
  await field.press('Enter');
  await thread.getByText('It is me').waitFor();
  await expect
    .poll(() => ask(portal, '{ conversations(first: 1) { edges { node { contact { name phone } } } } }'))
    .toMatchObject({ conversations: { edges: [{ node: { contact: { name: 'Layla', phone: '+9647701234567' } } }] } });
});

it('goes on after the gateway was away', async () => {
  await using visit = await portal.visit({ expected: /ERR_CONNECTION|WebSocket|status of 50\d|Failed to load/ });
  const { field, thread } = await openPhone(visit);
  await portal.gateway.restart();
  await visit.page.waitForSelector('[data-state="live"]', { state: 'attached' });
  await field.fill('Back again?');
  await field.press('Enter');
  await thread.getByText('Back again?').waitFor();
}, 40_000);

it('stands beside any other screen, and is still there after a reload', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  await visit.enter('/templates');
  await page.getByRole('button', { name: "Show the customer's phone" }).click();
  const phone = page.getByRole('complementary', { name: 'Sandbox phone beside the screen' });
  await phone.getByRole('textbox', { name: 'Write as the customer' }).fill('Side by side');
  await phone.getByRole('button', { name: 'Send', exact: true }).click();
  await phone.getByRole('log').getByText('Side by side').waitFor();
  await expect.poll(async () => (await inbound())[0]?.text).toBe('Side by side');
  expect(await visit.accessibility()).toEqual([]);
  await page.reload();
  await phone.getByRole('log').getByText('Side by side').waitFor();
  await page.getByRole('button', { name: "Hide the customer's phone" }).click();
  await phone.waitFor({ state: 'detached' });
});

it('is nowhere for a tenant', async () => {
  await using visit = await portal.visit();
  const { issueApiKey } = await ask<{ issueApiKey: { key: string } }>(
    portal,
    'mutation { issueApiKey(name: "agent", scopes: [read, send, manage]) { ... on IssuedApiKey { key } } }',
  );
  await visit.signIn(issueApiKey.key);
  expect(await visit.page.getByRole('link', { name: 'Sandbox phone' }).count()).toBe(0);
});

it.each(['en', 'ar'] as const)('has nothing that axe objects to in %s on a phone, in the dark', async (language) => {
  await using visit = await portal.visit({ language, theme: 'dark', width: 360, height: 800 });
  await portal.gateway.call('POST', '/sandbox/messages', { from: WHO, type: 'image', image: { caption: 'هذه' } });
  await visit.enter('/phone');
  await visit.page.getByRole('log').locator('img').first().waitFor();
  expect(await visit.accessibility()).toEqual([]);
  expect(await visit.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
