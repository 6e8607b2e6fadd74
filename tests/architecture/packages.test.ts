import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importsOf, packageOf, ROOT, read, sourceFiles } from './imports.ts';

const CARD = [
  'graphql-yoga',
  'graphql',
  '@pothos/core',
  'graphql-ws',
  'ws',
  'graphql-sse',
  'socket.io',
  'ofetch',
  '@envelop/core',
  '@graphql-codegen/cli',
  'vitest',
];

it("uses each of the card's packages in the project's own code or scripts", () => {
  const files = [
    ...sourceFiles('src'),
    ...sourceFiles('client'),
    ...sourceFiles('tests'),
    'codegen.ts',
    'vitest.config.ts',
  ];
  const imported = new Set(files.flatMap(importsOf).map(({ specifier }) => packageOf(specifier)));
  expect(CARD.filter((name) => !imported.has(name))).toEqual([]);
});

it('has one copy of graphql installed', () => {
  const copies = readdirSync(join(ROOT, 'node_modules'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?:^|node_modules[\\/])graphql[\\/]package\.json$/.test(path),
  );
  expect(copies).toEqual([join('graphql', 'package.json')]);
});

it('records no download address in the lockfile', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved":\s*"https?:/);
});

it('pins every dependency to an exact version', () => {
  const manifest = JSON.parse(read('package.json'));
  const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, version]) => !/^\d/.test(String(version)),
  );
  expect(loose).toEqual([]);
});
