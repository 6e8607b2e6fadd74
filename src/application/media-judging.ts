import { GatewayError, invalidInput } from '../domain/errors.ts';
import type { MediaRecord } from '../domain/media.ts';
import { MEDIA_TYPES, type MediaType } from '../domain/message.ts';
import type { Inspected } from '../ports/inspection.ts';
import { bareType, FILE_TYPES, type FileType, sizeLimit, typesShown } from './media-types.ts';

/** What a caller says of a file that is to be uploaded. */
export interface Claim {
  /** A kind of media, or a MIME type as in Meta's own call; null when it is left to the file. */
  readonly type: string | null;
  /** Of the file's own part. */
  readonly mimeType: string | null;
  readonly filename: string | null;
}

/**
 * The type of a file to be uploaded: what its bytes show, the claimed type and the ending of its name must agree, and its
 * size must be within Meta's limit. INVALID_INPUT names `file` or `type`.
 */
export function judgeUpload(claim: Claim, inspected: Inspected, size: number): FileType {
  if (size === 0) throw invalidInput('file', 'The file is empty: it has 0 bytes.', 'Send a file with at least 1 byte.');
  const wanted = MEDIA_TYPES.find((one) => one === claim.type);
  const named = wanted === undefined ? bareType(claim.type) : null;
  if (named !== null && !FILE_TYPES.some(({ mimeType }) => mimeType === named)) {
    throw invalidInput(
      'type',
      `"${named.slice(0, 64)}" is neither a kind of media nor a type that WhatsApp takes.`,
      allowed(),
    );
  }
  const shown = typesShown(inspected);
  if (shown.length === 0) {
    const what = inspected.mimeType ?? (inspected.isText ? 'text' : 'of no type that is known here');
    throw invalidInput('file', `WhatsApp takes no such file: by its bytes it is ${what}.`, allowed());
  }
  const claimed = named ?? bareType(claim.mimeType);
  const fits = claimed === null ? shown : shown.filter(({ mimeType }) => mimeType === claimed);
  if (fits.length === 0) {
    const message = `The file was sent as ${claimed?.slice(0, 64)}, but by its bytes it is ${listOf(shown)}.`;
    throw invalidInput('file', message, 'Send the type that the file has, or leave it out.');
  }
  const ending = /\.([a-z][a-z0-9]{0,9})$/i.exec(claim.filename ?? '')?.[1]?.toLowerCase();
  const meant = ending === undefined ? fits : fits.filter(({ endings }) => endings.includes(ending));
  const found = meant.find(({ mediaType }) => mediaType === wanted) ?? meant[0];
  if (found === undefined) {
    const endings = fits.flatMap((one) => one.endings).map((one) => `.${one}`);
    const message = `The file's name ends in .${ending}, but by its bytes it is ${listOf(fits)}.`;
    throw invalidInput('file', message, `Name it with one of ${endings.join(', ')}.`);
  }
  const kind = wanted ?? found.mediaType;
  checkKind(kind, found.mimeType, 'type');
  checkSize(kind, size, inspected.animated, 'file');
  return { ...found, mediaType: kind };
}

/** Whether a kept file can be sent as a message of this kind. INVALID_INPUT names `field`. */
export function checkFits({ facts, state }: MediaRecord, wanted: MediaType, field: string): void {
  if (state !== 'READY' || facts.mimeType === null || facts.sizeBytes === null) {
    const why = state === 'PENDING' ? 'is still being fetched from WhatsApp' : 'could not be fetched from WhatsApp';
    throw invalidInput(field, `This file ${why}.`, 'Send another, or wait until its state is READY.');
  }
  checkKind(wanted, facts.mimeType, field);
  checkSize(wanted, facts.sizeBytes, facts.animated, field);
}

/** A document may be of every type. */
function checkKind(kind: MediaType, mimeType: string, field: string): void {
  const types = FILE_TYPES.filter((one) => one.mediaType === kind);
  if (kind === 'document' || types.some((one) => one.mimeType === bareType(mimeType))) return;
  const message = `This file is ${mimeType}, which cannot be sent as ${kind}; that is ${listOf(types)}.`;
  throw invalidInput(field, message, 'Send it as the kind that it is, or as a document.');
}

function checkSize(kind: MediaType, size: number, animated: boolean, field: string): void {
  const limit = sizeLimit(kind, animated);
  if (size <= limit) return;
  const what = kind === 'sticker' ? `${animated ? 'animated' : 'static'} sticker` : kind;
  throw invalidInput(field, `WhatsApp takes ${limit} bytes as ${what}; this has ${size}.`, 'Send a smaller file.');
}

/** What a caller is told who may not know of a file. */
export function noSuchMedia(field: string): GatewayError {
  return new GatewayError('NOT_FOUND', 'There is no such media file.', {
    field,
    action: 'Give the `med_…` of an upload or of a message, with the same key.',
  });
}

function listOf(types: readonly FileType[]): string {
  return types.map(({ mimeType }) => mimeType).join(' or ');
}

function allowed(): string {
  return `Send one of ${[...new Set(FILE_TYPES.map(({ mimeType }) => mimeType))].join(', ')}.`;
}
