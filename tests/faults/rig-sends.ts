import { within } from './concurrency.ts';
import { type Consumer, longPoll, now } from './consumers.ts';
import { Findings, type Report, type Size } from './report.ts';
import { allAtRest, KEYED, SendsLoad } from './sends-load.ts';
import { judgeSends } from './sends-verdict.ts';
import type { StandIn } from './stand-in.ts';
import { AS_BUILT, World } from './world.ts';

/** The crash points that the promises name: every run dies of each of these first. */
const NAMED_POINTS = [
  'outbox.accept:before',
  'outbox.accept:after',
  'outbox.claim:before',
  'outbox.claim:after',
  'request.half:before',
  'cloudApi.send:after',
  'outbox.settle:after',
  'disk full: outbox.accept',
  'disk full: outbox.settle',
] as const;
/** Between those: `during` is amid the commit or the call, `any` at random, `at a call` from outside when one arrives. */
const OTHER_POINTS = [
  'outbox.accept:during',
  'outbox.claim:during',
  'cloudApi.send:before',
  'cloudApi.send:during',
  'outbox.settle:before',
  'outbox.settle:during',
  'any:any',
  'at a call',
] as const;
export type CrashPoint = (typeof NAMED_POINTS)[number] | (typeof OTHER_POINTS)[number];

/** A message needs at most this long from the queue to rest: two refusals and a lost answer. */
const AT_REST_MS = 20_000;
/** A settlement that was not written leaves its message on the wire; the rig does not wait for the deadline there. */
const FULL_DISK_MS = 1_500;

/**
 * Promises 5 and 6: the gateway dies at each crash point of the send path while Meta accepts, loses answers and
 * refuses; callers with a key try again. At Meta no message that may have been sent is called for again; every message
 * comes to rest, and statuses settle those whose answer was lost.
 */
export async function sendsRig(
  seed: number,
  size: Size,
  build = AS_BUILT,
  only: CrashPoint | null = null,
): Promise<Report> {
  const findings = new Findings();
  const world = await World.open({ seed, build, metaDeadlineMs: 3_000 });
  try {
    // A control is to find its fault whatever the dice say.
    if (only === null) world.meta.script = unreliably(world);
    const mix = only === null ? undefined : KEYED;
    const load = new SendsLoad(world);
    const { random } = world;
    const points = only === null ? [...random.shuffled(NAMED_POINTS), ...random.shuffled(OTHER_POINTS)] : [only];
    let consumer: Consumer | null = null;
    for (let round = 0; round < size.rounds; round += 1) {
      const point = points[round % points.length] ?? 'any:any';
      const nth = random.int(1, Math.ceil(size.load / 4)) * (point === 'any:any' ? 10 : 1);
      const gateway = await world.start(...faultsOf(point, nth));
      const heard: Consumer = consumer ?? longPoll(world, await now(world));
      consumer = heard;
      const sent = load.send(load.plan(size.load, mix)).then(() => allAtRest(heard, load, AT_REST_MS));
      if (point === 'at a call') await Promise.race([arrived(world.meta, nth), sent]);
      else await within(point.startsWith('disk') ? FULL_DISK_MS : AT_REST_MS, Promise.race([gateway.exited, sent]));
      // What came to rest before its point was reached dies here.
      await world.kill();
      findings.kills += 1;
    }
    if (consumer === null) throw new RangeError('no round, no proof');
    await world.start();
    for (let attempt = 0; attempt < 5 && !load.allAnswered(); attempt += 1) await load.send([]);
    findings.expect(load.allAnswered(), 'a caller with an idempotency key gets no answer');
    await allAtRest(consumer, load, AT_REST_MS);
    await judgeSends(world, findings, load, consumer);
    consumer.stop();
  } finally {
    await world.close();
  }
  return findings.report('sends, kill -9', build, seed, size.rounds);
}

function faultsOf(point: CrashPoint, nth: number): string[] {
  if (point === 'at a call') return [];
  const full = /^disk full: (.+)$/.exec(point)?.[1];
  return [full === undefined ? `kill:${point}:${nth}` : `fail:${full}:before:${nth}`];
}

function arrived(meta: StandIn, count: number): Promise<boolean> {
  const until = meta.calls.length + count;
  return meta.until(() => meta.calls.length >= until, AT_REST_MS);
}

/** Three in four are accepted; some answers are lost; some are refused once and accepted then. */
function unreliably({ random }: World): StandIn['script'] {
  return (_name, nth) => {
    const luck = random.next();
    if (luck < 0.12) return { kind: 'lose' };
    if (luck < 0.24 && nth === 1) return { kind: 'code', http: 400, code: 131056, refused: true };
    return { kind: 'accept' };
  };
}
