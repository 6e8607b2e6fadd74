/**
 * How loud a sound is along its length, as `count` bars from 0 to 1 of its loudest stretch. `samples` from −1 to 1. What is
 * silent throughout has bars of 0.
 */
export function peaksOf(samples: Float32Array, count: number): number[] {
  const loudness = Array.from({ length: count }, (_, bar) => {
    const from = Math.floor((bar * samples.length) / count);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * samples.length) / count));
    let power = 0;
    for (let at = from; at < to; at += 1) power += (samples[at] ?? 0) ** 2;
    return Math.sqrt(power / (to - from));
  });
  const loudest = Math.max(...loudness);
  return loudness.map((one) => (loudest < SILENT ? 0 : one / loudest));
}

/** Below this nothing is heard: noise of a codec, not to be drawn as speech. */
const SILENT = 0.001;
