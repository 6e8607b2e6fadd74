import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { launch } from './chromium.ts';

export interface Looks {
  readonly language?: 'en' | 'ar';
  readonly theme?: 'light' | 'dark';
  /** CSS pixels; 360 is a phone, 1440 a desk. */
  readonly width?: number;
  readonly height?: number;
  /** Console messages and failed requests that the test itself brings about. */
  readonly expected?: RegExp;
  /** False for a browser without JavaScript. */
  readonly script?: boolean;
}

/** One browser window on the gateway. What it complains of, or asks of other hosts, fails the test that closes it. */
export interface Visit extends AsyncDisposable {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Signs in without the front page, which has tests of its own; resolves when the dashboard is live where it begins. */
  signIn(key?: string): Promise<void>;
  /** The same at a screen, such as `/settings`. */
  enter(path: string, key?: string): Promise<void>;
  /** WCAG 2.2 AA as far as a machine can judge it: what axe finds, in a line each. */
  accessibility(): Promise<string[]>;
  /** A picture in `<tmp>/gateway-screenshots`, to be looked at. */
  screenshot(name: string): Promise<void>;
}

export interface Portal {
  readonly gateway: TestGateway;
  visit(looks?: Looks): Promise<Visit>;
}

const PICTURES = join(tmpdir(), 'gateway-screenshots');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A real gateway with its sandbox and one real browser, for all tests of a file. Call it at the file's top. */
export function openPortal(env: Readonly<Record<string, string>> = {}): Portal {
  let gateway: TestGateway | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    [gateway, browser] = await Promise.all([startGateway(env), launch()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await gateway?.close();
  });

  function running<T>(one: T | undefined): T {
    if (one === undefined) throw new Error('The portal is used before its tests begin.');
    return one;
  }

  return {
    get gateway() {
      return running(gateway);
    },
    visit: (looks = {}) => visit(running(browser), running(gateway), looks),
  };
}

/** Less than a whole test has, so that a failure names the step that was waited for. */
const STEP_MS = 15_000;

async function visit(browser: Browser, gateway: TestGateway, looks: Looks): Promise<Visit> {
  const { expected, height = 900, language = 'en', script = true, theme = 'light', width = 1440 } = looks;
  const context = await browser.newContext({
    baseURL: gateway.url,
    locale: language === 'ar' ? 'ar-IQ' : 'en-GB',
    colorScheme: theme,
    viewport: { width, height },
    hasTouch: width < 768,
    javaScriptEnabled: script,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(STEP_MS);
  const complaints: string[] = [];
  page.on('console', (message) => {
    const says = `${message.type()}: ${message.text()}`;
    if (['error', 'warning'].includes(message.type()) && !expected?.test(says)) complaints.push(says);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(gateway.url).host) complaints.push(`other host: ${host}`);
  });

  async function enter(path: string, key = gateway.key): Promise<void> {
    const answer = await context.request.post('/api/v1/session', { data: { key } });
    expect(answer.status()).toBe(200);
    await page.goto(`/dashboard${path}`);
    await page.waitForURL('**/dashboard/**');
    await page.waitForSelector('[data-state="live"]', { state: 'attached' });
  }

  return {
    page,
    context,
    signIn: (key) => enter('', key),
    enter,
    async accessibility() {
      // Run by the browser's own tools, which no policy of the page stops.
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate((tags) => window.axe.run({ runOnly: tags }), WCAG);
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
    },
    async screenshot(name) {
      await mkdir(PICTURES, { recursive: true });
      await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
    },
    async [Symbol.asyncDispose]() {
      await context.close();
      expect(complaints).toEqual([]);
    },
  };
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
