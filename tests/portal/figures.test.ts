import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPortal } from './support/portal.ts';
import { OMAR, tellOf, ZAINAB } from './support/story.ts';

const portal = openPortal();
const { open, post, send, settled } = tellOf(portal);

async function issueKey(name: string, scopes: string): Promise<string> {
  const { data } = await post('/graphql', {
    query: `mutation { issueApiKey(name: "${name}", scopes: [${scopes}]) { ... on IssuedApiKey { key } } }`,
  });
  return data.issueApiKey.key;
}

beforeAll(async () => {
  await post('/sandbox/messages', { from: OMAR, text: 'Hello', name: 'Omar' });
  await send(OMAR);
  await send(OMAR);
  await post('/sandbox/faults', { code: 131026, to: ZAINAB, times: 1 });
  await send(ZAINAB);
  await settled();
});

describe('delivery', () => {
  it('counts by outcome, day, reason and template, as a picture and as figures', async () => {
    await using visit = await portal.visit();
    const { page } = visit;
    await open(visit, '/delivery');
    await page.getByRole('img', { name: /Messages by day and outcome, over 7 days/ }).waitFor();
    const figures = await page.locator('main dl').first().textContent();
    expect(figures).toMatch(/Accepted for sending3.*Delivered2.*66\.7%.*Read2.*100%.*Failed1.*33\.3%/);
    expect(await visit.accessibility()).toEqual([]);

    await page.getByText('Table', { exact: true }).click();
    const days = page.getByRole('region', { name: 'By day' });
    await expect.poll(() => days.getByRole('row').nth(1).textContent()).toMatch(/321$/);
    const template = page.getByRole('region', { name: 'By template' }).getByRole('row').nth(1);
    expect(await template.textContent()).toMatch(/hello_world en_US32 · 67%2 · 100%1 · 33%/);
    await page.getByText('No message waits to be sent.').waitFor();
    expect(await visit.accessibility()).toEqual([]);
  });

  it('explains a code, and leads to its messages', async () => {
    await using visit = await portal.visit();
    const { page } = visit;
    await open(visit, '/delivery?span=30');
    const reasons = page.getByRole('region', { name: 'Why messages failed' });
    await expect.poll(() => reasons.textContent()).toContain('WhatsApp cannot deliver to this person');
    await reasons.getByRole('link', { name: 'Show it' }).click();
    await page.waitForURL(/\/messages\?code=131026&from=/);
    await page.getByRole('heading', { name: 'Messages' }).waitFor();
    await expect.poll(() => page.getByRole('row').count()).toBe(2);
  });

  it('says what to do when nothing was sent', async () => {
    await using visit = await portal.visit();
    await open(visit, '/delivery?from=2020-01-01&to=2020-01-02');
    await visit.page.getByText('Nothing was sent in these days').waitFor();
  });
});

describe('usage', () => {
  it('tells what was used, and makes a file of it', async () => {
    await using visit = await portal.visit();
    const { page } = visit;
    await open(visit, '/usage?span=1');
    await page.getByRole('img', { name: /Messages sent and received by day/ }).waitFor();
    expect(await page.locator('main dl').first().textContent()).toMatch(/Sent3Received1Failed1/);
    expect(await visit.accessibility()).toEqual([]);
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByText('JSON lines').click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Make the file' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^usage-\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d\.jsonl$/);
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\n');
    await dialog.getByText(`${lines.length} rows`, { exact: true }).waitFor();
    expect(lines.map((line) => JSON.parse(line).direction)).toContain('OUTBOUND');
  });
});

describe('the audit log', () => {
  it('tells who did what, narrowed down by the address', async () => {
    await using visit = await portal.visit();
    const { page } = visit;
    await issueKey('agent', 'read, send');
    await open(visit, '/audit');
    const rows = page.getByRole('row');
    await rows.filter({ hasText: 'Signed in' }).first().waitFor();
    await page.getByLabel('Action').selectOption('api_key.issue');
    await page.waitForURL(/action=api_key.issue/);
    await expect.poll(() => rows.filter({ hasText: 'Signed in' }).count()).toBe(0);
    const issued = await rows.nth(1).textContent();
    expect(issued).toContain('API key issued');
    expect(issued).toContain('agent');
    expect(issued).not.toMatch(/dk_test/);
    expect(await visit.accessibility()).toEqual([]);
  });
});

it('tells what waits, since when, and why', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  await post('/sandbox/faults', { code: 130429, retryAfter: 600, times: 1 });
  const message = { to: OMAR, templateName: 'hello_world', languageCode: 'en_US' };
  await portal.gateway.call('POST', '/api/v1/whatsapp/send', { message }, { prefer: 'respond-async' });
  await expect
    .poll(async () => {
      const { data } = await post('/graphql', { query: '{ phoneNumbers { queue { depth pausedUntil } } }' });
      return data.phoneNumbers.map(
        ({ queue }: { queue: { pausedUntil: string | null } }) => queue.pausedUntil !== null,
      );
    })
    .toContain(true);
  await open(visit, '/delivery');
  const waiting = page.getByRole('region', { name: 'Waiting now' }).getByRole('row').nth(1);
  await expect.poll(() => waiting.textContent()).toMatch(/^\+\d+1\d+(\.\d)?m?s.*Paused until/);
});

it('offers a key without the scope `manage` neither usage nor the audit log', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  await open(visit, '/delivery', await issueKey('reader', 'read'));
  const navigation = page.getByRole('navigation', { name: 'Screens' });
  await navigation.getByRole('link', { name: 'Delivery' }).waitFor();
  expect(await navigation.getByRole('link', { name: /Usage|Audit log/ }).count()).toBe(0);
  await page.goto('/dashboard/audit');
  await page.getByText('There is no such screen').waitFor();
});

describe('the calendar of a field for days', () => {
  it('begins on Saturday in Arabic, in the digits that were chosen, and is walked by the keyboard', async () => {
    await using visit = await portal.visit({ language: 'ar' });
    const { page } = visit;
    await open(visit, '/usage?from=2026-05-03&to=2026-05-09');
    const field = page.getByRole('button', { name: /^الأيام:/ });
    await expect.poll(() => field.textContent()).toMatch(/^٣\s?–\s?٩ أيار\S* ٢٠٢٦$/);
    await field.click();
    const calendar = page.getByRole('dialog');
    await calendar.getByRole('button', { name: 'أيار ٢٠٢٦', exact: true }).waitFor();
    expect(await calendar.locator('thead .visually-hidden').allTextContents()).toEqual([
      ...['السبت', 'الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة'],
    ]);
    // The second of May 2026 is a Saturday: the first cell of its week.
    expect(await calendar.locator('tbody tr').nth(1).locator('td').first().textContent()).toBe('٢');
    expect(await visit.accessibility()).toEqual([]);

    const day = (count: string) => calendar.getByRole('button', { name: new RegExp(`^\\S+ ${count} أيار`) });
    await day('١٢').focus();
    // From right to left the next day is on the left.
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => day('١٣').evaluate((cell) => cell === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/from=2026-05-13&to=2026-05-20/);
    await expect.poll(() => field.evaluate((button) => button === document.activeElement)).toBe(true);

    await page.evaluate(() => localStorage.setItem('dijla-settings', JSON.stringify({ digits: 'latn' })));
    await page.reload();
    await expect.poll(() => field.textContent()).toMatch(/^13\s?–\s?20 أيار\S* 2026$/);
    await field.click();
    expect(await calendar.locator('tbody tr').nth(1).locator('td').first().textContent()).toBe('2');
  });

  it('begins on Monday in English, and has usual days beside it', async () => {
    await using visit = await portal.visit();
    const { page } = visit;
    await open(visit, '/audit');
    await page.getByRole('button', { name: 'Days: Any day' }).click();
    const calendar = page.getByRole('dialog', { name: 'Days' });
    await expect.poll(() => calendar.locator('thead .visually-hidden').first().textContent()).toBe('Monday');
    // Today is the tenant's, which the browser's may not be.
    const today = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Baghdad', day: 'numeric' }).format(Date.now());
    expect(await calendar.locator('[aria-current="date"]').textContent()).toBe(today);
    await calendar.getByRole('button', { name: 'Last 7 days' }).click();
    await page.waitForURL(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
    await page.getByRole('button', { name: /^Days: \d/ }).click();
    await page.keyboard.press('Escape');
    await calendar.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByRole('button', { name: 'Days: Any day' }).waitFor();
  });
});

it('offers to try again when the gateway does not answer', async () => {
  await using visit = await portal.visit({ expected: /Failed to load resource|net::ERR_FAILED/ });
  const { page } = visit;
  await visit.signIn();
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('RecordsDelivery') ? route.abort() : route.continue(),
  );
  await page.getByRole('link', { name: 'Delivery' }).click();
  const again = page.getByRole('button', { name: 'Try again' });
  await again.waitFor();
  await page.unroute('**/graphql');
  await again.click();
  await page.getByRole('img', { name: /Messages by day/ }).waitFor();
});

it('fits a phone in Arabic, its charts in Latin digits and from left to right', async () => {
  await using visit = await portal.visit({ width: 360, height: 800, language: 'ar', theme: 'dark' });
  const { page } = visit;
  await visit.signIn();
  for (const path of ['/delivery', '/usage', '/audit']) {
    await page.goto(`/dashboard${path}`);
    await page.getByRole('heading', { level: 2 }).or(page.getByRole('row')).first().waitFor();
    const main = page.locator('main');
    expect(await main.evaluate(({ clientWidth, scrollWidth }) => scrollWidth - clientWidth)).toBe(0);
    expect(await visit.accessibility()).toEqual([]);
  }
  await page.goto('/dashboard/delivery');
  const chart = page.locator('svg[role="img"]');
  await chart.locator('text').last().waitFor();
  expect((await chart.locator('text').allTextContents()).join(' ')).not.toMatch(/[٠-٩]/);
  expect(await chart.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
});
