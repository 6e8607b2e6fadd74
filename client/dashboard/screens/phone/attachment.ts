import type { Attached } from './phone-api.ts';

/** The sandbox takes up to 4 MiB of text, and base64 is a third longer than the bytes. */
export const MOST_BYTES = 2_900_000;

/** What a browser cannot name is a document, as WhatsApp has it. */
const KINDS: Readonly<Record<string, Attached['type']>> = { image: 'image', video: 'video', audio: 'audio' };
/** Pictures that WhatsApp shows as such; others travel as documents. */
const PICTURES = new Set(['image/jpeg', 'image/png']);

export function kindOf({ type }: Pick<File, 'type'>): Attached['type'] {
  const [family = ''] = type.split('/');
  if (family === 'image' && !PICTURES.has(type)) return 'document';
  return KINDS[family] ?? 'document';
}

/** A picked file as a message. Rejects when it cannot be read. */
export async function attached(file: File, caption: string): Promise<Attached> {
  const type = kindOf(file);
  const words = caption.trim() === '' ? {} : { caption: caption.trim() };
  const mimeType = file.type === '' ? 'application/octet-stream' : file.type;
  return {
    type,
    file: {
      base64: base64Of(new Uint8Array(await file.arrayBuffer())),
      mimeType,
      ...(type === 'document' ? { filename: file.name.slice(0, 500) } : {}),
    },
    ...(type === 'audio' || words.caption === undefined ? {} : { [type]: words }),
  };
}

/** In pieces: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return btoa(pieces.join(''));
}
