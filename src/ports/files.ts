/** Bytes on this machine's disk, before it is decided what becomes of them. Disposing of it deletes them. */
export interface Spooled extends AsyncDisposable {
  readonly path: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Where what arrives in a stream is put first, since it must be looked at as a whole. */
export interface Spool {
  /** Null when there are more than `limit` bytes; what is left is not read. Rejects when the stream fails. */
  take(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Spooled | null>;
}

/** A part of a file, both ends inclusive. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The store of media files: a folder, or a bucket. Keys are made of ids of ours (letters, digits, `_` and `-`, at most 64);
 * any other key is refused. What was put is durable and whole.
 */
export interface Files {
  put(key: string, file: Spooled): Promise<void>;
  /** Null when there is no such file. Leaving the iteration closes it. */
  open(key: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array> | null>;
  /** In bytes; null when there is no such file. */
  size(key: string): Promise<number | null>;
  /** A file that is not there is deleted already. */
  delete(key: string): Promise<void>;
}
