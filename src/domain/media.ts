import type { MediaType } from './message.ts';

/** PENDING is being fetched from Meta, READY can be served, FAILED will not be fetched unless somebody asks again. */
export const MEDIA_STATES = ['PENDING', 'READY', 'FAILED'] as const;
export type MediaState = (typeof MEDIA_STATES)[number];

/** A file as callers see it, inside the content of its message. As it was at an event, when it stands in one. */
export interface Media {
  /** `med_…`; may be sent again by this id. */
  readonly id: string;
  readonly state: MediaState;
  /** Why it failed, or why the last attempt did while it is pending. */
  readonly reason: string | null;
  /** By its own bytes once they are here; until then as Meta told it. */
  readonly mimeType: string | null;
  readonly filename: string | null;
  readonly sizeBytes: number | null;
  /** Hexadecimal. */
  readonly sha256: string | null;
  /** A path at the gateway's own address; null until the file is READY. */
  readonly url: string | null;
  /** A small WebP picture; null when there is none. */
  readonly thumbnailUrl: string | null;
  /** In pixels; images only. */
  readonly width: number | null;
  readonly height: number | null;
}

/** An upload of a file to Meta: the id for one number, and when it dies (epoch ms). */
export interface MetaCopy {
  readonly mediaId: string;
  readonly expiresAt: number;
}

/** What the gateway keeps of a file: one that somebody sent, or one that was uploaded to be sent. */
export interface MediaRecord {
  readonly id: string;
  readonly tenantId: string;
  /** Null for an upload, which any number of messages may hold. */
  readonly messageId: string | null;
  readonly mediaType: MediaType;
  /** Meta's id of the number that it came to or was uploaded for. */
  readonly phoneNumberId: string;
  readonly state: MediaState;
  /** Attempts made at fetching it. */
  readonly attempts: number;
  /** Epoch ms before which it is not tried again. */
  readonly nextAt: number;
  /** When Meta forgets what is to be fetched, in epoch ms. */
  readonly expiresAt: number;
  readonly createdAt: number;
  readonly facts: MediaFacts;
}

export interface MediaFacts {
  readonly reason: string | null;
  /** As Meta told them; for an upload null. */
  readonly toldType: string | null;
  readonly toldSha256: string | null;
  readonly mimeType: string | null;
  readonly filename: string | null;
  readonly sizeBytes: number | null;
  readonly sha256: string | null;
  readonly width: number | null;
  readonly height: number | null;
  /** An image of several frames. */
  readonly animated: boolean;
  readonly thumbnail: boolean;
  /** Meta's id of what is to be fetched; null for an upload. */
  readonly mediaId: string | null;
  /** Where it was uploaded to be sent, by Meta's id of the number. */
  readonly copies: Readonly<Record<string, MetaCopy>>;
}

/** What is known of a file once its bytes are here. */
export type MediaBytes = Pick<MediaFacts, 'mimeType' | 'width' | 'height' | 'animated' | 'thumbnail'> & {
  readonly sizeBytes: number;
  readonly sha256: string;
};

/** What became of an attempt at fetching a file. */
export type MediaSettlement =
  | { readonly kind: 'ready'; readonly bytes: MediaBytes }
  | { readonly kind: 'later'; readonly nextAt: number; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** Meta forgets the files of inbound messages after 7 days, and uploads after 30. */
export const INBOUND_MEDIA_MS = 7 * 24 * 60 * 60 * 1000;
export const UPLOADED_MEDIA_MS = 30 * 24 * 60 * 60 * 1000;

const NAME_LIMIT = 255;

/** Nothing known but what Meta told. */
export function unfetched(told: Pick<MediaFacts, 'mediaId' | 'toldType' | 'toldSha256' | 'filename'>): MediaFacts {
  return {
    mediaId: told.mediaId,
    reason: null,
    toldType: cut(told.toldType),
    toldSha256: cut(told.toldSha256),
    mimeType: null,
    filename: cut(told.filename),
    sizeBytes: null,
    sha256: null,
    width: null,
    height: null,
    animated: false,
    thumbnail: false,
    copies: {},
  };
}

function cut(value: string | null): string | null {
  return value === null ? null : value.slice(0, NAME_LIMIT);
}

/** The record after an attempt. */
export function settledMedia(record: MediaRecord, settlement: MediaSettlement): MediaRecord {
  const attempts = record.attempts + 1;
  switch (settlement.kind) {
    case 'ready':
      return { ...record, attempts, state: 'READY', facts: { ...record.facts, ...settlement.bytes, reason: null } };
    case 'later': {
      const { nextAt, reason } = settlement;
      return { ...record, attempts, nextAt, facts: { ...record.facts, reason } };
    }
    case 'failed':
      return { ...record, attempts, state: 'FAILED', facts: { ...record.facts, reason: settlement.reason } };
  }
}

/** As it is shown. */
export function mediaOf({ id, state, facts }: MediaRecord): Media {
  const { reason, mimeType, toldType, filename, sizeBytes, sha256, thumbnail, width, height } = facts;
  const url = state === 'READY' ? `/api/v1/whatsapp/media/${id}` : null;
  return {
    id,
    state,
    reason,
    mimeType: mimeType ?? toldType,
    filename,
    sizeBytes,
    sha256,
    url,
    thumbnailUrl: url !== null && thumbnail ? `${url}/thumbnail` : null,
    width,
    height,
  };
}
