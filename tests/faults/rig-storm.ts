import { now, socketIoUpgrading, TRANSPORTS } from './consumers.ts';
import { IngestLoad } from './ingest-load.ts';
import { Findings, type Report, type Size } from './report.ts';
import { judgeIngest } from './verdicts.ts';
import { AS_BUILT, World } from './world.ts';

const READERS_PER_TRANSPORT = 2;
/** From so many rounds on there is patience for a consumer that may be away for 45 s. */
const PATIENT_ROUNDS = 6;

/**
 * Promise 8: a reconnect storm. While customers write, half of all connections are reset again and again, and new
 * consumers come from the beginning of the log: each sees N of N events, in order.
 */
export async function stormRig(seed: number, size: Size, build = AS_BUILT): Promise<Report> {
  const findings = new Findings();
  const world = await World.open({ seed, build });
  const { network, random, webhooks } = world;
  try {
    await world.start();
    const from = await now(world);
    const join = () => Object.values(TRANSPORTS).map((listen) => listen(world, from));
    const consumers = Array.from({ length: READERS_PER_TRANSPORT - 1 }, join).flat();
    if (size.rounds >= PATIENT_ROUNDS) consumers.push(socketIoUpgrading(world, from));
    const load = new IngestLoad(world);
    for (let round = 0; round < size.rounds; round += 1) {
      load.write(size.load);
      let posting = true;
      const posted = load.finish().then((done) => {
        posting = false;
        return done;
      });
      while (posting) {
        const until = webhooks.answered + random.int(1, 6);
        await Promise.race([webhooks.until(() => webhooks.answered >= until, 20_000), posted]);
        network.cut(() => random.chance(0.5));
      }
      findings.expect(await posted, 'a webhook was not acknowledged');
      if (round === 0) consumers.push(...join());
    }
    findings.kills = network.cuts;
    await judgeIngest(world, findings, consumers);
    for (const consumer of consumers) consumer.stop();
  } finally {
    await world.close();
  }
  return findings.report('reconnect storm', build, seed, size.rounds);
}
