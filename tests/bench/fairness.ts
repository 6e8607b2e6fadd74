import type { Child } from './children.ts';
import { type Felt, KINDS } from './fairness-load.ts';
import { AXES, INHABITANTS } from './fairness-requests.ts';
import { latencyOf, type Results } from './figures.ts';
import type { LoadHandlers } from './load-entry.ts';

/** Head start of a flood, so that it is at its height when the measuring begins. */
const HEAD_START_MS = 500;
const WARM_UP_SECONDS = 3;

/**
 * What a quiet tenant feels of a loud one: the same requests by the same schedule, with nobody else and then while
 * the other floods, axis by axis. Alone it is watched between the floods, each of
 * which has drained by then. The two have a process each. The loud one's has the lowest priority: in life the
 * clients of a flood have machines of their own, and what they compute takes no processor from the gateway.
 */
export async function measureFairness(part: {
  readonly round: number;
  readonly seconds: number;
  readonly name: string;
  readonly port: number;
  readonly gateway: { ask(method: 'calm'): Promise<void> };
  readonly loud: Child<LoadHandlers>;
  readonly quiet: Child<LoadHandlers>;
  readonly table: Results;
  readonly problem: (text: string) => void;
}): Promise<void> {
  const { round, seconds, name, port, gateway, loud, quiet, table, problem } = part;
  let run = round * 20;
  const probe = (length: number) => quiet.ask('probe', port, INHABITANTS.quiet, ++run, length);
  const alone: Felt[] = [];
  async function watchAlone(length: number): Promise<void> {
    await gateway.ask('calm');
    alone.push(await probe(length));
  }
  // The first requests find everything cold.
  await probe(WARM_UP_SECONDS);
  const floods: { readonly axis: string; readonly perSecond: number; readonly felt: Felt }[] = [];
  for (const axis of AXES) {
    await watchAlone(seconds / 2);
    await loud.ask('prepareFlood', port, axis, INHABITANTS.loud, ++run);
    const flood = loud.ask('flood', seconds + HEAD_START_MS / 1000);
    await new Promise((resolve) => setTimeout(resolve, HEAD_START_MS));
    const felt = await probe(seconds);
    const { perSecond } = await flood;
    floods.push({ axis, perSecond, felt });
  }
  await watchAlone(seconds / 2);
  for (const { axis, perSecond, felt } of floods) {
    for (const kind of KINDS) {
      const lost = [...alone, felt].reduce((sum, all) => sum + all[kind].lost, 0);
      if (lost > 0) problem(`${name}, ${axis}: the quiet tenant lost ${lost} (${kind})`);
      const idle = latencyOf(alone.flatMap((all) => all[kind].times));
      const { p50, p99 } = latencyOf(felt[kind].times);
      table.add([name, axis, kind], { flood: perSecond, idleP99: idle.p99, p50, p99, ratio: p99 / idle.p99 });
    }
  }
}
