import { GatewayError } from '../domain/errors.ts';
import type { MediaRecord, MediaSettlement } from '../domain/media.ts';
import type { NumberCredentials } from '../ports/cloud-api.ts';
import type { CloudMedia, Download, MediaDescription } from '../ports/cloud-media.ts';
import type { Spooled } from '../ports/files.ts';
import type { Log } from '../ports/system.ts';
import { type Keeping, keepFile } from './media-keeping.ts';
import { LARGEST_FILE, receivedType } from './media-types.ts';

/** What people sent: Meta itself refuses more than 100 MB, whatever the kind. */
const SIZE_LIMIT = Math.floor(LARGEST_FILE * 1.1);
/** Meta's codes for a token that is refused … */
const TOKEN_CODES = [0, 190];
/** … and for an id that it does not know, or not for this number. */
const UNKNOWN_CODES = [33, 100];
/** Meta may not know at once what it has just told, so an unknown id is asked for so many times. */
const UNKNOWN_ATTEMPTS = 3;

/** What one attempt came to; a wait has no time yet. */
export type Attempt =
  | Exclude<MediaSettlement, { readonly kind: 'later' }>
  | { readonly kind: 'later'; readonly reason: string };

/** Sets bytes aside in what the tenant may store. RATE_LIMITED. */
export type TakeRoom = (bytes: number) => Promise<void>;

/** One attempt at fetching the file of an inbound message: address, bytes, check, store. Never rejects. */
export async function fetchMedia(
  deps: Keeping & { readonly cloudApi: CloudMedia; readonly log: Log; readonly takeRoom: TakeRoom },
  record: MediaRecord,
  credentials: NumberCredentials,
  signal: AbortSignal,
): Promise<Attempt> {
  const { cloudApi, spool, log } = deps;
  const mediaId = record.facts.mediaId ?? '';

  async function describe(): Promise<MediaDescription | Attempt> {
    const answer = await cloudApi.describeMedia(credentials, mediaId);
    if (answer.ok) return answer.value;
    const { reason, error } = answer;
    if (error !== null && TOKEN_CODES.includes(error.code)) return later(`Meta refuses the access token: ${reason}`);
    const unknown = error !== null && UNKNOWN_CODES.includes(error.code);
    if (!unknown) return later(reason);
    const said = `Meta does not know this file, or not for this number: ${reason}`;
    return record.attempts + 1 < UNKNOWN_ATTEMPTS ? later(said) : failed(said);
  }

  /** A 404 has two meanings: the address is too old, which a new one cures, or the token does not fit. */
  async function download(): Promise<{ readonly told: MediaDescription; readonly answer: Download } | Attempt> {
    for (let again = false; ; again = true) {
      const told = await describe();
      if ('kind' in told) return told;
      if (told.sizeBytes !== null && told.sizeBytes > SIZE_LIMIT) return tooLarge();
      if (!again) await deps.takeRoom(Math.max(0, (told.sizeBytes ?? 0) - 1));
      const answer = await cloudApi.downloadMedia(credentials, told.url, signal);
      if (answer.kind !== 'gone' || again) return { told, answer };
    }
  }

  async function store(file: Spooled, told: MediaDescription): Promise<Attempt> {
    await deps.takeRoom(Math.max(0, file.size - Math.max(1, told.sizeBytes ?? 0)));
    const hash = told.sha256 ?? record.facts.toldSha256;
    if (hash !== null && !sameHash(hash, file.sha256))
      return later('The bytes do not match the SHA-256 that Meta told.');
    const inspected = await deps.inspector.inspect(file.path);
    const mimeType = receivedType(inspected, record.facts.toldType ?? told.mimeType);
    return { kind: 'ready', bytes: await keepFile(deps, record.id, file, inspected, mimeType) };
  }

  let broken: string | null = null;
  async function* watched(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
    try {
      yield* bytes;
    } catch (error) {
      broken = error instanceof Error ? error.message : 'The download broke off.';
      throw error;
    }
  }

  try {
    // The first byte: without room for it Meta need not be asked.
    await deps.takeRoom(1);
    const downloaded = await download();
    if ('kind' in downloaded) return downloaded;
    const { told, answer } = downloaded;
    if (answer.kind !== 'bytes') {
      const why = answer.kind === 'gone' ? ' Its address was new, so the access token may not fit.' : '';
      return answer.kind === 'foreign' ? failed(answer.reason) : later(`${answer.reason}${why}`);
    }
    await using file = await spool.take(watched(answer.bytes), SIZE_LIMIT);
    return file === null ? tooLarge() : await store(file, told);
  } catch (error) {
    if (error instanceof GatewayError && error.code === 'RATE_LIMITED') return failed(noRoom(error));
    if (broken !== null) return later(broken);
    log.error('a media file could not be stored; it is tried again', { mediaId: record.id, error });
    return later('The media store did not take the file.');
  }
}

function later(reason: string): Attempt {
  return { kind: 'later', reason };
}

function failed(reason: string): Attempt {
  return { kind: 'failed', reason };
}

function noRoom({ message }: GatewayError): string {
  return `${message} Once there is room it can be fetched again with \`retryMedia\`.`;
}

function tooLarge(): Attempt {
  return failed(`The file is larger than ${SIZE_LIMIT} bytes.`);
}

/** Meta tells hashes in hexadecimal or in base64. One that is neither proves nothing. */
export function sameHash(told: string, hex: string): boolean {
  if (/^[0-9a-f]{64}$/i.test(told)) return told.toLowerCase() === hex;
  const base64 = told.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  if (!/^[A-Za-z0-9+/]{43}$/.test(base64)) return true;
  const bytes = [...atob(base64)].map((one) => one.charCodeAt(0).toString(16).padStart(2, '0'));
  return bytes.join('') === hex;
}
