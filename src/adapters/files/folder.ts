import { constants, createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ByteRange, Files } from '../../ports/files.ts';
import { checkedKey } from './keys.ts';

/**
 * Media files in a folder, mode 0600 in 0700. A file appears under its name only once all of it is on disk. They are
 * spread over 256 folders by the end of their names, which is random.
 */
export async function openFolder(folder: string): Promise<Files> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const shelfOf = (key: string) => join(folder, /([\w-]{2})(?:-thumbnail)?$/.exec(checkedKey(key))?.[1] ?? key);
  const pathOf = (key: string) => join(shelfOf(key), key);

  async function size(key: string): Promise<number | null> {
    try {
      return (await stat(pathOf(key))).size;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
  }

  return {
    async put(key, { path }) {
      const shelf = shelfOf(key);
      await mkdir(shelf, { recursive: true, mode: 0o700 });
      await flush(path);
      await moveInto(path, pathOf(key));
      await flush(shelf);
    },

    open: async (key, range) => ((await size(key)) === null ? null : read(pathOf(key), range)),
    size,

    delete: (key) => rm(pathOf(key), { force: true }),
  };
}

async function flush(path: string): Promise<void> {
  await using file = await open(path, constants.O_RDONLY);
  await file.sync();
}

/** Renames, which is atomic; from another file system it is copied beside its place first. */
async function moveInto(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    const beside = `${to}.part`;
    await copyFile(from, beside);
    await flush(beside);
    await rename(beside, to);
  }
}

/** Opened with the first byte that is asked for, so that what nobody reads holds nothing open. */
async function* read(path: string, range: ByteRange | undefined): AsyncGenerator<Uint8Array, void> {
  yield* createReadStream(path, range) as AsyncIterable<Uint8Array>;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
