import { beforeAll, expect, it } from 'vitest';
import { openPortal } from './support/portal.ts';
import { OMAR, tellOf } from './support/story.ts';

const portal = openPortal();
const { open, reply, settled, write } = tellOf(portal);

beforeAll(async () => {
  await write(OMAR, 'Hello', 'Omar');
  await settled();
});

it('shows what happens as it happens, with how soon it was stored, and opens to its JSON', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  await open(visit, '/live');
  await page.getByText('Listening').waitFor();
  await write(OMAR, 'Hello there', 'Omar');
  const row = page.getByRole('button', { name: /Incoming.*Omar.*Hello there/ });
  await row.waitFor();
  expect(await row.textContent()).toMatch(/From received to stored: \d+ ms/);
  await row.click();
  const body = page.getByRole('region', { name: 'The event' });
  await expect.poll(() => body.textContent()).toContain('"text": "Hello there"');
  await expect
    .poll(() => page.getByRole('region', { name: 'What WhatsApp sent' }).textContent())
    .toContain('"body": "Hello there"');
  expect(await visit.accessibility()).toEqual([]);
});

it('counts what comes while it is paused, and shows it afterwards', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  await open(visit, '/live');
  await page.getByRole('button', { name: 'Pause' }).click();
  await write(OMAR, 'one', 'Omar');
  await write(OMAR, 'two', 'Omar');
  const news = page.getByRole('button', { name: '2 new events' });
  await news.waitFor();
  expect(await page.getByText('two', { exact: true }).count()).toBe(0);
  await news.click();
  await page.getByText('two', { exact: true }).waitFor();
});

it('draws the rows in sight alone, and leaves them in their place for whoever reads further down', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  await open(visit, '/live');
  await page.getByText('Listening').waitFor();
  await Promise.all(Array.from({ length: 60 }, (_, at) => write(OMAR, `line ${at}`, 'Omar')));
  await page.getByText(/^(?:[6-9]\d|\d{3,}) events$/).waitFor();
  await settled();
  const stream = page.getByRole('region', { name: 'Events, the newest first' });
  expect(await stream.getByRole('listitem').count()).toBeLessThan(40);
  await stream.evaluate((element) => element.scrollTo({ top: 1_200 }));
  await expect.poll(() => stream.getByRole('listitem').first().getAttribute('aria-posinset')).not.toBe('1');
  const read = await stream.getByRole('listitem').nth(10).textContent();
  await write(OMAR, 'the latest', 'Omar');
  const news = page.getByRole('button', { name: /\d+ new events?/ });
  await news.waitFor();
  expect(await stream.getByRole('listitem').nth(10).textContent()).toBe(read);
  await news.click();
  await page.getByText('the latest', { exact: true }).waitFor();
});

it('keeps its filters in the address', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  await open(visit, '/live');
  await page.getByLabel('Event', { exact: true }).selectOption('status');
  await page.waitForURL(/kind=status/);
  await reply(OMAR, 'Answer');
  await page.getByRole('button', { name: /Status.*Answer.*Accepted/ }).waitFor();
  expect(await page.getByRole('button', { name: /Outgoing/ }).count()).toBe(0);
  await page.getByLabel('Event', { exact: true }).selectOption('outbound');
  await page.getByRole('button', { name: /Outgoing.*Answer/ }).waitFor();
  await page.goBack();
  await page
    .getByRole('button', { name: /Status.*Answer/ })
    .first()
    .waitFor();
  expect(await page.getByLabel('Event', { exact: true }).inputValue()).toBe('status');
});
