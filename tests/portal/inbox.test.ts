import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openInbox } from './support/inbox.ts';

const inbox = openInbox();
/** What a browser says of a server that is away. */
const AWAY = /ERR_CONNECTION|WebSocket connection to|status of 503/;

/** Of somebody's conversation, as the gateway has it. */
async function unreadOf(name: string): Promise<number | undefined> {
  const { conversations } = await inbox.ask<{ conversations: { edges: { node: { unreadCount: number } }[] } }>(
    'query Unread($name: String!) { conversations(filter: { search: $name }) { edges { node { unreadCount } } } }',
    { name },
  );
  return conversations.edges[0]?.node.unreadCount;
}

const bubbles = (page: Page, text: string) => page.getByRole('log').getByText(text, { exact: true });

describe('a conversation', () => {
  it('appears when somebody writes, and shows what both sides say as it happens', async () => {
    await using visit = await inbox.visit();
    const { page } = visit;
    await visit.signIn();
    await inbox.writes({ from: '9647701000001', name: 'Zainab Karim', text: 'Is my order ready?' });
    await page.getByRole('link', { name: /Zainab Karim/ }).click();
    await bubbles(page, 'Is my order ready?').waitFor();

    await page.getByRole('textbox', { name: 'Write a message' }).fill('Yes, since *noon*');
    await page.keyboard.press('Enter');
    const answer = page.getByRole('article').filter({ hasText: 'Yes, since noon' });
    await answer.getByText('Read', { exact: true }).waitFor({ state: 'attached' });
    expect(await answer.locator('strong').textContent()).toBe('noon');
    // Who of the team said it.
    await answer.getByText('master').waitFor();

    await inbox.writes({ from: '9647701000001', text: 'Thank you!' });
    await bubbles(page, 'Thank you!').waitFor();
  });

  it('shows one agent what another answers and has read', async () => {
    const from = '9647701000002';
    await inbox.writes({ from, name: 'Two Agents', text: 'Anybody there?' });
    await using first = await inbox.visit();
    await using second = await inbox.visit();
    await Promise.all([first.signIn(), second.signIn()]);
    const row = second.page.getByRole('link', { name: /Two Agents/ });
    await row.getByText('1 unread message').waitFor({ state: 'attached' });
    await first.page.getByRole('link', { name: /Two Agents/ }).click();
    await bubbles(first.page, 'Anybody there?').waitFor();
    await row.getByText('1 unread message').waitFor({ state: 'detached' });
    await row.click();
    await first.page.getByRole('textbox', { name: 'Write a message' }).fill('We are');
    await first.page.keyboard.press('Enter');
    await bubbles(second.page, 'We are').waitFor();
  });

  it('misses no message over a restart of the server', async () => {
    const from = '9647701000003';
    await using visit = await inbox.visit({ expected: AWAY });
    const { page } = visit;
    await visit.signIn();
    await inbox.writes({ from, name: 'Before And After', text: 'before' });
    await page.getByRole('link', { name: /Before And After/ }).click();
    await bubbles(page, 'before').waitFor();
    const restarted = inbox.gateway.restart();
    await page.getByText('Reconnecting… What happens meanwhile').waitFor();
    await restarted;
    // The browser is still waiting for its turn to connect.
    for (const text of ['first', 'second', 'third']) await inbox.writes({ from, text });
    for (const text of ['before', 'first', 'second', 'third']) await bubbles(page, text).waitFor();
    expect(await page.getByRole('article').count()).toBe(4);
  });

  it('shows nothing of what was deleted, and says what was edited', async () => {
    const from = '9647701000004';
    const gone = await inbox.writes({ from, name: 'Second Thoughts', text: 'a secret' });
    const wrong = await inbox.writes({ from, text: 'teh end' });
    await using visit = await inbox.visit();
    const { page } = visit;
    await visit.open('Second Thoughts');
    await inbox.writes({ from, type: 'reaction', reaction: { message_id: wrong, emoji: '❤️' } });
    await page.getByRole('list', { name: 'Reactions' }).getByText('❤️').waitFor();
    await inbox.writes({ from, type: 'revoke', revoke: { original_message_id: gone } });
    const message = { type: 'text', text: { body: 'the end' } };
    await inbox.writes({ from, type: 'edit', edit: { original_message_id: wrong, message } });
    await page.getByText('This message was deleted').waitFor();
    await bubbles(page, 'the end').waitFor();
    await page.getByText('edited', { exact: true }).waitFor();
    expect(await page.getByRole('log').getByText('a secret').count()).toBe(0);
    expect(await page.getByRole('article').count()).toBe(2);
  });
});

describe('what a stranger sends', () => {
  const ATTACKS = [
    '<img src=x onerror="window.attacked=1">',
    '<script>window.attacked=1</script>',
    '[a](javascript:window.attacked=1) javascript:window.attacked=1',
    '"><svg onload=window.attacked=1>',
    '*<b onmouseover=window.attacked=1>*',
  ];

  it('is text wherever it stands, and is never run or followed', async () => {
    const from = '9647701000005';
    const name = `<img src=x onerror="window.attacked=1">${randomUUID().slice(0, 4)}`;
    for (const text of ATTACKS) await inbox.writes({ from, name, text });
    const named = { filename: '<svg onload=window.attacked=1>.html' };
    const html = Buffer.from('<script>window.attacked=1</script>').toString('base64');
    const file = { base64: html, mimeType: 'text/html', ...named };
    await inbox.writes({ from, type: 'document', document: named, file });
    await inbox.writes({ from, type: 'image', image: { mime_type: 'text/html', caption: ATTACKS[0] } });
    const place = { latitude: 33, longitude: 44, name: ATTACKS[0], address: ATTACKS[1] };
    await inbox.writes({ from, type: 'location', location: { ...place, url: 'javascript:window.attacked=1' } });
    const referral = { source_url: 'javascript:window.attacked=1', source_type: 'ad', headline: ATTACKS[1] };
    await inbox.writes({ from, text: 'from an ad', referral });
    const cards = [{ name: { formatted_name: ATTACKS[3] }, phones: [{ phone: ATTACKS[0] }] }];
    await inbox.writes({ from, type: 'contacts', contacts: cards });

    await using visit = await inbox.visit();
    const { page } = visit;
    await visit.open(name.slice(-4));
    await page.getByText('<script>window.attacked=1</script>', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Details', exact: true }).click();
    await page.getByRole('complementary', { name: 'Details' }).getByText('Conversation id').waitFor();
    expect(await page.evaluate(() => Reflect.get(window, 'attacked'))).toBeUndefined();
    const hrefs = await page.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs.filter((href) => !/^(?:\/|#|https?:\/\/)/.test(href))).toEqual([]);
    const foreign = page.locator('a[href^="http"]');
    expect(await foreign.evaluateAll((links) => links.map((link) => link.getAttribute('rel')))).toEqual(
      Array.from({ length: await foreign.count() }, () => 'noopener noreferrer'),
    );
    expect(await page.locator('img[src="x"], main script, main svg[onload]').count()).toBe(0);
  });
});

describe('the read mark', () => {
  it('stays while nobody looks at the tab, and moves when somebody does', async () => {
    await inbox.writes({ from: '9647701000006', name: 'Not Yet Seen', text: 'look at me' });
    await using visit = await inbox.visit();
    const { page } = visit;
    await page.addInitScript(() => {
      document.hasFocus = () => Reflect.get(window, 'looked') === true;
    });
    await visit.open('Not Yet Seen');
    await bubbles(page, 'look at me').waitFor();
    await page.getByText('Unread messages', { exact: true }).waitFor();
    const row = page.getByRole('link', { name: /Not Yet Seen/ });
    await row.getByText('1 unread message').waitFor({ state: 'attached' });
    await page.evaluate(() => {
      Reflect.set(window, 'looked', true);
      window.dispatchEvent(new Event('focus'));
    });
    await row.getByText('1 unread message').waitFor({ state: 'detached' });
    // The line stays where reading began.
    await page.getByText('Unread messages', { exact: true }).waitFor();
  });

  it('moves on with what comes while somebody reads, and the window opens again with it', async () => {
    const from = '9647701000013';
    const long = Math.floor(Date.now() / 1000) - 25 * 60 * 60;
    await inbox.writes({ from, name: 'Comes Back', text: 'long ago', timestamp: long });
    await using visit = await inbox.visit();
    const { page } = visit;
    await visit.open('Comes Back');
    await page.getByText('The 24-hour window is closed').waitFor();
    const row = page.getByRole('link', { name: /Comes Back/ });
    await row.getByText(/unread/).waitFor({ state: 'detached' });
    await inbox.writes({ from, text: 'here again' });
    await bubbles(page, 'here again').waitFor();
    await page.getByRole('textbox', { name: 'Write a message' }).waitFor();
    await page.getByText(/^2[34] h .*left$/).waitFor();
    await expect.poll(() => unreadOf('Comes Back')).toBe(0);
  });

  it('tells the customer only when the setting lets it', async () => {
    await using visit = await inbox.visit();
    const { page } = visit;
    await page.addInitScript(() => localStorage.setItem('dijla-settings', JSON.stringify({ receipts: false })));
    const asked: unknown[] = [];
    page.on('request', (request) => {
      const body: { variables?: { receipt?: boolean } } | null = request.postDataJSON();
      if (request.postData()?.includes('InboxMarkRead') === true) asked.push(body?.variables?.receipt);
    });
    await inbox.writes({ from: '9647701000007', name: 'No Receipt', text: 'hm' });
    await visit.open('No Receipt');
    await expect.poll(() => asked).toEqual([false]);
  });
});

describe('the list', () => {
  it('is narrowed down by words and by what is open, and says how to widen it', async () => {
    await inbox.writes({ from: '9647701000008', name: 'Haidar Alwan', text: 'about pomegranates' });
    await using visit = await inbox.visit();
    const { page } = visit;
    await visit.signIn();
    await page.getByRole('link', { name: /Haidar Alwan/ }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('pomegran');
    await page.getByRole('link', { name: /Haidar Alwan/ }).waitFor();
    await expect.poll(() => page.locator('a[href*="conv_"]').count()).toBe(1);
    await page.getByRole('button', { name: 'Failed' }).click();
    await page.getByRole('button', { name: 'Show every conversation' }).click();
    await page.getByRole('link', { name: /Haidar Alwan/ }).waitFor();
  });

  it('moves no row under the pointer', async () => {
    await inbox.writes({ from: '9647701000009', name: 'Lower Row', text: 'one' });
    await inbox.writes({ from: '9647701000010', name: 'Upper Row', text: 'two' });
    await using visit = await inbox.visit();
    const { page } = visit;
    await visit.signIn();
    const names = () =>
      page.locator('a[href*="conv_"]').evaluateAll((rows) => rows.map((row) => row.textContent ?? ''));
    await page.getByRole('link', { name: /Upper Row/ }).hover();
    await inbox.writes({ from: '9647701000009', text: 'three' });
    await page.getByText('three').waitFor();
    expect((await names())[0]).toContain('Upper Row');
    await page.getByRole('button', { name: 'New messages' }).click();
    await expect.poll(async () => (await names())[0]).toContain('Lower Row');
  });
});

it('offers a key that may only read nothing to send with, and leaves the marks alone', async () => {
  await inbox.writes({ from: '9647701000011', name: 'Only Looking', text: 'hello' });
  const key = await inbox.issueKey(['read']);
  await using visit = await inbox.visit();
  await visit.open('Only Looking', key);
  await visit.page.getByText('Your API key may read, and not send.').waitFor();
  expect(await visit.page.getByRole('textbox', { name: 'Write a message' }).count()).toBe(0);
});

it('says that the gateway does not answer, and tries again when asked', async () => {
  await inbox.writes({ from: '9647701000012', name: 'Patient Person', text: 'still here' });
  await using visit = await inbox.visit({ expected: /Failed to load resource/ });
  const { page } = visit;
  await visit.signIn();
  const row = page.getByRole('link', { name: /Patient Person/ });
  await row.waitFor();
  await page.route('**/graphql', (route) => route.abort());
  await row.click();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Try again' }).click();
  await bubbles(page, 'still here').waitFor();
});

it('leads back from a conversation that is not there', async () => {
  await using visit = await inbox.visit();
  const { page } = visit;
  await visit.enter('/inbox/conv_none');
  await page.getByRole('heading', { name: 'There is no such conversation' }).waitFor();
  await page.getByRole('link', { name: 'Back to the inbox' }).click();
  await page.getByRole('heading', { name: 'Choose a conversation' }).waitFor();
});
