import type { Child } from './children.ts';
import { KINDS } from './fairness-load.ts';
import { AXES, INHABITANTS } from './fairness-requests.ts';
import type { Results } from './figures.ts';
import type { LoadHandlers } from './load-entry.ts';

/** Head start of a flood, so that it is at its height when the measuring begins. */
const HEAD_START_MS = 500;

/**
 * What a quiet tenant feels of a loud one: the same requests by the same schedule, with nobody else and then while
 * the other floods, axis by axis. The two have a process each, so that the flood's own work delays no measuring
 * but for the processors that all share.
 */
export async function measureFairness(part: {
  readonly round: number;
  readonly seconds: number;
  readonly name: string;
  readonly port: number;
  readonly loud: Child<LoadHandlers>;
  readonly quiet: Child<LoadHandlers>;
  readonly table: Results;
  readonly problem: (text: string) => void;
}): Promise<void> {
  const { round, seconds, name, port, loud, quiet, table, problem } = part;
  let run = round * 20;
  const watch = (length: number) => quiet.ask('probe', port, INHABITANTS.quiet, ++run, length);
  // The first requests find everything cold.
  await watch(1);
  for (const axis of AXES) {
    const idle = await watch(seconds);
    await loud.ask('prepareFlood', port, axis, INHABITANTS.loud, ++run);
    const flood = loud.ask('flood', seconds + HEAD_START_MS / 1000);
    await new Promise((resolve) => setTimeout(resolve, HEAD_START_MS));
    const felt = await watch(seconds);
    const { perSecond } = await flood;
    for (const kind of KINDS) {
      const [before, during] = [idle[kind], felt[kind]];
      if (before.lost + during.lost > 0) problem(`${name}, ${axis}: the quiet tenant lost ${during.lost} (${kind})`);
      table.add([name, axis, kind], {
        flood: perSecond,
        idleP99: before.p99,
        p50: during.p50,
        p99: during.p99,
        ratio: during.p99 / before.p99,
      });
    }
  }
}
