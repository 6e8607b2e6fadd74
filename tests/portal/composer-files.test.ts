import sharp from 'sharp';
import { expect, it } from 'vitest';
import { customerWrites, openThread, sentIn } from './support/conversations.ts';
import { openPortal } from './support/portal.ts';

const portal = openPortal();
const picture = () =>
  sharp({ create: { width: 640, height: 400, channels: 3, background: '#0b6b74' } })
    .png()
    .toBuffer();
const note = (text: string) => ({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });

it('uploads what is picked, refuses what WhatsApp does not take, and sends the words as caption', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  const id = await customerWrites(portal.gateway, '9647701230002', 'Show me');
  await visit.signIn();
  const field = await openThread(visit, id);
  await page.locator('input[type="file"]').setInputFiles([
    { name: 'shelf.png', mimeType: 'image/png', buffer: await picture() },
    { name: 'setup.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
  ]);
  const files = page.getByRole('list', { name: 'Attachments' });
  await files.getByText('WhatsApp does not take this kind of file.').waitFor();
  await field.fill('This one 🌹');
  const send = page.getByRole('button', { name: 'Send', exact: true });
  expect(await send.isDisabled()).toBe(true);
  await files.getByRole('button', { name: 'Remove setup.exe' }).click();
  await send.click();
  await expect
    .poll(async () => (await sentIn(portal.gateway, id)).at(-1)?.content)
    .toMatchObject({ mediaType: 'image', caption: 'This one 🌹' });
  await files.waitFor({ state: 'detached' });
});

it('takes files that are dropped or pasted, wherever on the page, and sends each as a message', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  const id = await customerWrites(portal.gateway, '9647701230012', 'Drop it');
  await visit.signIn();
  const field = await openThread(visit, id);
  const hand = async (kind: 'drop' | 'paste', name: string) => {
    const data = await page.evaluateHandle((file) => {
      const handed = new DataTransfer();
      handed.items.add(new File(['words'], file, { type: 'text/plain' }));
      return handed;
    }, name);
    if (kind === 'drop') {
      await page.locator('main').dispatchEvent('dragover', { dataTransfer: data });
      await page.getByText('Drop files here').waitFor();
      await page.locator('main').dispatchEvent('drop', { dataTransfer: data });
    } else {
      await field.evaluate((element, clipboardData) => {
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, data);
    }
    await page.getByRole('list', { name: 'Attachments' }).getByText(name).waitFor();
  };
  await hand('drop', 'dropped.txt');
  await hand('paste', 'pasted.txt');
  expect(await visit.accessibility()).toEqual([]);
  const send = page.getByRole('button', { name: 'Send', exact: true });
  await expect.poll(() => send.isEnabled()).toBe(true);
  await send.click();
  await expect
    .poll(async () => (await sentIn(portal.gateway, id)).map(({ content }) => content['filename']))
    .toEqual(['dropped.txt', 'pasted.txt']);
});

it('refuses what is dropped while only templates may be sent, says why, and uploads nothing', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  const long = Math.floor(Date.now() / 1000) - 25 * 60 * 60;
  const id = await customerWrites(portal.gateway, '9647701230016', 'Long ago', { timestamp: long });
  await visit.signIn();
  const uploads: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && uploads.push(new URL(request.url()).pathname));
  await page.goto(`/dashboard/inbox/${id}`);
  await page.getByText('The 24-hour window is closed', { exact: true }).waitFor();
  const data = await page.evaluateHandle(() => {
    const handed = new DataTransfer();
    handed.items.add(new File(['words'], 'dropped.txt', { type: 'text/plain' }));
    return handed;
  });
  await page.locator('main').dispatchEvent('dragover', { dataTransfer: data });
  await page.getByText('No files now: the 24-hour window is closed').waitFor();
  expect(await data.evaluate(({ dropEffect }) => dropEffect)).toBe('none');
  await page.locator('main').dispatchEvent('drop', { dataTransfer: data });
  await page.getByText('No files now').waitFor({ state: 'detached' });
  // Whoever writes meanwhile opens the window: what was refused is not taken after all.
  await customerWrites(portal.gateway, '9647701230016', 'Back again');
  await page.getByRole('textbox', { name: 'Write a message' }).waitFor();
  expect(await page.getByRole('list', { name: 'Attachments' }).count()).toBe(0);
  expect(uploads).not.toContain('/api/v1/whatsapp/media');
});

it('uploads again what was not uploaded, and lets go of what is cancelled', async () => {
  await using visit = await portal.visit({ expected: /ERR_FAILED/ });
  const { page } = visit;
  const id = await customerWrites(portal.gateway, '9647701230013', 'Again');
  await visit.signIn();
  await openThread(visit, id);
  const uploads = '**/api/v1/whatsapp/media';
  await page.route(uploads, (route) => route.abort());
  const files = page.getByRole('list', { name: 'Attachments' });
  const pick = (text: string) => page.locator('input[type="file"]').setInputFiles(note(text));
  await pick('first');
  await files.getByText('Not uploaded').waitFor();
  await page.unroute(uploads);
  await files.getByRole('button', { name: 'Try again' }).click();
  await files.getByText('5 byte').waitFor();
  await files.getByRole('button', { name: 'Remove note.txt' }).click();
  // Never answered: it is on its way until it is stopped.
  await page.route(uploads, () => {});
  await pick('second');
  await files.getByRole('button', { name: 'Stop uploading note.txt' }).click();
  await files.waitFor({ state: 'detached' });
  expect(await sentIn(portal.gateway, id)).toEqual([]);
});

it('shows why a message was refused, and gives its words back to be changed', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  const id = await customerWrites(portal.gateway, '9647701230014', 'Refuse');
  await visit.signIn();
  const field = await openThread(visit, id);
  await page.route('**/graphql', (route) => {
    if (!route.request().postData()?.includes('ComposerReply')) return route.fallback();
    const says = { code: 'FORBIDDEN', message: 'Not from this number.', field: null, retryable: false, action: null };
    return route.fulfill({ json: { data: { sendReply: { __typename: 'ForbiddenError', ...says } } } });
  });
  await field.fill('My words');
  await field.press('Enter');
  const refused = page.getByRole('list', { name: 'On the way' });
  await refused.getByText('FORBIDDEN').waitFor();
  expect(await visit.accessibility()).toEqual([]);
  await refused.getByRole('button', { name: 'Edit' }).click();
  await expect.poll(() => field.inputValue()).toBe('My words');
  await refused.waitFor({ state: 'detached' });
});

it('forgets drafts when one signs out', async () => {
  await using visit = await portal.visit({ expected: /status of 401/ });
  const { page } = visit;
  const id = await customerWrites(portal.gateway, '9647701230015', 'Private');
  await visit.signIn();
  const field = await openThread(visit, id);
  await field.fill('Nobody else reads this');
  const kept = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('dijla-private:')).length);
  await expect.poll(kept).toBe(1);
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  expect(await kept()).toBe(0);
});
