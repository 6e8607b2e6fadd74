const UNITS: readonly (readonly [string, number])[] = [
  ['d', 24 * 60 * 60 * 1000],
  ['h', 60 * 60 * 1000],
  ['min', 60 * 1000],
  ['s', 1000],
];

/** A span of milliseconds as it is read in a record: `840 ms`, `2.4 s`, `3 min 12 s`, `2 d 4 h`. Always Latin. */
export function spanOf(ms: number): string {
  const sign = ms < 0 ? '−' : '';
  const length = Math.abs(Math.round(ms));
  if (length < 1_000) return `${sign}${length} ms`;
  if (length < 60_000) return `${sign}${Math.round(length / 100) / 10} s`;
  const [unit, next] = UNITS.flatMap(([, size], index) => (length >= size ? [index] : []));
  if (unit === undefined) return `${sign}${length} ms`;
  const [name = '', size = 1] = UNITS[unit] ?? [];
  const whole = `${sign}${Math.floor(length / size)} ${name}`;
  const [smaller = '', smallerSize = 1] = UNITS[next ?? unit] ?? [];
  const rest = Math.floor((length % size) / smallerSize);
  return rest === 0 || next === undefined ? whole : `${whole} ${rest} ${smaller}`;
}
