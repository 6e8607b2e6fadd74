import { parentPort } from 'node:worker_threads';
import type { ParsedWebhook } from '../../ports/cloud-api.ts';
import { jsonBytes } from './bounds.ts';
import { parseWebhook } from './webhook.ts';

/*
 * The thread that takes large bodies apart for `large-parser.ts`. It gives one part at a time, and only when asked:
 * copying ten thousand items into the main thread at once would block it for as long as parsing them there.
 */

/** A body to begin with, or `next` for the following part of the one under way. */
export type ParseRequest = { readonly body: Uint8Array; readonly receivedAt: number } | 'next';

export interface ParseReply {
  readonly part: ParsedWebhook;
  readonly last: boolean;
}

/** Measured: 500 statuses take the main thread about 2 ms to receive and hand to the store. */
export const PART_ITEMS = 500;
export const PART_BYTES = 512 * 1024;

let parts: ParsedWebhook[] = [];

parentPort?.on('message', (request: ParseRequest) => parentPort?.postMessage(answer(request)));

export function answer(request: ParseRequest): ParseReply {
  if (request !== 'next') parts = cutInParts(parseWebhook(request.body, request.receivedAt));
  return { part: parts.shift() ?? { items: [], problems: [] }, last: parts.length === 0 };
}

/** Parts of at most `PART_ITEMS` and `PART_BYTES`, each with at least one item; the first has all problems. */
function cutInParts({ items, problems }: ParsedWebhook): ParsedWebhook[] {
  const all: ParsedWebhook[] = [];
  let begin = 0;
  let bytes = 0;
  items.forEach((item, i) => {
    const size = jsonBytes(item);
    if (i > begin && (i - begin === PART_ITEMS || bytes + size > PART_BYTES)) {
      all.push({ items: items.slice(begin, i), problems: all.length === 0 ? problems : [] });
      begin = i;
      bytes = 0;
    }
    bytes += size;
  });
  all.push({ items: items.slice(begin), problems: all.length === 0 ? problems : [] });
  return all;
}
