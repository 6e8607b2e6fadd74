import { DIRECT_ANSWER_LOST, TIME_OUTS } from './meta-behaviours.ts';
import type { Finding, Report, Size } from './report.ts';
import { ingestRig } from './rig-ingest.ts';
import { metaRig } from './rig-meta.ts';
import { powerRig, SYNCHRONOUS_NORMAL } from './rig-power.ts';
import { restartRig } from './rig-restart.ts';
import { sendsRig } from './rig-sends.ts';
import { stormRig } from './rig-storm.ts';
import { webhooksRig } from './rig-webhooks.ts';
import { AS_BUILT } from './world.ts';

/** One run of one rig: against the gateway as it is built, or against a broken build as its control. */
export interface Entry {
  readonly rig: 'ingest' | 'sends' | 'meta' | 'webhooks' | 'restart' | 'storm' | 'power';
  /** A control must find this; null: all promises must hold. */
  readonly finds: Finding | null;
  readonly what: string;
  /** In `npm test`, and in `npm run faults`. */
  readonly short: Size;
  readonly long: Size;
  run(seed: number, size: Size): Promise<Report>;
}

type Run = Pick<Entry, 'rig' | 'what' | 'short' | 'long' | 'run'>;
const promise = (run: Run): Entry => ({ ...run, finds: null });
const control = (finds: Finding, run: Omit<Run, 'long'>): Entry => ({ ...run, long: run.short, finds });
const size = (rounds: number, load: number): Size => ({ rounds, load });

export const CATALOGUE: readonly Entry[] = [
  promise({
    rig: 'ingest',
    what: 'killed while Meta posts: acknowledged = stored = delivered',
    short: size(3, 40),
    long: size(20, 200),
    run: ingestRig,
  }),
  control('lost', {
    rig: 'ingest',
    what: 'a build that answers before its commit',
    short: size(1, 40),
    run: (seed, of) => ingestRig(seed, of, 'broken:answer-before-commit', ['at a 200']),
  }),
  promise({
    rig: 'sends',
    what: 'killed at each crash point: no second call, nothing gone, everything comes to rest',
    short: size(9, 8),
    long: size(34, 24),
    run: sendsRig,
  }),
  control('doubles', {
    rig: 'sends',
    what: 'a build that sends again, after a crash, what was on the wire',
    short: size(1, 8),
    run: (seed, of) => sendsRig(seed, of, 'broken:resend-after-crash', 'cloudApi.send:after'),
  }),
  control('duplicates', {
    rig: 'sends',
    what: 'a build without idempotency keys',
    short: size(1, 8),
    run: (seed, of) => sendsRig(seed, of, 'broken:no-idempotency', 'outbox.accept:after'),
  }),
  promise({
    rig: 'meta',
    what: 'each misbehaviour of Meta leads to its state, and to no second call',
    short: size(1, 0),
    long: size(3, 0),
    run: metaRig,
  }),
  promise({
    rig: 'meta',
    what: 'the first send from a number that only its caller knows, and the answer is lost: its status settles it',
    short: size(1, 0),
    long: size(1, 0),
    run: (seed, of) => metaRig(seed, of, AS_BUILT, [DIRECT_ANSWER_LOST]),
  }),
  control('doubles', {
    rig: 'meta',
    what: 'a build that sends again after a time-out',
    short: size(1, 0),
    run: (seed, of) => metaRig(seed, of, 'broken:resend-on-timeout', TIME_OUTS),
  }),
  promise({
    rig: 'webhooks',
    what: 'duplicated, shuffled, split, delayed, concurrent webhooks; statuses early and for nobody',
    short: size(2, 24),
    long: size(6, 60),
    run: webhooksRig,
  }),
  control('duplicates', {
    rig: 'webhooks',
    what: 'a build that takes repeats for news',
    short: size(1, 16),
    run: (seed, of) => webhooksRig(seed, of, 'broken:no-dedupe'),
  }),
  control('unresolved', {
    rig: 'webhooks',
    what: 'a build that does not know its own handle again',
    short: size(1, 16),
    run: (seed, of) => webhooksRig(seed, of, 'broken:no-handle'),
  }),
  promise({
    rig: 'restart',
    what: 'SIGTERM under load: exit 0, nothing lost, nothing sent twice, every transport whole',
    short: size(1, 60),
    long: size(6, 200),
    run: restartRig,
  }),
  control('unresolved', {
    rig: 'restart',
    what: 'a build that ends at once',
    short: size(1, 60),
    run: (seed, of) => restartRig(seed, of, 'broken:abrupt-stop'),
  }),
  promise({
    rig: 'storm',
    what: 'connections cut at random: every consumer sees N of N, in order',
    short: size(2, 60),
    long: size(6, 300),
    run: stormRig,
  }),
  control('lost', {
    rig: 'storm',
    what: 'a build that serves an event in place of another',
    short: size(1, 40),
    run: (seed, of) => stormRig(seed, of, 'broken:lost-event'),
  }),
  promise({
    rig: 'power',
    what: 'the power goes: what was acknowledged is on disk',
    short: size(1, 40),
    long: size(8, 200),
    run: powerRig,
  }),
  control('lost', {
    rig: 'power',
    what: 'a build with synchronous=NORMAL',
    short: size(1, 40),
    run: (seed, of) => powerRig(seed, of, SYNCHRONOUS_NORMAL),
  }),
];

/** What a report comes to, in two words. `fine` is what decides the exit code. */
export function verdictOf(entry: Entry, report: Report): { readonly words: string; readonly fine: boolean } {
  if (report.couldNotRun !== null) return { words: 'COULD NOT RUN', fine: true };
  if (entry.finds !== null) {
    return report[entry.finds] > 0 ? { words: 'reported', fine: true } : { words: 'NOT REPORTED', fine: false };
  }
  return report.broken.length === 0 ? { words: 'held', fine: true } : { words: 'BROKEN', fine: false };
}

/** A rig that cannot run says so where nobody overlooks it. */
export function outcry(report: Report): string {
  return `\n*** ${report.rig} (${report.build}) COULD NOT RUN: ${report.couldNotRun}. Nothing was proven by it. ***\n`;
}
