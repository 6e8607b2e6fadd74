let context: AudioContext | null = null;

/** Two soft notes, a fifth apart. Nothing in a tab that nobody has touched yet: browsers forbid it there. */
export function playTone(): void {
  if (!navigator.userActivation.hasBeenActive) return;
  context ??= new AudioContext();
  const { currentTime, destination } = context;
  for (const [frequency, after] of [
    [587.33, 0],
    [880, 0.11],
  ] as const) {
    const note = context.createOscillator();
    const loudness = context.createGain();
    const begin = currentTime + after;
    note.type = 'sine';
    note.frequency.value = frequency;
    loudness.gain.setValueAtTime(0, begin);
    loudness.gain.linearRampToValueAtTime(0.12, begin + 0.015);
    loudness.gain.exponentialRampToValueAtTime(0.0001, begin + 0.45);
    note.connect(loudness).connect(destination);
    note.start(begin);
    note.stop(begin + 0.5);
  }
  context.resume().catch(() => {});
}
