import { longPoll, now } from './consumers.ts';
import { BEHAVIOURS, type Behaviour, STANDSTILLS } from './meta-behaviours.ts';
import { Findings, type Report, type Size } from './report.ts';
import { allAtRest, type Intent, PLAIN, SendsLoad } from './sends-load.ts';
import { judgeSends } from './sends-verdict.ts';
import { AS_BUILT, World } from './world.ts';

const DEADLINE_MS = 1_500;
/** Refusals for speed make the gateway slow down for a while. */
const AT_REST_MS = 40_000;

/**
 * Promises 5 and 6 against a Meta that misbehaves, each way once: the message comes to the state that the outbound state
 * machine names, and no call is made again unless Meta refused the first. `load` is not used.
 */
export async function metaRig(
  seed: number,
  size: Size,
  build = AS_BUILT,
  behaviours: readonly Behaviour[] = BEHAVIOURS,
): Promise<Report> {
  const findings = new Findings();
  for (let round = 0; round < size.rounds; round += 1) await misbehave(seed + round, build, behaviours, findings);
  return findings.report('Meta misbehaving', build, seed, size.rounds);
}

async function misbehave(seed: number, build: string, given: readonly Behaviour[], findings: Findings): Promise<void> {
  const world = await World.open({ seed, build, metaDeadlineMs: DEADLINE_MS });
  const { meta } = world;
  try {
    const load = new SendsLoad(world);
    // What slows the whole number down comes last.
    const behaviours = world.random.shuffled(given).sort((a, b) => a.calls - b.calls);
    const intents = load.plan(behaviours.length, PLAIN).map((intent, i) => planned(intent, behaviours[i]));
    load.intents.splice(0, intents.length, ...intents);
    const byName = new Map(behaviours.map((behaviour) => [behaviour.name, behaviour]));
    meta.script = (name, nth) => byName.get(name)?.answers[nth - 1] ?? { kind: 'accept' };
    await world.start();
    const consumer = longPoll(world, await now(world));
    await load.send(intents);
    findings.expect(await allAtRest(consumer, load, AT_REST_MS), 'not every message came to rest');

    const told = new Map<string, string>();
    for (const { messageId, status } of consumer.lines) if (status !== '') told.set(messageId, status);
    for (const { name, status, calls, restMs = 0 } of behaviours) {
      const found = told.get(load.told.get(name) ?? '') ?? 'unknown';
      findings.expect(found === status, `${name}: the message is ${found}, not ${status}`);
      const [first, second, ...more] = meta.callsOf(name);
      const made = [first, second, ...more].filter((call) => call !== undefined).length;
      findings.expect(made === calls, `${name}: ${made} calls, not ${calls}`);
      const rest = (second?.at ?? Number.POSITIVE_INFINITY) - (first?.at ?? 0);
      // A timer may fire a millisecond early.
      findings.expect(rest >= restMs - 5, `${name}: called again after ${Math.round(rest)} ms, not ${restMs}`);
    }
    findings.expect(meta.redirected === 0, `${meta.redirected} requests followed a redirect`);
    await judgeSends(world, findings, load, consumer);
    await standStill(world, load, findings);
    consumer.stop();
  } finally {
    await world.close();
  }
}

function planned(intent: Intent, behaviour: Behaviour | undefined): Intent {
  const direct = behaviour?.direct === true;
  return { ...intent, name: behaviour?.name ?? intent.name, direct, wait: direct };
}

/** Refusals that stop a number or an account: whatever the gateway does about them, it calls no second time at once. */
async function standStill(world: World, load: SendsLoad, findings: Findings): Promise<void> {
  const { meta } = world;
  for (const number of STANDSTILLS) {
    meta.script = () => ({ kind: 'code', http: 400, code: number, refused: true });
    const before = meta.calls.length;
    await load.send(load.plan(1, PLAIN));
    await meta.until(() => meta.calls.length > before, 1_000);
    const made = meta.calls.length - before;
    findings.expect(made <= 1, `${number}: ${made} calls at once`);
  }
}
