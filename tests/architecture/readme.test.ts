import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { VARIABLE_NAMES } from '../../src/config.ts';
import { ROOT, read } from './imports.ts';

const README = read('README.md');

it('names only files and folders that exist', () => {
  const paths = [...README.matchAll(/`((?:src|client|tests)(?:\/[\w.-]+)*|schema\.graphql|\.env\.example)`/g)].map(
    ([, path]) => path ?? '',
  );
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it('names only scripts that exist', () => {
  const { scripts } = JSON.parse(read('package.json'));
  const named = [...README.matchAll(/`(?:[^`]*&& )?npm (?:run )?([a-z:]+)/g)].map(([, name]) => name ?? '');
  const builtIn = ['install', 'is', 'as', 'alone', 'will'];
  expect(named.filter((name) => !builtIn.includes(name) && scripts[name] === undefined)).toEqual([]);
});

it('lists every variable', () => {
  expect(VARIABLE_NAMES.filter((name) => !README.includes(`\`${name}\``))).toEqual([]);
});

it('imports only what its snippets can find', () => {
  const local = [...README.matchAll(/from '(\.[^']+)'/g)].map(([, path]) => path ?? '');
  expect(local.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
