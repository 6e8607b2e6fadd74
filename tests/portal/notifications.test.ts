import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { customerWrites, openThread } from './support/conversations.ts';
import { openPortal, type Visit } from './support/portal.ts';

const portal = openPortal();

/** What a page has shown through the system, and what it has played. */
interface Told {
  readonly notifications: { readonly title: string; readonly body: string; readonly data?: unknown }[];
  tones: number;
}

/** Each page writes down what it hands over to the system; with `worker: false` it is a browser without service workers. */
async function listen({ context }: Visit, { worker = true } = {}): Promise<void> {
  await context.grantPermissions(['notifications']);
  await context.addInitScript((hasWorker) => {
    const told: Told = { notifications: [], tones: 0 };
    class Written {
      static permission = 'granted';
      static requestPermission = async () => 'granted';
      onclick: (() => void) | null = null;
      constructor(title: string, { body }: { body: string }) {
        told.notifications.push({ title, body });
        Object.assign(window, { lastNotification: this });
      }
      close() {}
    }
    const begin = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function start(when?: number) {
      told.tones += 1;
      begin.call(this, when);
    };
    Object.assign(window, { told, Notification: Written });
    const { prototype } = ServiceWorkerRegistration;
    const hand = prototype.showNotification;
    if (!hasWorker) Reflect.deleteProperty(prototype, 'showNotification');
    else
      prototype.showNotification = function show(title, options) {
        told.notifications.push({ title, body: options?.body ?? '', data: options?.data });
        return hand.call(this, title, options);
      };
  }, worker);
}

const told = (page: Page) => page.evaluate(() => Reflect.get(window, 'told') as Told);

/** A browser without a screen keeps no tray: the service worker is told of a click on what the page has handed over. */
async function clickOn({ context }: Visit, { data }: { readonly data: unknown }): Promise<void> {
  const [worker] = context.serviceWorkers();
  if (worker === undefined) throw new Error('There is no service worker.');
  await worker.evaluate((given) => {
    const Click: typeof Event = Reflect.get(globalThis, 'ExtendableEvent');
    const notification = { data: given, close() {} };
    globalThis.dispatchEvent(Object.assign(new Click('notificationclick'), { notification }));
  }, data);
}

async function turnOn(page: Page): Promise<void> {
  await page.goto('/dashboard/settings');
  await page.getByRole('switch', { name: 'Sound' }).check({ force: true });
  await page.getByRole('switch', { name: 'Desktop notifications' }).check({ force: true });
}

it('counts what is unread in the title and the icon', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  await customerWrites(portal.gateway, '9647701240001', 'One');
  await visit.enter('/settings');
  await expect.poll(() => page.title()).toMatch(/^\([1-9]\) Settings/);
  const icon = page.locator('link[rel="icon"]');
  expect(await icon.getAttribute('href')).toMatch(/^blob:/);
  const id = await customerWrites(portal.gateway, '9647701240001', 'Two');
  await expect.poll(() => page.title()).toMatch(/^\(2\) /);
  await openThread(visit, id);
  await expect.poll(() => page.title()).not.toMatch(/^\(/);
  await expect.poll(() => icon.getAttribute('href')).toBe('/assets/icon.svg');
});

it('tells of a message once however many tabs are open, and opens its thread', async () => {
  await using visit = await portal.visit();
  const { context, page } = visit;
  await listen(visit);
  await visit.signIn();
  await turnOn(page);
  const other = await context.newPage();
  await other.goto('/dashboard/settings');
  await other.waitForSelector('[data-state="live"]', { state: 'attached' });
  const id = await customerWrites(portal.gateway, '9647701240002', 'Is *anybody* there?');
  const all = async () => [...(await told(page)).notifications, ...(await told(other)).notifications];
  const data = { path: `/inbox/${id}` };
  await expect.poll(all).toEqual([{ title: 'Customer 0002', body: 'Is anybody there?', data }]);
  await Promise.all([page, other].map((tab) => expect.poll(() => tab.title()).toMatch(/^\(/)));
  expect((await all()).length).toBe(1);
  await other.close();
  await clickOn(visit, { data });
  await page.waitForURL(`**/inbox/${id}`);
});

it('shows them by itself where there is no service worker', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  await listen(visit, { worker: false });
  await visit.signIn();
  await turnOn(page);
  const id = await customerWrites(portal.gateway, '9647701240008', 'Hello');
  await expect.poll(async () => (await told(page)).notifications).toEqual([{ title: 'Customer 0008', body: 'Hello' }]);
  await page.evaluate(() => Reflect.get(window, 'lastNotification').onclick());
  await page.waitForURL(`**/inbox/${id}`);
});

it('says nothing of the thread in focus, of a muted conversation, and in quiet hours', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  await listen(visit);
  const open = await customerWrites(portal.gateway, '9647701240003', 'First');
  const muted = await customerWrites(portal.gateway, '9647701240004', 'First');
  await visit.signIn();
  await turnOn(page);
  await openThread(visit, muted);
  await page.getByRole('button', { name: 'Mute this conversation' }).click();
  await openThread(visit, open);
  await customerWrites(portal.gateway, '9647701240003', 'In front of you');
  await page.getByText('In front of you').first().waitFor();
  await customerWrites(portal.gateway, '9647701240004', 'Hushed');
  await customerWrites(portal.gateway, '9647701240005', 'Heard');
  await expect
    .poll(async () => (await told(page)).notifications)
    .toMatchObject([{ title: 'Customer 0005', body: 'Heard' }]);
  await page.goto('/dashboard/settings');
  await page.getByRole('button', { name: '1 hour' }).click();
  await page.getByText(/^Quiet until/).waitFor();
  await customerWrites(portal.gateway, '9647701240006', 'At night');
  await expect.poll(() => page.title()).toMatch(/^\([2-9]\) /);
  expect((await told(page)).notifications).toEqual([]);
  expect(await visit.accessibility()).toEqual([]);
});

it('asks the browser for permission on a click alone', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  await listen(visit);
  await visit.context.addInitScript(() => {
    Object.assign(window, { asked: 0 });
    Object.assign(Notification, {
      permission: 'default',
      requestPermission: async () => {
        Object.assign(window, { asked: Reflect.get(window, 'asked') + 1 });
        Object.assign(Notification, { permission: 'denied' });
        return 'denied';
      },
    });
  });
  await visit.enter('/settings');
  const choice = page.getByRole('switch', { name: 'Desktop notifications' });
  await choice.waitFor();
  expect(await page.evaluate(() => Reflect.get(window, 'asked'))).toBe(0);
  await choice.click({ force: true });
  await page.getByText('Your browser forbids them').waitFor();
  expect(await page.evaluate(() => Reflect.get(window, 'asked'))).toBe(1);
});
