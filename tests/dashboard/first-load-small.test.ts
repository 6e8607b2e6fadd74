import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DIST, readBuild } from '../../src/transport/pages/built-files.ts';

/** Bytes of script, compressed as the most modest browser takes them. */
const MOST = 300 * 1024;

it('loads at most 300 kB of script before its first screen, the screen and its language included', async () => {
  const build = await readBuild();
  if (build === null) throw new Error('Build the dashboard first: npm run prepare.');
  const manifest: Record<string, { file: string; isDynamicEntry?: boolean; src?: string }> = JSON.parse(
    readFileSync(`${DIST}manifest.json`, 'utf8'),
  );
  const first = new Set([build.script, ...build.imports]);
  const languages = Object.values(manifest).filter(({ src }) => /^i18n\/(?:english|arabic)\.ts$/.test(src ?? ''));
  const screens = Object.values(manifest).filter(
    ({ src, isDynamicEntry }) => isDynamicEntry && src?.startsWith('screens/'),
  );
  expect([languages.length, screens.length > 0]).toEqual([2, true]);
  const largest = (files: typeof languages) => Math.max(...files.map(({ file }) => sizeOf(file)));
  const bytes = [...first].reduce((sum, file) => sum + sizeOf(file), 0) + largest(languages) + largest(screens);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThanOrEqual(MOST);
});

function sizeOf(file: string): number {
  return readFileSync(`${DIST}${file}.gz`).byteLength;
}
