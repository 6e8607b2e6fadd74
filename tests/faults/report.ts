/** What a rig found. Figures that a rig does not count are null. */
export interface Report {
  readonly rig: string;
  /** `as built`, or the broken build that it ran against. */
  readonly build: string;
  readonly seed: number;
  readonly rounds: number;
  readonly kills: number;
  /** Webhook items that got a 200. */
  readonly acked: number | null;
  /** Of those, how many are on disk. */
  readonly stored: number | null;
  /** Events that each consumer saw. */
  readonly delivered: number | null;
  readonly lost: number;
  readonly duplicates: number;
  /** Messages that callers asked for, and calls that reached Meta. */
  readonly sends: number | null;
  readonly calls: number | null;
  /** Calls for a message that may have had it already. */
  readonly doubles: number;
  /** Messages in no final or UNCONFIRMED state, and those whose status came and did not settle them. */
  readonly unresolved: number;
  readonly seconds: number;
  /** Every broken promise in a sentence; empty when all held. */
  readonly broken: readonly string[];
  /** Why the rig could not run here; null when it did. */
  readonly couldNotRun: string | null;
}

/** What a control must find. */
export type Finding = 'lost' | 'duplicates' | 'doubles' | 'unresolved';

export interface Size {
  readonly rounds: number;
  /** Things sent or posted per round. */
  readonly load: number;
}

/** Counts up what a rig finds, and says it. */
export class Findings {
  readonly #started = performance.now();
  readonly broken: string[] = [];
  kills = 0;
  acked: number | null = null;
  stored: number | null = null;
  delivered: number | null = null;
  lost = 0;
  duplicates = 0;
  sends: number | null = null;
  calls: number | null = null;
  doubles = 0;
  unresolved = 0;
  couldNotRun: string | null = null;

  /** Notes a broken promise when it is one. */
  expect(holds: boolean, sentence: string): void {
    if (!holds) this.broken.push(sentence);
  }

  report(rig: string, build: string, seed: number, rounds: number): Report {
    const { kills, acked, stored, delivered, lost, duplicates, sends, calls, doubles, unresolved } = this;
    const { broken, couldNotRun } = this;
    const seconds = Math.round((performance.now() - this.#started) / 100) / 10;
    const figures = { kills, acked, stored, delivered, lost, duplicates, sends, calls, doubles, unresolved, seconds };
    return { rig, build, seed, rounds, ...figures, broken, couldNotRun };
  }
}

const COLUMNS = [
  'rig',
  'build',
  'rounds',
  'kills',
  'acked',
  'stored',
  'delivered',
  'lost',
  'duplicates',
  'sends',
  'calls',
  'doubles',
  'unresolved',
  'seconds',
  'seed',
] as const;

/** The figures as a table of plain text, each row with what it comes to. */
export function table(reports: readonly { readonly report: Report; readonly verdict: string }[]): string {
  const rows = [
    [...COLUMNS, 'verdict'],
    ...reports.map(({ report, verdict }) => [...COLUMNS.map((name) => String(report[name] ?? '–')), verdict]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    )
    .join('\n');
}

/** In one line, for a failing test or a log. */
export function summary(report: Report): string {
  const figures = COLUMNS.slice(2).map((name) => `${name} ${report[name] ?? '–'}`);
  return `${report.rig} (${report.build}): ${figures.join(', ')}${report.broken.map((one) => `\n  ${one}`).join('')}`;
}
