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
  if (location.kind === 'folder') {
    const files = await openFolder(location.path);
    // On the same file system, so that what was spooled is moved into its place and not copied.
    return { files, spool: await openSpool(join(location.path, '.spool')), async [Symbol.asyncDispose]() {} };
  }
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
