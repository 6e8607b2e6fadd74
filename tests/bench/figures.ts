/** Milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Of milliseconds in any order; all NaN when there are none. */
export function latencyOf(samples: readonly number[]): Latency {
  const sorted = Float64Array.from(samples).sort();
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** What was measured of one thing in one round, by name. */
export type Figures = Readonly<Record<string, number>>;

/** One line of a table: what was measured, and the median over the rounds of every figure. */
export interface Row {
  readonly what: readonly string[];
  readonly figures: Figures;
}

/** Gathers figures round by round. */
export class Results {
  readonly #rounds = new Map<string, { readonly what: readonly string[]; readonly figures: Figures[] }>();

  add(what: readonly string[], figures: Figures): void {
    const key = what.join('\n');
    const row = this.#rounds.get(key) ?? { what, figures: [] };
    row.figures.push(figures);
    this.#rounds.set(key, row);
  }

  /** In the order in which they were first added. */
  rows(): Row[] {
    return [...this.#rounds.values()].map(({ what, figures }) => ({
      what,
      figures: Object.fromEntries(
        Object.keys(figures[0] ?? {}).map((name) => [name, median(figures.map((one) => one[name] ?? Number.NaN))]),
      ),
    }));
  }
}
