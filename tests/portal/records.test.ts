import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPortal } from './support/portal.ts';
import { OMAR, tellOf, ZAINAB } from './support/story.ts';

const portal = openPortal();
const { open, post, reply, send, settled, write } = tellOf(portal);
const HOSTILE = '<img src=x onerror=alert(1)> =cmd()';

/** Every message of the history, the oldest first; what the sandbox still does about it has been done. */
async function stored(): Promise<{ id: string; text: string | null; status: string }[]> {
  await settled();
  const { data } = await post('/graphql', { query: '{ messages(first: 100) { edges { node { id text status } } } }' });
  return data.messages.edges.map(({ node }: { node: object }) => node).toReversed();
}

let failed = '';
let long = '';
beforeAll(async () => {
  await write(ZAINAB, HOSTILE, '<b>زينب</b>');
  await write(OMAR, 'Where is my order?', 'Omar');
  await settled();
  await reply(OMAR, 'On its way');
  await post('/sandbox/faults', { code: 131026, to: ZAINAB, times: 1 });
  await send(ZAINAB);
  const messages = await stored();
  failed = messages.find(({ status }) => status === 'FAILED')?.id ?? '';
  long = messages.find(({ text }) => text === 'On its way')?.id ?? '';
});

describe('the history', () => {
  it('is searched and filtered by the address, and shows what people typed as text', async () => {
    await using visit = await portal.visit();
    const { page } = visit;
    await open(visit, '/messages?direction=INBOUND');
    const rows = page.getByRole('row');
    await page.getByText(HOSTILE).waitFor();
    await page.getByText('<b>زينب</b>').waitFor();
    await page.getByLabel('Words of the message, name or phone').fill('order where');
    await page.waitForURL(/q=order/);
    await expect.poll(() => rows.count()).toBe(2);
    expect(await rows.nth(1).textContent()).toContain('Where is my order?');
    expect(await page.locator('mark').allTextContents()).toEqual(['Where', 'order']);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByText('On its way').first().waitFor();
    expect(await visit.accessibility()).toEqual([]);
  });

  it('says that something new has come, and shows it when asked', async () => {
    await using visit = await portal.visit();
    const { page } = visit;
    await open(visit, '/messages');
    await page.getByText('Where is my order?').waitFor();
    await write(OMAR, 'Anybody there?', 'Omar');
    await page.getByRole('button', { name: '1 new message' }).click();
    await page.getByText('Anybody there?').waitFor();
  });

  it('is paged both ways', async () => {
    await using visit = await portal.visit();
    const { page } = visit;
    const before = (await stored()).length;
    await Promise.all(
      Array.from({ length: Math.max(0, 60 - before) }, (_, at) => write(OMAR, `filling ${at}`, 'Omar')),
    );
    const count = (await stored()).length;
    await open(visit, '/messages');
    const rows = page.getByRole('row');
    await expect.poll(() => rows.count()).toBe(51);
    const newest = await rows.nth(1).textContent();
    await page.getByRole('button', { name: 'Older' }).click();
    await page.getByText(HOSTILE).waitFor();
    await expect.poll(() => rows.count()).toBe(count - 50 + 1);
    expect(new URL(page.url()).searchParams.get('after')).toBeTruthy();
    await page.getByRole('button', { name: 'Newer' }).click();
    await expect.poll(() => rows.nth(1).textContent()).toBe(newest);
    await page.goBack();
    await page.getByText(HOSTILE).waitFor();
  });

  it('goes into a file with the filters that are set', async () => {
    await using visit = await portal.visit();
    const { page } = visit;
    await open(visit, '/messages?direction=INBOUND&q=order');
    await page.getByText('Where is my order?').waitFor();
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByText('Asia/Baghdad').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Make the file' }).click(),
    ]);
    await dialog.getByText('1 row', { exact: true }).waitFor();
    expect(file.suggestedFilename()).toBe('messages.csv');
    const text = await readFile(await file.path(), 'utf8');
    expect(text.trimEnd().split(/\r?\n/)).toHaveLength(2);
    expect(text).toContain('time (Asia/Baghdad)');
    expect(text).toContain('Where is my order?');
    expect(await visit.accessibility()).toEqual([]);
  });
});

describe('the page of a message', () => {
  it('has its timeline with the time between its states, and what WhatsApp sent', async () => {
    await using visit = await portal.visit();
    const { page } = visit;
    await open(visit, `/messages/${long}?direction=OUTBOUND`);
    const steps = page.getByRole('region', { name: 'Timeline' }).getByRole('listitem');
    await expect.poll(() => steps.allTextContents()).toHaveLength(6);
    const words = (await steps.allTextContents()).map(
      (text) => /Waiting|Sending|Accepted|Sent|Delivered|Read/.exec(text)?.[0],
    );
    expect(words).toEqual(['Waiting', 'Sending', 'Accepted', 'Sent', 'Delivered', 'Read']);
    expect(await steps.nth(2).textContent()).toMatch(/^After \d+(\.\d)?m?sAccepted/);
    await page.getByText('WhatsApp’s answer to the send').click();
    await expect
      .poll(() => page.getByRole('region', { name: 'WhatsApp’s answer to the send' }).textContent())
      .toContain('"messaging_product": "whatsapp"');
    expect(await visit.accessibility()).toEqual([]);
    await page.getByRole('link', { name: 'Back to the messages' }).click();
    await page.waitForURL(/\/messages\/?\?direction=OUTBOUND$/);
  });

  it('says why a message failed, in the language of the page', async () => {
    await using visit = await portal.visit({ language: 'ar' });
    const { page } = visit;
    await open(visit, `/messages/${failed}`);
    await page.getByText('لا يستطيع واتساب التسليم لهذا الشخص').waitFor();
    expect(await page.getByText('131026').first().isVisible()).toBe(true);
    expect(await visit.accessibility()).toEqual([]);
  });

  it('leads to its place in the conversation', async () => {
    await using visit = await portal.visit();
    const { page } = visit;
    await open(visit, `/messages/${long}`);
    await page.getByRole('link', { name: 'Show in its conversation' }).click();
    await page.waitForURL(/\/inbox\/conv_\w+\?message=msg_/);
    await page.getByRole('log').getByText('On its way').waitFor();
  });

  it('says so when there is none', async () => {
    await using visit = await portal.visit();
    await open(visit, '/messages/msg_nowhere');
    await visit.page.getByText('No such message').waitFor();
    await visit.page.getByRole('link', { name: 'Back to the messages' }).waitFor();
  });
});

it('fits a phone, with filters that fold and targets that a finger hits', async () => {
  await using visit = await portal.visit({ width: 360, height: 800, language: 'ar', theme: 'dark' });
  const { page } = visit;
  await visit.signIn();
  for (const path of ['/live', '/messages', `/messages/${long}`]) {
    await page.goto(`/dashboard${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const main = page.locator('main');
    const small = await main.locator('button:visible, select:visible, input:visible').evaluateAll((targets) =>
      targets
        .map((target) => ({ name: target.outerHTML.slice(0, 80), box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 42 || box.width < 44)
        .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`),
    );
    expect([path, small]).toEqual([path, []]);
    expect(await main.evaluate(({ clientWidth, scrollWidth }) => scrollWidth - clientWidth)).toBe(0);
    expect(await visit.accessibility()).toEqual([]);
  }
  await page.goto('/dashboard/messages');
  await page.getByRole('button', { name: 'التصفية' }).click();
  await page.getByLabel('الاتجاه').selectOption('INBOUND');
  await page.waitForURL(/direction=INBOUND/);
});
