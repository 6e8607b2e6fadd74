import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BareHandlers } from './bare-entry.ts';
import { Child } from './children.ts';
import { measureFairness } from './fairness.ts';
import type { Results } from './figures.ts';
import type { GatewayHandlers } from './gateway-entry.ts';
import type { LoadHandlers } from './load-entry.ts';
import type { Measured } from './meter.ts';
import type { Plan } from './plan.ts';
import { TRANSPORT_NAMES, TRANSPORTS } from './subscribers.ts';

export const SECTIONS = ['ingest', 'steady', 'delivery', 'send', 'fairness'] as const;
export type Section = (typeof SECTIONS)[number];
export type Tables = Readonly<Record<Section, Results>>;

/** A checkout whose gateway is measured. */
export interface Subject {
  readonly name: string;
  readonly folder: string;
}

/** Something that takes webhooks, in its own process. */
interface Target {
  readonly name: string;
  readonly port: number;
  readonly process: { ask(method: 'start'): Promise<void>; ask(method: 'read'): Promise<Measured> };
}

/** One that can say when it has drained. */
interface GatewayTarget extends Target {
  readonly process: Target['process'] & { ask(method: 'calm'): Promise<void> };
}

export interface RoundOptions {
  readonly plan: Plan;
  readonly subjects: readonly Subject[];
  readonly sections: readonly Section[];
  readonly tables: Tables;
  /** Node's options for the gateway's process. */
  readonly execArgv: readonly string[];
  /** Told what was refused or missing: a figure with losses is none. */
  readonly problem: (text: string) => void;
}

const entry = (name: string, folder = join(import.meta.dirname, '../..')) => join(folder, 'tests/bench', name);

/** One round: fresh processes and stores; what is compared is measured one right after the other. */
export async function runRound(round: number, options: RoundOptions): Promise<void> {
  const { plan, sections, subjects } = options;
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  await using opened = new AsyncDisposableStack();
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const load = opened.use(new Child<LoadHandlers>(entry('load-entry.ts')));
  // In fairness the load is one tenant's, and Meta is everybody's.
  const meta = sections.includes('fairness') ? opened.use(new Child<LoadHandlers>(entry('load-entry.ts'))) : load;
  const graphUrl = await meta.ask('standIn');
  const bareProcess = opened.use(new Child<BareHandlers>(entry('bare-entry.ts'), ['--expose-gc']));
  const bare: Target = { name: 'bare node:http', port: await bareProcess.ask('open'), process: bareProcess };
  const gateways: GatewayTarget[] = [];
  for (const [n, subject] of subjects.entries()) {
    const execArgv = ['--expose-gc', ...options.execArgv];
    const process = opened.use(new Child<GatewayHandlers>(entry('gateway-entry.ts', subject.folder), execArgv));
    const own = await mkdtemp(join(folder, `${n}-`));
    gateways.push({ name: subject.name, port: await process.ask('open', { folder: own, graphUrl }), process });
  }
  // Whoever comes first has the colder machine.
  if (round % 2 === 1) gateways.reverse();

  await load.ask('prepare', `${round}:warm`, plan.warmUp);
  for (const { port } of [bare, ...gateways]) await load.ask('saturate', port, { connections: 64, seconds: 5 });
  const part = { ...options, round, load, bare, gateways };
  if (sections.includes('ingest')) await ingest(part);
  if (sections.includes('steady')) await steadily(part);
  if (sections.includes('delivery')) await delivery(part);
  if (sections.includes('send')) await sending(part);
  if (sections.includes('fairness')) await fairness(part);
}

interface Part extends RoundOptions {
  readonly round: number;
  readonly load: Child<LoadHandlers>;
  readonly bare: Target;
  readonly gateways: readonly GatewayTarget[];
}

async function ingest({ plan, tables, round, load, bare, gateways, problem }: Part): Promise<void> {
  for (const connections of plan.ingest.connections) {
    await load.ask('prepare', `${round}:${connections}`, plan.ingest.count);
    let yardstick = Number.NaN;
    for (const { name, port, process } of [bare, ...gateways]) {
      await process.ask('start');
      const { times: _, ...figures } = await load.ask('saturate', port, { connections, seconds: plan.ingest.seconds });
      const { mainMs, processMs, loopP50, loopP99, loopMax } = await process.ask('read');
      if (name === bare.name) yardstick = figures.perSecond;
      if (figures.refused > 0) problem(`${name}: ${figures.refused} webhooks were not answered with 200`);
      tables.ingest.add([name, String(connections)], {
        ...figures,
        ratio: figures.perSecond / yardstick,
        mainUs: (mainMs * 1000) / figures.answered,
        processUs: (processMs * 1000) / figures.answered,
        ...{ loopP50, loopP99, loopMax },
      });
    }
  }
}

async function steadily({ plan, tables, round, load, gateways, problem }: Part): Promise<void> {
  const { perSecond, seconds, connections } = plan.steady;
  await load.ask('prepare', `${round}:steady`, perSecond * seconds);
  for (const { name, port, process } of gateways) {
    await process.ask('start');
    const { times: _, ...figures } = await load.ask('steady', port, { connections, perSecond });
    const { loopP50, loopP99, loopMax, commits } = await process.ask('read');
    if (figures.refused > 0) problem(`${name}: ${figures.refused} webhooks were not answered with 200`);
    const perCommit = figures.answered / commits;
    tables.steady.add([name, String(perSecond)], { ...figures, perCommit, loopP50, loopP99, loopMax });
  }
}

async function delivery({ plan, tables, round, load, gateways, problem }: Part): Promise<void> {
  for (const { name, port, process } of gateways) {
    for (const transport of TRANSPORT_NAMES) {
      for (const { subscribers, paced, burst } of plan.delivery) {
        const size = Math.min(subscribers, TRANSPORTS[transport].most);
        const series = `${round}:${transport}:${size}`;
        await load.ask('gather', port, transport, size, series);
        await process.ask('start');
        const before = await process.ask('read');
        const calm = await load.ask('paced', `${series}:paced`, paced.count, paced.perSecond);
        const { deliveries, perSecond } = await load
          .ask('burst', `${series}:burst`, burst)
          .then((heard) => complete(heard, `${name}, ${transport}`, problem));
        complete(calm, `${name}, ${transport}`, problem);
        const after = await process.ask('read');
        await load.ask('leave');
        tables.delivery.add([name, transport, String(size)], {
          perSecond,
          p50: calm.p50,
          p99: calm.p99,
          mainUs: ((after.mainMs - before.mainMs) * 1000) / (deliveries + calm.deliveries),
          heapMb: after.heapMb - before.heapMb,
        });
      }
    }
  }
}

function complete<T extends { readonly missing: number; readonly refused: number }>(
  heard: T,
  what: string,
  problem: (text: string) => void,
): T {
  if (heard.missing > 0) problem(`${what}: ${heard.missing} deliveries never came`);
  if (heard.refused > 0) problem(`${what}: ${heard.refused} webhooks were not answered with 200`);
  return heard;
}

async function sending({ plan, tables, round, load, gateways, problem }: Part): Promise<void> {
  for (const { name, port, process } of gateways) {
    for (const [n, { connections, count }] of plan.send.entries()) {
      await process.ask('start');
      const { times: _, ...figures } = await load.ask('send', port, round * plan.send.length + n, count, connections);
      const { commits } = await process.ask('read');
      if (figures.refused > 0) problem(`${name}: ${figures.refused} sends were not answered with 200`);
      tables.send.add([name, String(connections)], { ...figures, commits: commits / figures.answered });
    }
  }
}

async function fairness({ plan, tables, round, gateways, problem }: Part): Promise<void> {
  await using quiet = new Child<LoadHandlers>(entry('load-entry.ts'));
  await using loud = new Child<LoadHandlers>(entry('load-entry.ts'));
  await loud.ask('giveWay');
  const { seconds } = plan.fairness;
  for (const { name, port, process } of gateways) {
    await measureFairness({
      ...{ round, seconds, name, port, gateway: process, loud, quiet, table: tables.fairness, problem },
    });
  }
}
