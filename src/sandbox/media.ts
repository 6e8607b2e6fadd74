import { createHash, createHmac, randomBytes } from 'node:crypto';
import { GraphError } from './graph-errors.ts';
import { freshObjectId } from './ids.ts';
import type { DownloadFault } from './media-faults.ts';
import type { Clock } from './windows.ts';

const DAY_MS = 24 * 3_600_000;
const MIB = 1024 * 1024;
/** Together, oldest first out. */
const MOST_BYTES = 256 * MIB;
const URL_LIFE_MS = 5 * 60_000;

/** Meta's table: what may be uploaded and how large it may be, in bytes. */
const kinds: readonly { kind: string; most: number; types: readonly string[] }[] = [
  {
    kind: 'audio',
    most: 16 * MIB,
    types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
  },
  {
    kind: 'document',
    most: 100 * MIB,
    types: [
      'text/plain',
      'application/pdf',
      'application/vnd.ms-excel',
      'application/msword',
      'application/vnd.ms-powerpoint',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ],
  },
  { kind: 'image', most: 5 * MIB, types: ['image/jpeg', 'image/png'] },
  { kind: 'sticker', most: 500 * 1024, types: ['image/webp'] },
  { kind: 'video', most: 16 * MIB, types: ['video/mp4', 'video/3gpp'] },
];

/** Meta: an animated sticker may have 500 KB, any other 100 KB. */
const STATIC_STICKER_BYTES = 100 * 1024;

export interface StoredMedia {
  id: string;
  numberId: string;
  mimeType: string;
  bytes: Uint8Array;
  /** On the sandbox's clock. Meta: uploads live 30 days, files of inbound messages 7. */
  expiresAt: number;
  /** How downloads go wrong. */
  fault: DownloadFault | undefined;
}

/** The kind that Meta's table puts a MIME type in; parameters such as `; codecs=opus` do not count. */
function kindOf(mimeType: string) {
  const bare = (mimeType.split(';')[0] ?? '').trim().toLowerCase();
  return kinds.find(({ types }) => types.includes(bare));
}

/** WebP: an extended header with the animation flag. */
function isAnimatedWebp(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(12, 16)).toString('latin1') === 'VP8X' && ((bytes[20] ?? 0) & 2) !== 0;
}

/** Uploaded files and the files of inbound messages, in memory. */
export class MediaStore {
  readonly #files = new Map<string, StoredMedia>();
  readonly #clock: Clock;
  readonly #urlKey = randomBytes(32);
  #bytes = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Keeps an upload. Throws 131053 for a type outside Meta's table and for a file that is too large. */
  upload(numberId: string, mimeType: string, bytes: Uint8Array): StoredMedia {
    const kind = kindOf(mimeType);
    if (kind === undefined) throw new GraphError(131053, `Media of type '${mimeType}' is not supported.`);
    if (bytes.length === 0) throw new GraphError(131053, 'The file is empty.');
    const most = kind.kind === 'sticker' && !isAnimatedWebp(bytes) ? STATIC_STICKER_BYTES : kind.most;
    if (bytes.length > most) {
      throw new GraphError(131053, `The file has ${bytes.length} bytes; ${kind.kind} may have ${most}.`);
    }
    return this.#keep(numberId, mimeType, bytes, 30 * DAY_MS);
  }

  /** Keeps the file of an inbound message. */
  receive(numberId: string, mimeType: string, bytes: Uint8Array): StoredMedia {
    return this.#keep(numberId, mimeType, bytes, 7 * DAY_MS);
  }

  /** The file while it lives; undefined once it expired or was deleted. */
  find(id: string): StoredMedia | undefined {
    const file = this.#files.get(id);
    return file !== undefined && file.expiresAt > this.#clock.now() ? file : undefined;
  }

  /** Whether this file can be sent as a message of this kind. Any file can go as a document. */
  fits(file: StoredMedia, kind: string): boolean {
    return kindOf(file.mimeType)?.kind === kind || kind === 'document';
  }

  /** Makes the downloads of a file go wrong from now on; undefined: no more. False when there is no such file. */
  setFault(id: string, fault: DownloadFault | undefined): boolean {
    const file = this.find(id);
    if (file !== undefined) file.fault = fault === undefined ? undefined : { ...fault };
    return file !== undefined;
  }

  /** The fault of the download that begins now, used up by one. */
  takeFault(file: StoredMedia): DownloadFault | undefined {
    const { fault } = file;
    if (fault?.times !== undefined && --fault.times <= 0) file.fault = undefined;
    return fault;
  }

  delete(id: string): void {
    this.#bytes -= this.#files.get(id)?.bytes.length ?? 0;
    this.#files.delete(id);
  }

  /** Path and query of a download that works for 5 minutes (Meta) and, besides, needs the token. */
  downloadPath(id: string): string {
    const until = String(this.#clock.now() + URL_LIFE_MS);
    return `/whatsapp_business/attachments/?mid=${id}&ext=${until}&hash=${this.#hash(id, until)}`;
  }

  /** The file of a download address; undefined when it expired or was tampered with. */
  download(id: string, until: string, hash: string): StoredMedia | undefined {
    if (hash !== this.#hash(id, until) || Number(until) < this.#clock.now()) return undefined;
    return this.find(id);
  }

  #hash(id: string, until: string): string {
    return createHmac('sha256', this.#urlKey).update(`${id} ${until}`).digest('base64url');
  }

  #keep(numberId: string, mimeType: string, bytes: Uint8Array, lifeMs: number): StoredMedia {
    const file: StoredMedia = {
      id: freshObjectId(15),
      numberId,
      mimeType,
      bytes,
      expiresAt: this.#clock.now() + lifeMs,
      fault: undefined,
    };
    this.#files.set(file.id, file);
    this.#bytes += bytes.length;
    for (const oldest of this.#files.keys()) {
      if (this.#bytes <= MOST_BYTES) break;
      this.delete(oldest);
    }
    return file;
  }
}

/** `sha256` as the media call gives it (hex) and as webhooks do (base64). */
export function sha256(bytes: Uint8Array, encoding: 'hex' | 'base64'): string {
  return createHash('sha256').update(bytes).digest(encoding);
}
