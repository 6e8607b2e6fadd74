import { GatewayError } from '../domain/errors.ts';
import type { MediaRecord } from '../domain/media.ts';
import type { Message } from '../domain/message.ts';
import type { Caller } from '../domain/tenant.ts';
import type { ByteRange, Files } from '../ports/files.ts';
import type { MediaStore } from '../ports/media-store.ts';
import type { System } from '../ports/system.ts';
import { auditEntry } from './auditing.ts';
import type { MediaFetch } from './media-fetch.ts';
import { noSuchMedia } from './media-judging.ts';
import { storeAnswer, thumbnailKey } from './media-keeping.ts';
import type { MediaUploads } from './media-upload.ts';
import { requireScope } from './scopes.ts';

export type { ByteRange } from '../ports/files.ts';

/** A file that can be read. */
export interface ServedFile {
  readonly mimeType: string | null;
  readonly filename: string | null;
  readonly size: number;
  /** Changes when the bytes do. */
  readonly version: string;
  /** NOT_FOUND when the media store has lost it. */
  read(range?: ByteRange): Promise<AsyncIterable<Uint8Array>>;
}

/** Media files: what people sent, and uploads. The tenant's own only; what is another's is not there. */
export interface Media extends MediaUploads {
  /** NOT_FOUND: no such file, still being fetched (with a time to try again), or failed (with the reason). FORBIDDEN, OVERLOADED. */
  file(caller: Caller, id: string): Promise<ServedFile>;
  /** The WebP picture of a file that has one; otherwise as `file`. */
  thumbnail(caller: Caller, id: string): Promise<ServedFile>;
  /** Has the file of a message fetched again, at once. Answers with the message as it stands. FORBIDDEN, NOT_FOUND. */
  retry(caller: Caller, messageId: string): Promise<Message>;
}

const PENDING_RETRY_SECONDS = 5;

export function createMedia(deps: {
  readonly media: Pick<MediaStore, 'get' | 'retry'>;
  readonly files: Files;
  readonly fetch: Pick<MediaFetch, 'kick'>;
  readonly uploads: MediaUploads;
  readonly system: Pick<System, 'clock' | 'ids' | 'log'>;
}): Media {
  const { files, media } = deps;
  const { clock, log } = deps.system;

  async function ready(caller: Caller, id: string): Promise<MediaRecord> {
    requireScope(caller, 'read');
    const record = await media.get(caller.tenantId, id);
    if (record === null) throw noSuchMedia('id');
    const { facts, state } = record;
    if (state === 'READY') return record;
    if (state === 'PENDING') {
      throw new GatewayError('NOT_FOUND', 'This file is still being fetched from WhatsApp.', {
        field: 'id',
        retryable: true,
        retryAfterSeconds: PENDING_RETRY_SECONDS,
        action: 'Ask again in a while, or wait for its `message_media` event.',
      });
    }
    throw new GatewayError('NOT_FOUND', `This file could not be fetched from WhatsApp: ${facts.reason ?? ''}`, {
      field: 'id',
      action: 'See to the reason, then have it fetched again with `retryMedia`.',
    });
  }

  async function bytes(key: string, range: ByteRange | undefined): Promise<AsyncIterable<Uint8Array>> {
    const found = await storeAnswer(log, files.open(key, range));
    if (found === null) throw noSuchMedia('id');
    return found;
  }

  return {
    ...deps.uploads,

    async file(caller, id) {
      const { facts } = await ready(caller, id);
      const { mimeType, filename, sizeBytes, sha256 } = facts;
      return { mimeType, filename, size: sizeBytes ?? 0, version: sha256 ?? id, read: (range) => bytes(id, range) };
    },

    async thumbnail(caller, id) {
      const { facts } = await ready(caller, id);
      const key = thumbnailKey(id);
      const size = facts.thumbnail ? await storeAnswer(log, files.size(key)) : null;
      if (size === null) {
        throw new GatewayError('NOT_FOUND', 'This file has no thumbnail.', {
          field: 'id',
          action: 'Ask for the file.',
        });
      }
      const version = `${facts.sha256 ?? id}-thumbnail`;
      return { mimeType: 'image/webp', filename: null, size, version, read: (range) => bytes(key, range) };
    },

    async retry(caller, messageId) {
      requireScope(caller, 'send');
      const entry = auditEntry(deps.system, caller, 'media.retry', { target: messageId });
      const message = await media.retry(caller.tenantId, messageId, clock.now(), entry);
      if (message === null) {
        throw new GatewayError('NOT_FOUND', 'There is no such message with a file.', {
          field: 'messageId',
          action: 'Give the `msg_…` of an inbound media message.',
        });
      }
      deps.fetch.kick();
      return message;
    },
  };
}
