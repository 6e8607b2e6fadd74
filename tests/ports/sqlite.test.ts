import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/adapters/store/open.ts';
import { isAtLeast, openWriting } from '../../src/adapters/store/sqlite-connection.ts';
import { isEnvironmentError } from '../../src/adapters/store/sqlite-errors.ts';
import { StoreOpenError } from '../../src/adapters/store/store-errors.ts';
import type { RoutedItem } from '../../src/domain/inbound.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import {
  accept,
  acceptedAs,
  append,
  everyEvent,
  inbound,
  NOW,
  NUMBER,
  registered,
  routed,
  status,
  webhook,
} from './fixtures.ts';
import { SILENT, type SqliteRig, sqliteRig } from './sqlite-rig.ts';
import { storeContract } from './store-contract.ts';

storeContract('SQLite', sqliteRig);

describe('the embedded store', () => {
  let rig: SqliteRig;
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    rig = await sqliteRig();
    await rig.store.numbers.register(registered(NUMBER));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await rig.dispose();
  });

  const open = (path = rig.path, mode: 'live' | 'sandbox' = 'live') =>
    openStore({ url: `file:${path}`, mode, log: SILENT });
  /** Starts a gateway's store elsewhere, with limits set by a shell, and answers with what it prints. */
  const startElsewhere = (path: string, limits = ':') => {
    const script = fileURLToPath(new URL('./sqlite-child.ts', import.meta.url));
    const command = `${limits}; exec "$0" "$1" "$2"`;
    const child = spawn('sh', ['-c', command, process.execPath, script, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    return { child, lines: createInterface({ input: child.stdout }) };
  };
  const peek = (sql: string, path = rig.path) => {
    const db = new DatabaseSync(path, { readOnly: true });
    try {
      return db.prepare(sql).all();
    } finally {
      db.close();
    }
  };

  it('flushes every commit to disk', () => {
    const db = openWriting(join(dirname(rig.path), 'flushed.db'));
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    db.close();
  });

  it('knows which SQLite is too old', () => {
    const verdicts = ['3.51.2', '3.51.3', '3.50.9', '3.53.0', '4.0.0', '2.99.99'].map((v) => isAtLeast(v, [3, 51, 3]));
    expect(verdicts).toEqual([false, true, false, true, true, false]);
  });

  it('tells a failing disk or file from a failing write', () => {
    const IOERR_FSYNC = 10 | (4 << 8);
    const CONSTRAINT_UNIQUE = 19 | (8 << 8);
    const verdict = (errcode: number) => isEnvironmentError(Object.assign(new Error('x'), { errcode }));
    expect([5, IOERR_FSYNC, 13].map(verdict)).toEqual([true, true, true]);
    expect([CONSTRAINT_UNIQUE, 20].map(verdict)).toEqual([false, false]);
    expect(isEnvironmentError(new TypeError('no row'))).toBe(false);
  });

  it('can be read by nobody else', () => {
    expect(statSync(rig.path).mode & 0o777).toBe(0o600);
    expect(statSync(`${rig.path}-wal`).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(rig.path)).mode & 0o777).toBe(0o700);
  });

  it('belongs to one gateway at a time', async () => {
    await expect(open()).rejects.toThrow(/in use by another gateway/);
    await expect(open()).rejects.toBeInstanceOf(StoreOpenError);
    await append(rig.store, inbound('wamid.1'));
    expect(await everyEvent(await rig.reopen())).toHaveLength(1);
  });

  it('remembers its mode', async () => {
    await rig.store.close();
    await expect(open(rig.path, 'sandbox')).rejects.toThrow(/^This store belongs to a live gateway;/);
    const sandboxed = join(dirname(rig.path), 'sandbox.db');
    await (await open(sandboxed, 'sandbox')).close();
    await expect(open(sandboxed)).rejects.toThrow(/^This store belongs to a sandbox;/);
    await rig.reopen();
  });

  it('refuses a store of a newer release, and a file that is none', async () => {
    const newer = join(dirname(rig.path), 'newer.db');
    await (await open(newer)).close();
    const db = new DatabaseSync(newer);
    db.exec("UPDATE meta SET value = '999' WHERE key = 'schema'");
    db.close();
    await expect(open(newer)).rejects.toThrow(/written by a newer release \(schema 999/);
    const none = join(dirname(rig.path), 'none.db');
    writeFileSync(none, 'words '.repeat(1_000));
    await expect(open(none)).rejects.toThrow(/is not a store of this gateway/);
    const directory = join(dirname(rig.path), 'directory.db');
    mkdirSync(directory);
    await expect(open(directory)).rejects.toBeInstanceOf(StoreOpenError);
  });

  it.each([
    ['postgres://localhost/gateway', /PostgreSQL is not supported/],
    ['file::memory:', /must be file:<path>/],
    [':memory:', /must be file:<path>/],
    ['file:', /must be file:<path>/],
  ])('refuses %s with a sentence', async (url, sentence) => {
    await expect(openStore({ url, mode: 'live', log: SILENT })).rejects.toThrow(sentence);
  });

  it('keeps the exact bytes of every webhook, and puts aside what it cannot store', async () => {
    const broken = { ...routed(inbound('wamid.bad')), item: null } as unknown as RoutedItem;
    const bytes = (...values: number[]) => new Uint8Array(values);
    const pooled = Buffer.from([9, 0, 255, 9]).subarray(1, 3);
    await Promise.all([
      rig.store.inbound.append(webhook([routed(inbound('wamid.1'))], { id: 'a', body: pooled })),
      rig.store.inbound.append(webhook([broken], { id: 'b', body: bytes(0, 1) })),
      rig.store.inbound.append(
        webhook([routed(inbound('wamid.2'))], { id: 'c', body: bytes(2), problem: 'odd field' }),
      ),
      rig.store.inbound.append(webhook([routed(inbound('wamid.3'))], { id: 'd', body: null })),
    ]);
    expect(pooled).toEqual(Buffer.from([0, 255]));
    expect(peek('SELECT id, received_at, body FROM raw_webhooks ORDER BY id')).toEqual([
      { id: 'a', received_at: NOW, body: bytes(0, 255) },
      { id: 'b', received_at: NOW, body: bytes(0, 1) },
      { id: 'c', received_at: NOW, body: bytes(2) },
    ]);
    const aside = peek('SELECT webhook_id, problem, items FROM quarantine ORDER BY webhook_id');
    expect(aside).toMatchObject([{ webhook_id: 'b' }, { webhook_id: 'c', problem: 'odd field', items: '[]' }]);
    expect(JSON.parse(String(aside[0]?.['items']))).toEqual([broken]);
    expect(await everyEvent(rig.store)).toHaveLength(3);
  });

  it('rejects what a damaged file does not take, and puts nothing aside for it', async () => {
    const [{ rootpage } = {}] = peek("SELECT rootpage FROM sqlite_schema WHERE name = 'windows'");
    await rig.store.close();
    const file = openSync(rig.path, 'r+');
    writeSync(file, Buffer.alloc(4_096, 0xff), 0, 4_096, (Number(rootpage) - 1) * 4_096);
    closeSync(file);
    const store = await rig.reopen();
    await expect(append(store, inbound('wamid.1'))).rejects.toThrow(/malformed/);
    expect(await everyEvent(store)).toEqual([]);
    expect(peek('SELECT count(*) AS n FROM quarantine')).toEqual([{ n: 0 }]);
  });

  it('keeps no parked status that has been applied', async () => {
    const parked = () => peek('SELECT count(*) AS n FROM parked_statuses');
    await append(rig.store, status('wamid.1', 'SENT'), status('wamid.1', 'READ'), status('wamid.other', 'READ'));
    expect(parked()).toEqual([{ n: 3 }]);
    const id = await accept(rig.store, { direct: true });
    await rig.store.outbox.settle(HOME_TENANT, id, 1, acceptedAs('wamid.1'), NOW);
    expect(parked()).toEqual([{ n: 1 }]);
  });

  it('has all that was acknowledged after kill -9, and is free again', async () => {
    const path = join(dirname(rig.path), 'killed.db');
    const { child, lines } = startElsewhere(path);
    const acknowledged: string[] = [];
    lines.on('line', (line) => acknowledged.push(line));
    while (acknowledged.length < 100) await once(lines, 'line');
    await expect(open(path)).rejects.toThrow(/in use by another gateway/);
    child.kill('SIGKILL');
    await once(child, 'close');

    const store = await open(path);
    const stored = new Set((await everyEvent(store)).map(({ body }) => body.message?.whatsappId));
    expect(acknowledged.filter((name) => !stored.has(name))).toEqual([]);
    await store.close();
  });

  it('rejects what a full disk does not take, and puts nothing aside for it', async () => {
    const path = join(dirname(rig.path), 'full.db');
    const { child, lines } = startElsewhere(path, 'ulimit -f 1500');
    const printed: string[] = [];
    lines.on('line', (line) => printed.push(line));
    await once(child, 'close');

    expect(printed.pop()).toBe('refused');
    const store = await open(path);
    const stored = (await everyEvent(store)).map(({ body }) => body.message?.whatsappId);
    expect(stored.toSorted()).toEqual(printed.toSorted());
    expect(stored.length).toBeGreaterThan(0);
    expect(peek('SELECT count(*) AS n FROM quarantine', path)).toEqual([{ n: 0 }]);
    await store.close();
  });
});
