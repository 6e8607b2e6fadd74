import { createFetch } from 'ofetch';
import type { Json } from '../../domain/json.ts';
import { readJson } from './json-text.ts';
import { networkFailure } from './network-failure.ts';

export interface GraphClientOptions {
  /** `https://graph.facebook.com`, or the sandbox's address. */
  readonly graphUrl: string;
  /** `v25.0` */
  readonly version: string;
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** For a whole call, the answer's last byte included. Meta's own deadline is 30 s. */
  readonly timeoutMs?: number | undefined;
}

export interface GraphCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** An id of Meta's and an edge, below the version. Ids have passed `isGraphId`. */
  readonly path: string;
  readonly accessToken: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Json;
  /** Instead of `body`: a form with a file, which is read from the disk while it is sent. */
  readonly form?: FormData;
  /** Instead of the client's own time-out. */
  readonly timeoutMs?: number;
  /** The answer's largest size in bytes, after decompression; 1 MiB when left out. */
  readonly maxBytes?: number;
}

/** An answer, read or not, or why there was none. Never holds the token: Meta quotes bad tokens in its errors. */
export type GraphAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** Undefined when the body is no JSON, too large, or was cut off. */
      readonly body: Json | undefined;
      readonly retryAfterSeconds: number | null;
      /** How a sentence calls this answer: `HTTP 502 with an unreadable body`. */
      readonly label: string;
    }
  | { readonly kind: 'failure'; readonly notWritten: boolean; readonly reason: string };

export type GraphClient = (call: GraphCall) => Promise<GraphAnswer>;

const MAX_BYTES = 1024 * 1024;

/** Meta's ids are 14–19 digits; letters are let through for stand-ins, `.` and `/` never: an id becomes a path. */
export function isGraphId(id: string): boolean {
  return /^[\w-]{1,64}$/.test(id);
}

/** A token that cannot stand in a header would make `fetch` throw an error that quotes it. */
export function isToken(token: string): boolean {
  return /^[\x21-\x7e]{1,4096}$/.test(token);
}

/** The one HTTP client to Meta: one request per call, never repeated, never redirected to another host. */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  const base = `${options.graphUrl.replace(/\/+$/, '')}/${options.version}`;
  const request = createFetch({
    fetch: options.fetch ?? globalThis.fetch,
    defaults: { retry: false, redirect: 'manual', ignoreResponseError: true, responseType: 'stream' },
  });
  return async ({ method, path, accessToken, query, body, form, timeoutMs, maxBytes = MAX_BYTES }) => {
    try {
      const blob = body === undefined ? null : new Blob([JSON.stringify(body)]);
      const response = await request.raw(`${base}/${path}`, {
        method,
        ...(query !== undefined && { query }),
        headers: {
          authorization: `Bearer ${accessToken}`,
          accept: 'application/json',
          // The length is given, so that a body from a stream is not sent in chunks.
          ...(blob !== null && { 'content-type': 'application/json', 'content-length': String(blob.size) }),
        },
        // As a stream, which can be read once: the fetch standard has a request repeated on HTTP 421 when its body can
        // be had again, and a send must never be made twice.
        ...(blob !== null && { body: blob.stream() }),
        ...(form !== undefined && { body: form }),
        signal: AbortSignal.timeout(timeoutMs ?? options.timeoutMs ?? 30_000),
      });
      const { status } = response;
      const retryAfterSeconds = retryAfter(response.headers.get('retry-after'), Date.now());
      const answered = await readUpTo(response.body, maxBytes);
      const read = answered === null ? null : readJson(answered);
      if (read === null || !read.ok) {
        const label = `HTTP ${status} with ${read === null ? 'too large a body' : 'an unreadable body'}`;
        return { kind: 'answer', status, body: undefined, retryAfterSeconds, label };
      }
      const clean = withoutToken(read.value, accessToken, status >= 400);
      return { kind: 'answer', status, body: clean, retryAfterSeconds, label: `HTTP ${status}` };
    } catch (error) {
      return { kind: 'failure', ...networkFailure(error) };
    }
  };
}

/** All bytes of a body, or null once there are more than `limit`; what is left is not read. */
async function readUpTo(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Uint8Array | null> {
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    // Leaving the loop cancels the stream and closes the connection.
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

const ONE_DAY_S = 86_400;

/** `Retry-After` as seconds or as an HTTP date, in whole seconds from now, at most a day. */
function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const seconds = /^\d{1,10}$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1000);
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 0), ONE_DAY_S);
}

/**
 * Meta quotes a malformed token in its message, and a wrong host may echo anything, also as the name of a field; nothing
 * that leaves this file may hold the token. In an error, whatever has the look of a token goes too, since Meta may quote
 * a part. Shorter than 8 characters it cannot be told from other text.
 */
function withoutToken(value: Json, token: string, isError: boolean): Json {
  const forms = token.length < 8 ? [] : formsOf(token);
  const clean = (text: string) => {
    const bare = forms.reduce((rest, form) => rest.replaceAll(form, '[token]'), text);
    return isError ? bare.replace(/\bEAA[A-Za-z0-9_-]{8,}/g, '[token]') : bare;
  };
  const cleaned = (one: Json): Json => {
    if (typeof one === 'string') return clean(one);
    if (typeof one !== 'object' || one === null) return one;
    if (isList(one)) return one.map(cleaned);
    return Object.fromEntries(Object.entries(one).map(([key, element]) => [clean(key), cleaned(element)]));
  };
  return cleaned(value);
}

/** A token as it is, and as it stands in JSON within a text, in an address, in HTML and in base64. */
function formsOf(token: string): readonly string[] {
  const escaped = JSON.stringify(token).slice(1, -1);
  const html = token.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [...new Set([token, escaped, encodeURIComponent(token), html, btoa(token)])];
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
