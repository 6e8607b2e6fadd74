import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packed from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { read } from '../../architecture/imports.ts';

const { version } = JSON.parse(read('node_modules/@sparticuz/chromium/package.json'));

/** Its own process per tab, and the web's own rules: the package's flags for Lambda turn both off. */
const ARGS = ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage', '--font-render-hinting=none', '--disable-gpu'];

/** A real Chromium, from npm alone. */
export async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: await unpacked(), args: ARGS, headless: true });
}

/** Unpacked once per machine, beside its final place, so that no worker ever runs half a browser. */
async function unpacked(): Promise<string> {
  const place = join(tmpdir(), `gateway-chromium-${version}`);
  const path = join(place, 'chromium');
  if (existsSync(path)) return path;
  const folder = await mkdtemp(join(tmpdir(), 'gateway-chromium-'));
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = folder;
  try {
    await packed.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  }
  // Another worker may have been quicker; its browser is as good.
  await rename(folder, place).catch(() => rm(folder, { recursive: true, force: true }));
  return path;
}
