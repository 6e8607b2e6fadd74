import { GatewayError } from '../domain/errors.ts';
import { type MediaRecord, type MetaCopy, UPLOADED_MEDIA_MS, unfetched } from '../domain/media.ts';
import type { NumberRef } from '../domain/message.ts';
import type { Caller } from '../domain/tenant.ts';
import type { NumberCredentials } from '../ports/cloud-api.ts';
import type { CloudMedia } from '../ports/cloud-media.ts';
import type { Spooled } from '../ports/files.ts';
import type { MediaStore } from '../ports/media-store.ts';
import type { System } from '../ports/system.ts';
import { type CredentialsFor, checkCredentials } from './credentials.ts';
import { type Claim, judgeUpload } from './media-judging.ts';
import { type Keeping, keepFile } from './media-keeping.ts';
import type { MediaRoom } from './media-room.ts';
import { FILE_TYPES, LARGEST_FILE } from './media-types.ts';
import { requireScope } from './scopes.ts';
import type { Targets } from './send-target.ts';

export interface UploadCommand extends Claim {
  /** For which of our numbers; null for the tenant's default. */
  readonly from: string | null;
  /** Used for this one call and never stored, logged or queued. */
  readonly credentials: NumberCredentials | null;
}

export interface Uploaded {
  readonly record: MediaRecord;
  readonly copy: MetaCopy;
}

/** Taking files from callers. */
export interface MediaUploads {
  /**
   * Takes the bytes, before what comes after them says what they are for. Null: more than 100 MiB. The caller disposes of
   * it. FORBIDDEN.
   */
  receive(caller: Caller, bytes: AsyncIterable<Uint8Array>): Promise<Spooled | null>;
  /**
   * Judges the file, gives it to Meta and keeps it. FORBIDDEN, INVALID_INPUT (`file`, `type`), REJECTED_BY_META,
   * RATE_LIMITED (the quota too), META_UNAVAILABLE, OVERLOADED (the media store does not take it).
   */
  upload(caller: Caller, file: Spooled, command: UploadCommand): Promise<Uploaded>;
}

/** What a sender is asked to give when nobody is written to yet. */
const NOBODY = { phone: '' };

export function createMediaUploads(
  deps: Keeping & {
    readonly media: Pick<MediaStore, 'add'>;
    readonly room: MediaRoom;
    readonly cloudApi: Pick<CloudMedia, 'uploadMedia'>;
    readonly credentialsFor: CredentialsFor;
    readonly targets: Pick<Targets, 'number' | 'tenantOfDirect'>;
    readonly system: System;
  },
): MediaUploads {
  const { targets } = deps;
  const { clock, ids, log, metrics } = deps.system;

  async function keep(record: MediaRecord, file: Spooled, inspected: Parameters<typeof keepFile>[3]) {
    try {
      const bytes = await keepFile(deps, record.id, file, inspected, record.facts.mimeType);
      const kept = { ...record, facts: { ...record.facts, ...bytes } };
      await deps.media.add(kept);
      return kept;
    } catch (error) {
      log.error('an uploaded file could not be stored', { mediaId: record.id, error });
      throw new GatewayError('OVERLOADED', 'The file could not be stored.', { retryable: true, retryAfterSeconds: 5 });
    }
  }

  return {
    async receive(caller, bytes) {
      requireScope(caller, 'send');
      return deps.spool.take(bytes, LARGEST_FILE);
    },

    async upload(caller, file, command) {
      requireScope(caller, 'send');
      const { credentials: given, from } = command;
      if (given !== null) checkCredentials(given);
      const tenantId = given === null ? caller.tenantId : targets.tenantOfDirect(caller, given.phoneNumberId);
      const target = { credentials: given, from, to: NOBODY };
      const number = await targets.number(tenantId, target, NOBODY, 'template');
      const inspected = await deps.inspector.inspect(file.path);
      const { mimeType, mediaType } = judgeUpload(command, inspected, file.size);
      const credentials = given ?? credentialsOf(deps.credentialsFor, { tenantId, number });
      // Before Meta is given what could not be kept.
      using _held = await deps.room.take(tenantId, file.size);
      const copy = await copyToMeta(deps, credentials, { path: file.path, mimeType }, clock.now());
      metrics.count('meta_calls_total', { call: 'upload', result: 'accepted' });
      const now = clock.now();
      const record: MediaRecord = {
        id: `med_${ids.fresh()}`,
        tenantId,
        messageId: null,
        mediaType,
        phoneNumberId: number.phoneNumberId,
        state: 'READY',
        attempts: 0,
        nextAt: now,
        expiresAt: copy.expiresAt,
        createdAt: now,
        facts: {
          ...unfetched({ mediaId: null, toldType: null, toldSha256: null, filename: command.filename }),
          mimeType,
          copies: { [number.phoneNumberId]: copy },
        },
      };
      return { record: await keep(record, file, inspected), copy };
    },
  };
}

/** FORBIDDEN when the number has none. */
export function credentialsOf(
  credentialsFor: CredentialsFor,
  { tenantId, number }: { readonly tenantId: string; readonly number: NumberRef },
): NumberCredentials {
  const credentials = credentialsFor(number.phoneNumberId, tenantId);
  if (credentials !== null) return credentials;
  throw new GatewayError('FORBIDDEN', 'No credentials are stored for this number.', {
    field: 'from',
    action: 'Send its credentials with the call (whatsappConfig), or use another number.',
  });
}

/** Uploads a file from this machine's disk to Meta. REJECTED_BY_META, RATE_LIMITED, META_UNAVAILABLE. */
export async function copyToMeta(
  { cloudApi }: { readonly cloudApi: Pick<CloudMedia, 'uploadMedia'> },
  credentials: NumberCredentials,
  { path, mimeType }: { readonly path: string; readonly mimeType: string },
  now: number,
): Promise<MetaCopy> {
  const ending = FILE_TYPES.find((one) => one.mimeType === mimeType)?.endings[0] ?? 'bin';
  const answer = await cloudApi.uploadMedia(credentials, { path, mimeType, name: `file.${ending}` });
  if (answer.ok) return { mediaId: answer.value, expiresAt: now + UPLOADED_MEDIA_MS };
  const { reason, error: meta } = answer;
  if (meta === null) {
    throw new GatewayError('META_UNAVAILABLE', `WhatsApp did not take the file: ${reason}`, {
      retryable: true,
      action: 'Upload it again in a while.',
    });
  }
  const code = meta.retryable ? 'RATE_LIMITED' : 'REJECTED_BY_META';
  const details = { meta, retryable: meta.retryable, action: meta.action };
  throw new GatewayError(code, `${meta.title}: ${meta.meaning}`, {
    ...details,
    ...(meta.retryable && { retryAfterSeconds: 5 }),
  });
}
