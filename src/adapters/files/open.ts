import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Files, Spool } from '../../ports/files.ts';
import { openFolder } from './folder.ts';
import type { BucketOptions } from './s3.ts';
import { openSpool } from './spool.ts';

export type FilesLocation =
  | { readonly kind: 'folder'; readonly path: string }
  | ({ readonly kind: 'bucket' } & BucketOptions);

export interface OpenedFiles extends AsyncDisposable {
  readonly files: Files;
  readonly spool: Spool;
}

/** Opens the media store. A folder belongs to one gateway: what an earlier process left half-written in it is deleted. */
export async function openFiles(location: FilesLocation): Promise<OpenedFiles> {
  return location.kind === 'folder' ? inFolder(location.path) : inBucket(location);
}

/** A media store that cannot be opened, in a sentence for the operator; the start knows it by this name. */
class FilesOpenError extends Error {
  override readonly name = 'StoreOpenError';
}

async function inFolder(path: string): Promise<OpenedFiles> {
  try {
    const files = await openFolder(path);
    // On the same file system, so that what was spooled is moved into its place and not copied.
    return { files, spool: await openSpool(join(path, '.spool')), async [Symbol.asyncDispose]() {} };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new FilesOpenError(`The folder ${path} cannot hold media files (${code}); set MEDIA_URL to one that can.`);
  }
}

async function inBucket(location: BucketOptions): Promise<OpenedFiles> {
  // Loaded when it is asked for: the client is large, and most gateways keep their files in a folder.
  const { openBucket } = await import('./s3.ts');
  const files = openBucket(location);
  const folder = await mkdtemp(join(tmpdir(), 'gateway-media-'));
  return {
    files,
    spool: await openSpool(folder),
    async [Symbol.asyncDispose]() {
      files.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
