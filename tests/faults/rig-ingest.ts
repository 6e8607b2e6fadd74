import { type Consumer, longPoll, now, plainSse } from './consumers.ts';
import { IngestLoad } from './ingest-load.ts';
import { Findings, type Report, type Size } from './report.ts';
import { judgeIngest } from './verdicts.ts';
import { AS_BUILT, World } from './world.ts';

/** Where the gateway dies. The last two kill from outside: at a count of posts made, and of 200s given. */
const DEATHS = ['before', 'during', 'after', 'at a post', 'at a 200'] as const;
export type Death = (typeof DEATHS)[number];

/**
 * Promises 1, 2 and 8: kill -9 at named failpoints and at random moments while Meta posts; start again; repeat. What
 * was acknowledged is stored exactly once, and consumers that come back with their cursor see the log exactly once.
 */
export async function ingestRig(
  seed: number,
  size: Size,
  build = AS_BUILT,
  deaths: readonly Death[] = DEATHS,
): Promise<Report> {
  const findings = new Findings();
  const world = await World.open({ seed, build });
  const { random, webhooks } = world;
  try {
    const load = new IngestLoad(world);
    const consumers: Consumer[] = [];
    const offset = random.int(0, deaths.length - 1);
    for (let round = 0; round < size.rounds; round += 1) {
      const death = deaths[(round + offset) % deaths.length] ?? 'at a 200';
      const count = random.int(1, Math.ceil(size.load / 8));
      const named = !death.startsWith('at ');
      const gateway = await world.start(...(named ? [`kill:inbound.append:${death}:${count}`] : []));
      if (round === 0) {
        const from = await now(world);
        consumers.push(longPoll(world, from), plainSse(world, from));
      }
      load.write(size.load);
      const posted = load.post(() => gateway.ended() === null);
      if (!named) {
        const counted = () => (death === 'at a post' ? webhooks.posts : webhooks.answered);
        const until = counted() + count;
        await Promise.race([webhooks.until(() => counted() >= until, 20_000), posted]);
        gateway.kill('SIGKILL');
      }
      await posted;
      await world.kill();
      findings.kills += 1;
    }

    await world.start();
    findings.expect(await load.finish(), 'the gateway does not acknowledge any more');
    await judgeIngest(world, findings, consumers);
    for (const consumer of consumers) consumer.stop();
  } finally {
    await world.close();
  }
  return findings.report('ingest, kill -9', build, seed, size.rounds);
}
