import type { Json } from '../../domain/json.ts';

/** Deepest nesting accepted: everything of Meta's is below 20, and what walks the result may then recurse. */
export const MAX_DEPTH = 64;

export type ReadJson = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly problem: string };

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Bytes to JSON; never throws. Numbers that a double cannot hold (17-digit template ids) stay as their digits. */
export function readJson(bytes: Uint8Array): ReadJson {
  const { tooDeep, exactNumbers } = scan(bytes);
  if (tooDeep) return { ok: false, problem: `nested deeper than ${MAX_DEPTH} levels` };
  let source: string;
  try {
    source = decoder.decode(bytes);
  } catch {
    return { ok: false, problem: 'not valid UTF-8' };
  }
  try {
    return { ok: true, value: exactNumbers ? JSON.parse(source, keepExact) : JSON.parse(source) };
  } catch {
    return { ok: false, problem: 'not JSON' };
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * One pass over the bytes before any parser sees them: how deep it goes, and whether a number outside of strings could
 * lose digits (16 or more in a row, or an exponent), since the parser that keeps them is several times slower.
 */
function scan(bytes: Uint8Array): { tooDeep: boolean; exactNumbers: boolean } {
  let depth = 0;
  let digits = 0;
  let exactNumbers = false;
  let inString = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (inString) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) inString = false;
      continue;
    }
    if (byte >= 0x30 && byte <= 0x39) {
      if (++digits === 16) exactNumbers = true;
      continue;
    }
    if (digits > 0 && (byte | 0x20) === 0x65) exactNumbers = true;
    digits = 0;
    if (byte === QUOTE) inString = true;
    // `[` or `{`, which differ in one bit only; the same for their counterparts.
    else if ((byte | 0x20) === 0x7b) {
      if (++depth > MAX_DEPTH) return { tooDeep: true, exactNumbers };
    } else if ((byte | 0x20) === 0x7d) depth--;
  }
  return { tooDeep: false, exactNumbers };
}

function keepExact(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || context?.source === undefined) return value;
  const exact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  return exact ? value : context.source;
}

/** One text for all spellings of a value: keys sorted, no spaces. The value comes from `readJson`, so it is shallow. */
export function canonicalJson(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
