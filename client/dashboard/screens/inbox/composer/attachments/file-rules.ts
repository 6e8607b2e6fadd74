/** What a file is sent as. */
export type SendAs = 'image' | 'video' | 'audio' | 'document' | 'sticker';

/** Why a file cannot be sent: `most` is the limit in bytes. */
export type FileFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'type' }
  | { readonly kind: 'size'; readonly most: number };

export type FileVerdict =
  | { readonly sendAs: SendAs; readonly fault: null }
  | { readonly sendAs: null; readonly fault: FileFault };

const KIB = 1024;
const MIB = 1024 * KIB;

/** The gateway's table of types by the ending of a name; a test holds the two beside each other. */
export const ENDINGS: Readonly<Record<SendAs, string>> = {
  image: 'jpg jpeg jfif png',
  sticker: 'webp',
  video: 'mp4 m4v 3gp 3gpp',
  audio: 'mp3 mpga m4a aac amr ogg oga opus',
  document: 'pdf txt text csv log md doc dot xls xlt ppt pps docx xlsx pptx',
};

export const LIMITS: Readonly<Record<SendAs, number>> = {
  image: 5 * MIB,
  video: 16 * MIB,
  audio: 16 * MIB,
  document: 100 * MIB,
  // A sticker that moves; whether one does only its bytes tell.
  sticker: 500 * KIB,
};

/** For the dialog that picks files. */
export const ACCEPTED = Object.values(ENDINGS)
  .flatMap((endings) => endings.split(' '))
  .map((ending) => `.${ending}`)
  .join(',');

const KINDS = ['image', 'sticker', 'video', 'audio', 'document'] as const;
/** Pasted pictures come without a name of their own. */
const BY_TYPE: Readonly<Record<string, SendAs>> = {
  'image/png': 'image',
  'image/jpeg': 'image',
  'image/webp': 'sticker',
  'video/mp4': 'video',
  'application/pdf': 'document',
};

/**
 * Judges a file by its name and size before anything is uploaded; its bytes the gateway judges. A picture that is too large
 * for an image is not made a document: it would arrive as a file without a picture, and nobody asked for that.
 */
export function judgeFile({ name, size, type }: Pick<File, 'name' | 'size' | 'type'>): FileVerdict {
  if (size === 0) return { sendAs: null, fault: { kind: 'empty' } };
  const sendAs = kindOf(name, type);
  if (sendAs === null) return { sendAs: null, fault: { kind: 'type' } };
  const most = LIMITS[sendAs];
  return size > most ? { sendAs: null, fault: { kind: 'size', most } } : { sendAs, fault: null };
}

function kindOf(name: string, type: string): SendAs | null {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) return BY_TYPE[type] ?? null;
  return KINDS.find((kind) => ENDINGS[kind].split(' ').includes(ending)) ?? null;
}

/** Whether WhatsApp shows words under it. */
export function takesCaption(sendAs: SendAs): boolean {
  return sendAs === 'image' || sendAs === 'video' || sendAs === 'document';
}
