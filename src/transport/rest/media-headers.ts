/** Types that browsers are told as they are; whatever else goes out as bytes of no type. */
const TOLD = [
  ...['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
  ...['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg', 'video/mp4', 'video/3gpp'],
  ...['application/pdf', 'application/zip', 'application/msword', 'application/vnd.ms-excel'],
  'application/vnd.ms-powerpoint',
  ...['wordprocessingml.document', 'spreadsheetml.sheet', 'presentationml.presentation'].map(
    (name) => `application/vnd.openxmlformats-officedocument.${name}`,
  ),
];
const NAME_LIMIT = 150;

/** What a file may be called in `Content-Type`. Text is always UTF-8, so that no browser guesses another alphabet. */
export function contentType(mimeType: string | null): string {
  const bare = bareOf(mimeType);
  if (bare === 'text/plain') return 'text/plain; charset=utf-8';
  return TOLD.includes(bare) ? bare : 'application/octet-stream';
}

/** Pictures and sound are shown in place, anything else is saved. The name is by RFC 6266 and 8187. */
export function contentDisposition(mimeType: string | null, filename: string | null, fallback: string): string {
  const bare = bareOf(mimeType);
  const inline = TOLD.includes(bare) && /^(?:image|audio|video)\//.test(bare);
  const name = safeName(filename) || fallback;
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["%\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

function bareOf(mimeType: string | null): string {
  return (mimeType?.split(';')[0] ?? '').trim().toLowerCase();
}

/** Without folders, control characters and marks that turn the direction of writing, which can hide an ending. */
function safeName(filename: string | null): string {
  const last = (filename ?? '').toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/gu, '').replace(/^[.\s]+/, '');
  return [...plain].slice(0, NAME_LIMIT).join('').trim();
}

/** A part of a file as `Range` asks for it, both ends inclusive. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * The one range that a request asks for: null when it asks for none, or for what we do not serve in parts (several ranges,
 * other units, a condition that does not hold); `unsatisfiable` when it lies beyond the file.
 */
export function partOf(
  headers: { readonly range?: string | undefined; readonly 'if-range'?: string | undefined },
  size: number,
  etag: string,
): Part | null | 'unsatisfiable' {
  const condition = headers['if-range'];
  if (condition !== undefined && condition !== etag) return null;
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec((headers.range ?? '').replaceAll(' ', '')) ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'unsatisfiable' : { start, end };
}

/** Whether `If-None-Match` names this version. */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}
