import { countRows } from './count-rows.ts';

export type FileFormat = 'csv' | 'jsonl';

export interface Progress {
  readonly rows: number;
  readonly bytes: number;
}

/** Bytes that are handed to the browser at a time: from then on they are its own to keep, on disk if need be. */
const PIECE_BYTES = 4 * 1024 * 1024;

/** Why there is no file, in the words of the gateway. */
export class DownloadRefused extends Error {
  readonly code: string;
  readonly action: string | null;

  constructor(code: string, message: string, action: string | null) {
    super(message);
    this.code = code;
    this.action = action;
  }
}

/** Fetches a file of any length, telling how far it is. Rejects with DownloadRefused, or when the line breaks. */
export async function fetchFile(
  address: string,
  format: FileFormat,
  options: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void },
): Promise<Blob> {
  const response = await fetch(address, { signal: options.signal });
  if (!response.ok || response.body === null) throw await refusalOf(response);
  const rows = countRows(format);
  const pieces: Blob[] = [];
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let held = 0;
  let bytes = 0;
  const reader = response.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    waiting.push(read.value);
    held += read.value.byteLength;
    bytes += read.value.byteLength;
    options.onProgress({ rows: rows.add(read.value), bytes });
    if (held < PIECE_BYTES) continue;
    pieces.push(new Blob(waiting));
    waiting = [];
    held = 0;
  }
  const type = response.headers.get('content-type') ?? '';
  return new Blob([...pieces, ...waiting], { type });
}

async function refusalOf(response: Response): Promise<DownloadRefused> {
  const body: unknown = await response.json().catch(() => null);
  const error = fieldOf(body, 'error');
  const text = (field: string) => {
    const value = fieldOf(error, field);
    return typeof value === 'string' ? value : null;
  };
  return new DownloadRefused(
    text('code') ?? `HTTP ${response.status}`,
    text('message') ?? response.statusText,
    text('action'),
  );
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}

/** Lets the browser keep a file under a name. */
export function keepFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it once the click is through.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
