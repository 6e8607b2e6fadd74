import { readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DIST, readBuild } from '../../src/transport/pages/built-files.ts';

/** Bytes of script, compressed as the most modest browser takes them; a first visit may have 300 kB in all. */
const MOST = 240 * 1024;

interface Chunk {
  readonly file: string;
  readonly src?: string;
  readonly imports?: readonly string[];
}

it('loads at most 240 kB of script before the first screen is there, its language and what it imports included', async () => {
  const build = await readBuild();
  if (build === null) throw new Error('Build the dashboard first: npm run prepare.');
  const manifest: Readonly<Record<string, Chunk>> = JSON.parse(readFileSync(`${DIST}manifest.json`, 'utf8'));
  const withImports = (key: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(key)) return seen;
    seen.add(key);
    for (const next of manifest[key]?.imports ?? []) withImports(next, seen);
    return seen;
  };
  const bytes = (keys: Iterable<string>) =>
    [...keys].reduce((sum, key) => sum + statSync(`${DIST}${manifest[key]?.file}.gz`).size, 0);

  const languages = ['i18n/english.ts', 'i18n/arabic.ts'].map((key) => withImports(key));
  const [language = new Set<string>()] = languages.sort((one, other) => bytes(other) - bytes(one));
  const first = new Set([...withImports('main.tsx'), ...language, ...withImports('screens/inbox/inbox.tsx')]);
  expect(bytes(first)).toBeGreaterThan(100 * 1024);
  expect(bytes(first)).toBeLessThanOrEqual(MOST);
});
