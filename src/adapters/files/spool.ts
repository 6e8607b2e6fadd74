import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Spool, Spooled } from '../../ports/files.ts';

/** A spool in a folder of its own: what an earlier process left there is deleted. Names are random, mode 0600. */
export async function openSpool(folder: string): Promise<Spool> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const left of await readdir(folder)) await rm(join(folder, left), { force: true, recursive: true });
  return { take: (bytes, limit) => take(join(folder, randomUUID()), bytes, limit) };
}

async function take(path: string, bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Spooled | null> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    await using file = await open(path, 'wx', 0o600);
    for await (const chunk of bytes) {
      size += chunk.byteLength;
      // Leaving the loop ends the stream.
      if (size > limit) break;
      hash.update(chunk);
      await file.writeFile(chunk);
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  if (size > limit) {
    await rm(path, { force: true });
    return null;
  }
  return { path, size, sha256: hash.digest('hex'), [Symbol.asyncDispose]: () => rm(path, { force: true }) };
}
