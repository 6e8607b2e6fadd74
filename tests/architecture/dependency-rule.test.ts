import { expect, it } from 'vitest';
import { type Import, importsOf, packageOf, resolved, sourceFiles } from './imports.ts';

/** What a room may import: rooms of ours, and packages (`node:` stands for Node's own). */
interface Room {
  readonly rooms: readonly string[];
  readonly packages: readonly string[] | 'any';
  readonly cure: string;
}

const PURE = ['zod', 'libphonenumber-js'];

const ROOMS: Readonly<Record<string, Room>> = {
  'src/domain': {
    rooms: ['src/domain'],
    packages: [],
    cure: 'domain is the language everybody speaks: move it out, or pass it in',
  },
  'src/ports': { rooms: ['src/domain', 'src/ports'], packages: [], cure: 'ports hold types only' },
  'src/application': {
    rooms: ['src/domain', 'src/ports', 'src/application'],
    packages: PURE,
    cure: 'ask for it through a port, or list the package here if it is pure',
  },
  'src/adapters': { rooms: ['src/domain', 'src/ports'], packages: 'any', cure: 'adapters meet in app.ts only' },
  'src/transport': {
    rooms: ['src/domain', 'src/application', 'src/transport'],
    packages: 'any',
    cure: 'call the application; it owns the ports',
  },
  'src/sandbox': { rooms: ['src/sandbox'], packages: 'any', cure: 'the sandbox shares no code with the gateway' },
  'client/dashboard': {
    rooms: ['client/dashboard'],
    packages: 'any',
    cure: 'the dashboard knows the server by its schema only: use client/dashboard/generated',
  },
  client: {
    rooms: ['client'],
    packages: 'any',
    cure: 'the client knows the server by its schema only: use client/generated',
  },
};

/** Packages that are somebody's own: only these folders may import them. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  ofetch: ['src/adapters/meta'],
  'node:sqlite': ['src/adapters/store'],
  kysely: ['src/adapters/store'],
  pino: ['src/adapters/system'],
  'prom-client': ['src/adapters/system'],
  '@pothos/core': ['src/transport/graphql'],
  'socket.io': ['src/transport/realtime'],
  react: ['client/dashboard'],
  'react-dom': ['client/dashboard'],
  urql: ['client/dashboard'],
  '@urql/core': ['client/dashboard/data'],
  '@urql/exchange-graphcache': ['client/dashboard/data'],
  '@mantine/core': ['client/dashboard'],
  i18next: ['client/dashboard/i18n', 'client/dashboard/app.tsx'],
};

const FILES = [...sourceFiles('src'), ...sourceFiles('client')].filter((file) => !file.includes('/dist/'));
/** What makes the dashboard, and is no part of it. */
const BUILD = /^client\/dashboard\/(?:build\/|vite\.config\.ts$)/;

function roomOf(path: string): string | undefined {
  return Object.keys(ROOMS).find((room) => path.startsWith(`${room}/`));
}

/** `adapters/store/x.ts` → `adapters/store`; `adapters/wakeup.ts` → itself. */
function adapterOf(path: string): string | undefined {
  return /^src\/adapters\/[^/]+/.exec(path)?.[0];
}

function faultOf(one: Import): string | null {
  const room = ROOMS[roomOf(one.file) ?? ''];
  if (room === undefined) return null;
  const target = resolved(one);
  if (one.specifier.startsWith('.')) {
    const sameAdapter = adapterOf(target) !== undefined && adapterOf(target) === adapterOf(one.file);
    const allowed = sameAdapter || room.rooms.some((name) => target.startsWith(`${name}/`));
    return allowed ? null : room.cure;
  }
  return room.packages === 'any' || room.packages.includes(packageOf(target)) ? null : room.cure;
}

it('imports only what its room may', () => {
  const faults = FILES.flatMap(importsOf).flatMap((one) => {
    const cure = faultOf(one);
    return cure === null ? [] : [`${one.file} -> ${one.specifier}: ${cure}`];
  });
  expect(faults).toEqual([]);
});

it('leaves a package to the room that owns it', () => {
  const faults = FILES.flatMap(importsOf).flatMap((one) => {
    const owners = OWNERS[packageOf(one.specifier)];
    const owned = owners === undefined || owners.some((room) => one.file === room || one.file.startsWith(`${room}/`));
    return owned ? [] : [`${one.file} -> ${one.specifier}: only ${owners.join(', ')} may import it`];
  });
  expect(faults).toEqual([]);
});

it('lets the client run in a browser: it imports nothing of Node', () => {
  const faults = sourceFiles('client')
    .filter((file) => !BUILD.test(file))
    .flatMap(importsOf);
  expect(faults.filter(({ specifier }) => specifier.startsWith('node:'))).toEqual([]);
});

it('keeps the dashboard out of the typed client, and its build out of both', () => {
  const typed = FILES.filter((file) => /^client\/(?!dashboard\/)/.test(file)).flatMap(importsOf);
  expect(typed.filter((one) => resolved(one).startsWith('client/dashboard/'))).toEqual([]);
  const shown = FILES.filter((file) => file.startsWith('client/') && !BUILD.test(file)).flatMap(importsOf);
  expect(shown.filter((one) => BUILD.test(resolved(one)))).toEqual([]);
});

it('lets only app.ts see every room, and what is run only config and app', () => {
  const run = ['src/main.ts', 'src/replay.ts'].flatMap(importsOf).map(({ specifier }) => specifier);
  expect(run.filter((specifier) => !['./app.ts', './config.ts', './replay-app.ts'].includes(specifier))).toEqual([]);
  const roots = FILES.filter((file) => /^src\/[^/]+\.ts$/.test(file)).sort();
  expect(roots).toEqual([
    'src/app.ts',
    'src/banner.ts',
    'src/config.ts',
    'src/main.ts',
    'src/replay-app.ts',
    'src/replay.ts',
    'src/transport.ts',
    'src/upstream.ts',
  ]);
});
