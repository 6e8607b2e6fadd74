import type { MediaType } from '../domain/message.ts';
import type { Inspected } from '../ports/inspection.ts';

const KIB = 1024;
const MIB = 1024 * KIB;

/** A type that WhatsApp takes, by Meta's table. */
export interface FileType {
  readonly mimeType: string;
  readonly mediaType: MediaType;
  /** Of file names, without the dot; the first is the one we give. */
  readonly endings: readonly string[];
  /** Types that a file of this one may show by its bytes; `text` for none but readable text. */
  readonly shows: readonly string[];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
/** The container of Office's older formats, which all begin alike. */
const COMPOUND = 'application/x-cfb';

function fileType(mediaType: MediaType, mimeType: string, endings: string, ...shows: readonly string[]): FileType {
  return { mimeType, mediaType, endings: endings.split(' '), shows: shows.length === 0 ? [mimeType] : shows };
}

/** Meta's table of media types. (Cloud API, media.) Where bytes fit several, an earlier one is meant. */
export const FILE_TYPES: readonly FileType[] = [
  fileType('image', 'image/jpeg', 'jpg jpeg jfif'),
  fileType('image', 'image/png', 'png'),
  fileType('sticker', 'image/webp', 'webp'),
  fileType('video', 'video/mp4', 'mp4 m4v', 'video/mp4', 'video/x-m4v'),
  fileType('video', 'video/3gpp', '3gp 3gpp'),
  fileType('audio', 'audio/mpeg', 'mp3 mpga'),
  fileType('audio', 'audio/mp4', 'm4a mp4', 'audio/x-m4a', 'audio/mp4', 'video/mp4'),
  fileType('audio', 'audio/aac', 'aac'),
  fileType('audio', 'audio/amr', 'amr'),
  // Opus alone: a person's phone plays no other codec in Ogg.
  fileType('audio', 'audio/ogg', 'ogg oga opus', 'audio/ogg; codecs=opus'),
  fileType('document', 'application/pdf', 'pdf'),
  fileType('document', 'text/plain', 'txt text csv log md', 'text'),
  fileType('document', 'application/msword', 'doc dot', COMPOUND),
  fileType('document', 'application/vnd.ms-excel', 'xls xlt', COMPOUND),
  fileType('document', 'application/vnd.ms-powerpoint', 'ppt pps', COMPOUND),
  fileType('document', `${OFFICE}.wordprocessingml.document`, 'docx'),
  fileType('document', `${OFFICE}.spreadsheetml.sheet`, 'xlsx'),
  fileType('document', `${OFFICE}.presentationml.presentation`, 'pptx'),
];

/** Meta's largest sizes, in bytes; where its page says MB this counts MiB, and Meta decides about what lies between. */
const LIMITS: Readonly<Record<MediaType, number>> = {
  image: 5 * MIB,
  audio: 16 * MIB,
  video: 16 * MIB,
  document: 100 * MIB,
  sticker: 100 * KIB,
};
const ANIMATED_STICKER = 500 * KIB;
/** The largest of all. */
export const LARGEST_FILE = LIMITS.document;

export function sizeLimit(mediaType: MediaType, animated: boolean): number {
  return mediaType === 'sticker' && animated ? ANIMATED_STICKER : LIMITS[mediaType];
}

/** Other names under which the same types go about. */
const ALIASES: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'audio/mp3': 'audio/mpeg',
  'audio/x-m4a': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
  'audio/x-aac': 'audio/aac',
  'audio/opus': 'audio/ogg',
  'video/3gp': 'video/3gpp',
  'text/csv': 'text/plain',
  'text/markdown': 'text/plain',
};

/** A MIME type bare of parameters, by its one name; null for what says nothing. */
export function bareType(given: string | null): string | null {
  const bare = (given?.split(';')[0] ?? '').trim().toLowerCase();
  if (bare === '' || bare === 'application/octet-stream' || bare === 'binary/octet-stream') return null;
  return ALIASES[bare] ?? bare;
}

/** The types that a file may be by its bytes. */
export function typesShown({ mimeType, isText }: Inspected): readonly FileType[] {
  const shown = mimeType ?? (isText ? 'text' : null);
  return FILE_TYPES.filter(({ shows }) => shown !== null && shows.includes(shown));
}

/**
 * The type under which a received file is kept: what its bytes show; what Meta told decides among types that look alike,
 * and stands for text.
 */
export function receivedType(inspected: Inspected, told: string | null): string | null {
  const bare = bareType(told);
  const shown = typesShown(inspected);
  const meant = shown.find(({ mimeType }) => mimeType === bare) ?? (shown.length === 1 ? shown[0] : undefined);
  if (meant !== undefined) return meant.mimeType;
  if (inspected.mimeType !== null) return inspected.mimeType;
  return inspected.isText ? 'text/plain' : null;
}
