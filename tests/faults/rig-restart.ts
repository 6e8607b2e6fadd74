import { within } from './concurrency.ts';
import { now, TRANSPORTS } from './consumers.ts';
import { IngestLoad } from './ingest-load.ts';
import { Findings, type Report, type Size } from './report.ts';
import { allAtRest, SendsLoad } from './sends-load.ts';
import { judgeSends } from './sends-verdict.ts';
import { judgeIngest } from './verdicts.ts';
import { AS_BUILT, World } from './world.ts';

/** The gateway gives what is in flight 10 s; after 30 an operator's patience ends. */
const EXIT_MS = 30_000;
/** So that there is always something on the wire. */
const META_TAKES_MS = 100;

/**
 * A graceful restart under load: SIGTERM while Meta posts, callers send and consumers of every transport listen. It
 * ends with exit code 0, nothing is lost, nothing is sent twice, and every consumer sees the whole log once.
 */
export async function restartRig(seed: number, size: Size, build = AS_BUILT): Promise<Report> {
  const findings = new Findings();
  const world = await World.open({ seed, build });
  const { meta, random } = world;
  try {
    meta.script = () => ({ kind: 'accept', after: new Promise((resolve) => setTimeout(resolve, META_TAKES_MS)) });
    await world.start();
    const from = await now(world);
    const consumers = Object.values(TRANSPORTS).map((listen) => listen(world, from));
    const [first] = consumers;
    if (first === undefined) throw new Error('nobody listens');
    const ingest = new IngestLoad(world);
    const sends = new SendsLoad(world);
    for (let round = 0; round < size.rounds; round += 1) {
      if (round > 0) await world.start();
      ingest.write(size.load);
      let going = true;
      const posted = ingest.post(() => going);
      const sent = sends.send(sends.plan(Math.ceil(size.load / 4)));
      const until = meta.calls.length + random.int(1, Math.ceil(size.load / 16));
      await meta.until(() => meta.calls.length >= until, 20_000);
      const gone = { how: 'no exit' as number | string };
      const stopped = world.stop().then((how) => {
        gone.how = how;
      });
      if (!(await within(EXIT_MS, stopped))) await world.kill();
      going = false;
      findings.expect(gone.how === 0, `SIGTERM under load ended with ${gone.how}`);
      await Promise.all([posted, sent]);
    }
    await world.start();
    findings.expect(await ingest.finish(), 'the gateway does not acknowledge any more');
    for (let attempt = 0; attempt < 5 && !sends.allAnswered(); attempt += 1) await sends.send([]);
    await allAtRest(first, sends, 20_000);
    const doubted = first.lines.filter(({ status }) => status === 'UNCONFIRMED').length;
    findings.unresolved += doubted;
    findings.expect(doubted === 0, `${doubted} sends were abandoned on the wire, though Meta answered every one`);
    await judgeSends(world, findings, sends, first);
    await judgeIngest(world, findings, consumers);
    for (const consumer of consumers) consumer.stop();
  } finally {
    await world.close();
  }
  return findings.report('SIGTERM under load', build, seed, size.rounds);
}
