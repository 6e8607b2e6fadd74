import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import type { Inspector } from '../../ports/inspection.ts';
import { IMAGE_TYPES, readImage, thumbnailOf } from './images.ts';

/** How much of a file is read to see whether it is text, in bytes. */
const HEAD_BYTES = 64 * 1024;
/** A file that needs longer to be recognised is made to keep us busy. */
const DETECT_MS = 5_000;

export function createInspector(): Inspector {
  return {
    async inspect(path) {
      const mimeType = await typeOf(path);
      const isText = mimeType === null && isTextual(await headOf(path));
      const image = mimeType !== null && IMAGE_TYPES.has(mimeType) ? await readImage(path) : null;
      return { mimeType, isText, width: null, height: null, animated: false, ...image };
    },
    async thumbnail(path, { mimeType, width }) {
      return mimeType === null || width === null || !IMAGE_TYPES.has(mimeType) ? null : thumbnailOf(path);
    },
  };
}

async function typeOf(path: string): Promise<string | null> {
  try {
    return (await fileTypeFromFile(path, { signal: AbortSignal.timeout(DETECT_MS) }))?.mime ?? null;
  } catch {
    // What breaks its reader is of no type; a disk that fails is met again by whoever keeps the file.
    return null;
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  await using file = await open(path, 'r');
  const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}

/** UTF-8 without control characters other than those of lines and columns. A character that the head cuts is let pass. */
function isTextual(head: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: head.length === HEAD_BYTES });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    return text !== '' && !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/.test(text);
  } catch {
    return false;
  }
}
