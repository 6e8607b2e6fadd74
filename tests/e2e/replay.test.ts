import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/adapters/store/open.ts';
import { silentLog } from '../application/support.ts';
import { ROOT } from '../architecture/imports.ts';

const GOOD = JSON.stringify({ entry: [{ id: '2', changes: [{ field: 'brand_new', value: { new: true } }] }] });

async function storeIn(folder: string) {
  return openStore({ url: `file:${join(folder, 'data/sandbox.db')}`, mode: 'sandbox', log: silentLog });
}

async function folderWith(...bodies: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const store = await storeIn(folder);
  for (const [i, body] of bodies.entries()) {
    const id = `raw_${i}`;
    await store.inbound.append({ id, receivedAt: 0, body: Buffer.from(body), items: [], problem: 'an older release' });
  }
  await store.close();
  return folder;
}

/** Runs `node src/replay.ts` as `npm run replay` does, in an empty environment. */
async function replay(folder: string) {
  const child = spawn(process.execPath, [join(ROOT, 'src/replay.ts')], {
    cwd: folder,
    env: { LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const read = async (stream: AsyncIterable<Buffer>) => {
    let text = '';
    for await (const chunk of stream) text += chunk.toString();
    return text;
  };
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, code] = await Promise.all([read(child.stdout), read(child.stderr), ended]);
  return { stdout, stderr, code };
}

it('prints a line for each webhook and a summary, and ends with 0 when all went through', async () => {
  const folder = await folderWith(GOOD);
  expect(await replay(folder)).toEqual({
    stdout: 'raw_0  received 1970-01-01T00:00:00.000Z  1 new  released\n1 released, 0 still quarantined.\n',
    stderr: '',
    code: 0,
  });
  const store = await storeIn(folder);
  expect(await store.events.page('dijla', 0, 10)).toMatchObject([{ type: 'platform' }]);
  await store.close();
  expect(await replay(folder)).toEqual({ stdout: 'Nothing is quarantined.\n', stderr: '', code: 0 });
});

it('ends with 2 when some are still quarantined', async () => {
  const { stdout, code } = await replay(await folderWith('{"entry": [', GOOD));
  expect(stdout.split('\n')).toEqual([
    'raw_0  received 1970-01-01T00:00:00.000Z  0 new  still quarantined: not JSON',
    'raw_1  received 1970-01-01T00:00:00.000Z  1 new  released',
    '1 released, 1 still quarantined.',
    '',
  ]);
  expect(code).toBe(2);
});

it('says in one sentence that a running gateway must be stopped first, and leaves its store alone', async () => {
  const folder = await folderWith(GOOD);
  const gateway = await storeIn(folder);
  const { stdout, stderr, code } = await replay(folder);
  expect([stdout, code]).toEqual(['', 1]);
  expect(stderr).toMatch(/^The store \S+ is in use by another gateway; stop that one first\.\n$/);
  expect(await gateway.quarantine.list(null, 9)).toHaveLength(1);
  await gateway.close();
});
