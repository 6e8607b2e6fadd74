import { peaksOf } from './peaks.ts';

export const BARS = 48;
/** What is larger is played without a picture of it. */
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_KEPT = 300;
/** Samples a second: as few as tell loud from quiet, so that a long note takes little memory. */
const SAMPLE_RATE = 8_000;

const known = new Map<string, Promise<readonly number[] | null>>();
let line: Promise<unknown> = Promise.resolve();

/**
 * The bars of a sound, 0 to 1; null when the browser cannot decode it or it is too large. Each file is read once, one after
 * the other: decoding takes a processor's whole attention.
 */
export function readPeaks(url: string): Promise<readonly number[] | null> {
  const found = known.get(url);
  if (found !== undefined) return found;
  const reading = line.then(() => read(url)).catch(() => null);
  line = reading;
  known.set(url, reading);
  for (const [oldest] of known) {
    if (known.size <= MOST_KEPT) break;
    known.delete(oldest);
  }
  return reading;
}

async function read(url: string): Promise<readonly number[] | null> {
  const response = await fetch(url);
  if (!response.ok || Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) {
    await response.body?.cancel();
    return null;
  }
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength > MOST_BYTES) return null;
  const sound = await new OfflineAudioContext(1, 1, SAMPLE_RATE).decodeAudioData(bytes);
  return peaksOf(sound.getChannelData(0), BARS);
}
