import { isJsonObject, type Json, type JsonObject } from '../domain/json.ts';
import { type MediaRecord, mediaOf } from '../domain/media.ts';
import type { MediaContent, MediaType, MessageContent, NumberRef } from '../domain/message.ts';
import type { NumberCredentials } from '../ports/cloud-api.ts';
import type { CloudMedia } from '../ports/cloud-media.ts';
import type { Files, Spool } from '../ports/files.ts';
import type { MediaStore } from '../ports/media-store.ts';
import type { System } from '../ports/system.ts';
import type { CredentialsFor } from './credentials.ts';
import { isOurs, MOST_LEVELS, metaIdsOf } from './media-ids.ts';
import { checkFits, noSuchMedia } from './media-judging.ts';
import { storeAnswer } from './media-keeping.ts';
import { LARGEST_FILE } from './media-types.ts';
import { copyToMeta, credentialsOf } from './media-upload.ts';

/** An upload that dies sooner is uploaded again: a queued message may wait for a day. */
const LEAST_LIFE_MS = 24 * 60 * 60 * 1000;

/** From which number, with whose credentials (null: the stored ones), and what a field is called in the caller's command. */
export interface SendingMedia {
  readonly tenantId: string;
  readonly number: NumberRef;
  readonly credentials: NumberCredentials | null;
  readonly fieldOf: (path: string) => string;
}

/**
 * Puts Meta's ids in the place of ours (`med_…`): in a media message, and in the headers of interactive messages and
 * templates. A file that is not at Meta for this number, or not for long, is uploaded first. Ids of Meta's own stay as they
 * are, but for those of other tenants' files that the operator's token would reach. NOT_FOUND, INVALID_INPUT, FORBIDDEN; REJECTED_BY_META, RATE_LIMITED, META_UNAVAILABLE when the upload fails; OVERLOADED when the media store does.
 */
export type ResolveMedia = (content: MessageContent, sending: SendingMedia) => Promise<MessageContent>;

export function createMediaSending(deps: {
  readonly media: Pick<MediaStore, 'get' | 'addCopy' | 'isAtMeta'>;
  readonly cloudApi: Pick<CloudMedia, 'uploadMedia'>;
  readonly files: Files;
  readonly spool: Spool;
  readonly credentialsFor: CredentialsFor;
  /** True when a tenant reaches a number (Meta's id) with the operator's token, which reaches others' files too. */
  readonly isRented: (tenantId: string, phoneNumberId: string) => boolean;
  readonly system: Pick<System, 'clock' | 'log'>;
}): ResolveMedia {
  const { files, media, spool } = deps;
  const { clock, log } = deps.system;

  async function find(tenantId: string, id: string, wanted: MediaType, field: string): Promise<MediaRecord> {
    const record = await media.get(tenantId, id);
    if (record === null) throw noSuchMedia(field);
    checkFits(record, wanted, field);
    return record;
  }

  /** Meta's id of the file for the number. */
  async function idAtMeta({ id, tenantId, facts }: MediaRecord, sending: SendingMedia, field: string): Promise<string> {
    const { phoneNumberId } = sending.number;
    const known = facts.copies[phoneNumberId];
    if (known !== undefined && known.expiresAt - clock.now() > LEAST_LIFE_MS) return known.mediaId;
    const credentials = sending.credentials ?? credentialsOf(deps.credentialsFor, sending);
    const bytes = await storeAnswer(log, files.open(id));
    if (bytes === null) throw noSuchMedia(field);
    await using file = await storeAnswer(log, spool.take(bytes, 2 * LARGEST_FILE));
    if (file === null) throw noSuchMedia(field);
    const { path } = file;
    const copy = await copyToMeta(deps, credentials, { path, mimeType: facts.mimeType ?? '' }, clock.now());
    await media.addCopy(tenantId, id, phoneNumberId, copy);
    return copy.mediaId;
  }

  async function inMessage(content: MediaContent, sending: SendingMedia): Promise<MediaContent> {
    const { mediaId, mediaType } = content;
    if (mediaId === null || !isOurs(mediaId)) return content;
    const field = sending.fieldOf(`${mediaType}.id`);
    const record = await find(sending.tenantId, mediaId, mediaType, field);
    const { mimeType, filename } = record.facts;
    return {
      ...content,
      mediaId: await idAtMeta(record, sending, field),
      mimeType,
      filename: content.filename ?? (mediaType === 'document' ? filename : null),
      media: mediaOf(record),
    };
  }

  async function inObject(object: JsonObject, sending: SendingMedia, path: string, level: number): Promise<JsonObject> {
    const members: [string, Json][] = [];
    for (const [name, value] of Object.entries(object)) {
      const at = path === '' ? name : `${path}.${name}`;
      members.push([name, await inJson(value, sending, at, level + 1, name)]);
    }
    return Object.fromEntries(members);
  }

  async function inJson(value: Json, sending: SendingMedia, path: string, level: number, name = ''): Promise<Json> {
    if (level > MOST_LEVELS) return value;
    if (Array.isArray(value)) {
      const elements: Json[] = [];
      for (const [at, one] of value.entries()) elements.push(await inJson(one, sending, `${path}[${at}]`, level + 1));
      return elements;
    }
    if (!isJsonObject(value)) return value;
    const kind = HEADER_KINDS.find((one) => one === name);
    const id = value['id'];
    if (kind === undefined || typeof id !== 'string' || !isOurs(id)) return inObject(value, sending, path, level);
    const field = sending.fieldOf(`${path}.id`);
    return { ...value, id: await idAtMeta(await find(sending.tenantId, id, kind, field), sending, field) };
  }

  /** Meta tells by the token whose a file is, and so cannot where tenants send with the same one. */
  async function refuseOthers(content: MessageContent, { credentials, fieldOf, number, tenantId }: SendingMedia) {
    if (credentials !== null || !deps.isRented(tenantId, number.phoneNumberId)) return;
    for (const { id, path } of metaIdsOf(content)) {
      if (!(await media.isAtMeta(tenantId, number.phoneNumberId, id))) throw noSuchMedia(fieldOf(path));
    }
  }

  return async (content, sending) => {
    await refuseOthers(content, sending);
    if (content.kind === 'media') return inMessage(content, sending);
    // Most have none, and are not walked.
    if (!JSON.stringify(content).includes('"med_')) return content;
    if (content.kind === 'interactive') {
      return { ...content, interactive: await inObject(content.interactive, sending, 'interactive', 0) };
    }
    if (content.kind !== 'template') return content;
    const components: Json[] = [];
    for (const one of content.components) components.push(await inJson(one, sending, 'components', 0));
    return { ...content, components };
  };
}

const HEADER_KINDS = ['image', 'video', 'document'] as const;
