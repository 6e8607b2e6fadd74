import { execFileSync } from 'node:child_process';
import { closeSync, fdatasyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { latencyOf, type Row } from './figures.ts';
import type { Section } from './round.ts';

/** What the figures were measured on. */
export function describeMachine(folder: string): Readonly<Record<string, string>> {
  const processors = cpus();
  return {
    commit: commitOf(folder),
    node: process.version,
    sqlite: process.versions['sqlite'] ?? 'unknown',
    system: `${process.platform} ${release()} ${process.arch}`,
    processors: `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}`,
    memory: `${Math.round(totalmem() / 1e9)} GB`,
    store: `${tmpdir()} on ${fileSystemOf(tmpdir())}, one fdatasync of 4 kB ${syncTime().toFixed(2)} ms`,
    'load average at the start': loadAverage(),
  };
}

/** Above the number of processors, the figures tell of the neighbours too. */
export function loadAverage(): string {
  return loadavg()[0]?.toFixed(1) ?? 'unknown';
}

/** A file system in memory would make every promise cheap. */
const FILE_SYSTEMS: Readonly<Record<number, string>> = {
  61267: 'ext4',
  16914836: 'tmpfs (nothing is durable here)',
  2035054128: 'overlayfs',
  1481003842: 'xfs',
  2435016766: 'btrfs',
};

function fileSystemOf(folder: string): string {
  const { type } = statfsSync(folder);
  return FILE_SYSTEMS[type] ?? `file system 0x${type.toString(16)}`;
}

function syncTime(): number {
  const path = join(tmpdir(), `bench-sync-${process.pid}`);
  const file = openSync(path, 'w');
  const page = Buffer.alloc(4096, 1);
  const times = Array.from({ length: 50 }, () => {
    const before = performance.now();
    writeSync(file, page);
    fdatasyncSync(file);
    return performance.now() - before;
  });
  closeSync(file);
  rmSync(path);
  return latencyOf(times).p50;
}

function commitOf(folder: string): string {
  try {
    return execFileSync('git', ['-C', folder, 'describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

type Column = readonly [title: string, figure: string, digits: number];
const LATENCY: readonly Column[] = [
  ['p50 ms', 'p50', 1],
  ['p99 ms', 'p99', 1],
];
const MAX: Column = ['max ms', 'max', 0];
const LOOP: readonly Column[] = [
  ['loop p50 ms', 'loopP50', 1],
  ['loop p99 ms', 'loopP99', 1],
  ['loop max ms', 'loopMax', 0],
];

const TABLES: Readonly<Record<Section, { title: string; what: readonly string[]; columns: readonly Column[] }>> = {
  ingest: {
    title: 'Webhooks, one message each, durable before 200 (ratio to bare: reads, verifies, parses, keeps nothing)',
    what: ['server', 'connections'],
    columns: [
      ['webhooks/s', 'perSecond', 0],
      ['ratio', 'ratio', 2],
      ...LATENCY,
      MAX,
      ['main µs each', 'mainUs', 0],
      ['process µs each', 'processUs', 0],
      ...LOOP,
    ],
  },
  steady: {
    title: 'Webhooks by a schedule; latency from when each was due',
    what: ['server', 'due/s'],
    columns: [['answered/s', 'perSecond', 0], ...LATENCY, MAX, ['webhooks/commit', 'perCommit', 1], ...LOOP],
  },
  delivery: {
    title: 'Webhook to subscriber (deliveries/s at full load; latency from the POST at 200 or 40 webhooks/s)',
    what: ['server', 'transport', 'subscribers'],
    columns: [
      ['deliveries/s', 'perSecond', 0],
      ...LATENCY,
      ['main µs each', 'mainUs', 0],
      ['heap growth MB', 'heapMb', 1],
    ],
  },
  send: {
    title: 'Sends by REST that wait for Meta, whose stand-in answers at once',
    what: ['server', 'connections'],
    columns: [['sends/s', 'perSecond', 0], ...LATENCY, MAX, ['commits/send', 'commits', 2]],
  },
  fairness: {
    title: 'One tenant, alone and while another floods (per second, of the flood; goal for the ratio: 2)',
    what: ['server', 'flood of', 'what the other does'],
    columns: [['flood/s', 'flood', 0], ['idle p99 ms', 'idleP99', 1], ...LATENCY, ['ratio of p99', 'ratio', 2]],
  },
};

/** One section as text. */
export function tableOf(section: Section, rows: readonly Row[]): string {
  const { title, what, columns } = TABLES[section];
  const lines = [
    [...what, ...columns.map(([name]) => name)],
    ...rows.map((row) => [
      ...row.what,
      ...columns.map(([, figure, digits]) => (row.figures[figure] ?? Number.NaN).toFixed(digits)),
    ]),
  ];
  const widths = (lines[0] ?? []).map((_, n) => Math.max(...lines.map((cells) => cells[n]?.length ?? 0)));
  const pad = (cell: string, n: number) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0));
  return `${title}\n\n${lines.map((cells) => `  ${cells.map(pad).join('  ')}`).join('\n')}\n`;
}
