import { GatewayError } from '../domain/errors.ts';
import type { MediaBytes } from '../domain/media.ts';
import type { Files, Spool, Spooled } from '../ports/files.ts';
import type { Inspected, Inspector } from '../ports/inspection.ts';
import type { Log } from '../ports/system.ts';

/** What the media store needs to take a file in. */
export interface Keeping {
  readonly files: Files;
  readonly spool: Spool;
  readonly inspector: Inspector;
}

/** A picture of 320 × 320 pixels is never larger, in bytes. */
const THUMBNAIL_LIMIT = 1024 * 1024;

export function thumbnailKey(id: string): string {
  return `${id}-thumbnail`;
}

/** Puts a file into the store, with its thumbnail when one can be made. Rejects when the store does not take it. */
export async function keepFile(
  { files, spool, inspector }: Keeping,
  id: string,
  file: Spooled,
  inspected: Inspected,
  mimeType: string | null,
): Promise<MediaBytes> {
  const { width, height, animated } = inspected;
  const picture = await inspector.thumbnail(file.path, inspected);
  await using small = picture === null ? null : await spool.take(once(picture), THUMBNAIL_LIMIT);
  if (small !== null) await files.put(thumbnailKey(id), small);
  const { size, sha256 } = file;
  await files.put(id, file);
  return { mimeType, sizeBytes: size, sha256, width, height, animated, thumbnail: small !== null };
}

/** What the media store answers; when it cannot, that is logged and told as OVERLOADED. */
export async function storeAnswer<T>(log: Log, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    log.error('the media store did not answer', { error });
    throw new GatewayError('OVERLOADED', 'The media store does not answer.', {
      retryable: true,
      retryAfterSeconds: 5,
      action: 'Try again in a while.',
    });
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield bytes;
}
