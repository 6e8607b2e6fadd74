import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenedFiles, openFiles } from '../../src/adapters/files/open.ts';
import { startBucket } from './bucket.ts';

const BYTES = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 251));

async function* inParts(bytes: Buffer, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all(stream: AsyncIterable<Uint8Array> | null): Promise<Buffer | null> {
  if (stream === null) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

interface Rig {
  readonly opened: OpenedFiles;
  dispose(): Promise<void>;
}

async function folderRig(): Promise<Rig> {
  const path = await mkdtemp(join(tmpdir(), 'gateway-files-'));
  return {
    opened: await openFiles({ kind: 'folder', path }),
    dispose: () => rm(path, { recursive: true }),
  };
}

async function bucketRig(): Promise<Rig> {
  const bucket = await startBucket();
  const opened = await openFiles({
    kind: 'bucket',
    bucket: 'files',
    prefix: 'media/',
    endpoint: bucket.url,
    region: 'test-region',
    accessKeyId: 'access-key',
    secretAccessKey: 'secret',
  });
  return {
    opened,
    async dispose() {
      await opened[Symbol.asyncDispose]();
      await bucket.close();
      expect(bucket.refused).toEqual([]);
      expect([...bucket.objects.keys()].every((path) => path.startsWith('/files/media/med_'))).toBe(true);
    },
  };
}

describe.each([
  ['a folder', folderRig],
  ['a bucket', bucketRig],
])('media files in %s', (_name, make) => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await make();
  });
  afterEach(() => rig.dispose());

  async function put(key: string, bytes: Buffer): Promise<void> {
    await using spooled = await rig.opened.spool.take(inParts(bytes), bytes.length);
    if (spooled === null) throw new Error('expected the bytes to fit');
    await rig.opened.files.put(key, spooled);
  }

  it('give back what was put, whole and in part', async () => {
    const { files } = rig.opened;
    await put('med_1', BYTES);
    expect(await files.size('med_1')).toBe(BYTES.length);
    expect((await all(await files.open('med_1')))?.equals(BYTES)).toBe(true);
    for (const [start, end] of [
      [0, 0],
      [100, 70_000],
      [299_999, 299_999],
    ] as const) {
      expect((await all(await files.open('med_1', { start, end })))?.equals(BYTES.subarray(start, end + 1))).toBe(true);
    }
  });

  it('replace what stood under the key', async () => {
    await put('med_1', BYTES);
    await put('med_1', Buffer.from('short'));
    expect(String(await all(await rig.opened.files.open('med_1')))).toBe('short');
  });

  it('are absent until they are put, and after they are deleted', async () => {
    const { files } = rig.opened;
    const absent = async (key: string) => [await files.size(key), await files.open(key)];
    expect(await absent('med_1')).toEqual([null, null]);
    await put('med_1', BYTES);
    await put('med_1-thumbnail', Buffer.from('small'));
    await files.delete('med_1');
    await files.delete('med_1');
    expect(await absent('med_1')).toEqual([null, null]);
    expect(await files.size('med_1-thumbnail')).toBe(5);
  });

  it.each(['', '..', '../med_1', 'a/b', 'a\\b', '/etc/passwd', 'med_1\0', 'm'.repeat(65)])(
    'refuse the key %j',
    async (key) => {
      const { files } = rig.opened;
      await expect((async () => files.size(key))()).rejects.toThrow('A key of a media file');
      await expect((async () => files.open(key))()).rejects.toThrow('A key of a media file');
      await expect((async () => files.delete(key))()).rejects.toThrow('A key of a media file');
      await expect(put(key, BYTES)).rejects.toThrow('A key of a media file');
    },
  );
});

it('a folder that cannot be had is told in a sentence', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-files-'));
  await writeFile(join(folder, 'file'), 'no folder');
  const opening = openFiles({ kind: 'folder', path: join(folder, 'file', 'media') });
  await expect(opening).rejects.toMatchObject({
    name: 'StoreOpenError',
    message: expect.stringContaining('MEDIA_URL'),
  });
  await rm(folder, { recursive: true });
});

describe('what is spooled', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gateway-files-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const open = () => openFiles({ kind: 'folder', path: folder });
  const spooledFiles = () => readdir(join(folder, '.spool'));

  it('is hashed, readable to the owner alone, and gone when it is disposed of', async () => {
    const { spool } = await open();
    const spooled = await spool.take(inParts(BYTES), BYTES.length);
    if (spooled === null) throw new Error('expected the bytes to fit');
    expect(spooled).toMatchObject({ size: BYTES.length, sha256: createHash('sha256').update(BYTES).digest('hex') });
    expect((await readFile(spooled.path)).equals(BYTES)).toBe(true);
    expect((await stat(spooled.path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, '.spool'))).mode & 0o777).toBe(0o700);
    await spooled[Symbol.asyncDispose]();
    expect(await spooledFiles()).toEqual([]);
  });

  it('is given up when it is too large, without reading on', async () => {
    const { spool } = await open();
    let read = 0;
    async function* counted() {
      for await (const part of inParts(BYTES)) {
        read += 1;
        yield part;
      }
    }
    expect(await spool.take(counted(), 65_536)).toBeNull();
    expect(read).toBe(2);
    expect(await spooledFiles()).toEqual([]);
  });

  it('leaves nothing when its stream breaks', async () => {
    const { spool } = await open();
    async function* broken() {
      yield BYTES;
      throw new Error('cut');
    }
    await expect(spool.take(broken(), 1_000_000)).rejects.toThrow('cut');
    expect(await spooledFiles()).toEqual([]);
  });

  it('is cleared away at the next start when a process died over it', async () => {
    await open();
    await writeFile(join(folder, '.spool', 'left'), 'half');
    await open();
    expect(await spooledFiles()).toEqual([]);
  });

  it('is moved into its place, which only the owner may read', async () => {
    const { files, spool } = await open();
    await using spooled = await spool.take(inParts(BYTES), BYTES.length);
    if (spooled === null) throw new Error('expected the bytes to fit');
    await files.put('med_0123ab', spooled);
    expect(await spooledFiles()).toEqual([]);
    const kept = await stat(join(folder, 'ab', 'med_0123ab'));
    expect([kept.mode & 0o777, kept.size]).toEqual([0o600, BYTES.length]);
  });
});
