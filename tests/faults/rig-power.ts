import { join } from 'node:path';
import { ROOT } from '../architecture/imports.ts';
import { longPoll, now } from './consumers.ts';
import { IngestLoad } from './ingest-load.ts';
import { makeDisk } from './power-cut.ts';
import { Findings, type Report, type Size } from './report.ts';
import { judgeIngest } from './verdicts.ts';
import { AS_BUILT, World } from './world.ts';

/** The control: commits return before they are flushed. */
export const SYNCHRONOUS_NORMAL = 'synchronous=NORMAL';

/**
 * Promise 1, and the disk loses everything that was not flushed: the power goes while Meta posts, at a count of 200s;
 * the machine comes back; repeat. What was acknowledged is on disk.
 */
export async function powerRig(seed: number, size: Size, build = AS_BUILT): Promise<Report> {
  const findings = new Findings();
  const report = () => findings.report('power cut (ext4)', build, seed, size.rounds);
  const disk = await makeDisk();
  if ('couldNotRun' in disk) {
    findings.couldNotRun = disk.couldNotRun;
    return report();
  }
  const broken = build === SYNCHRONOUS_NORMAL;
  const nodeArgs = broken ? ['--import', join(ROOT, 'tests/faults/synchronous-normal.ts')] : [];
  const world = await World.open({ seed, build, folder: disk.folder, nodeArgs });
  const { random, webhooks } = world;
  try {
    let gateway = await world.start();
    // Where the log itself is lost there is no cursor to come back with.
    const consumers = broken ? [] : [longPoll(world, await now(world))];
    const load = new IngestLoad(world);
    for (let round = 0; round < size.rounds; round += 1) {
      if (round > 0) gateway = await world.start();
      load.write(size.load);
      const posted = load.post(() => gateway.ended() === null);
      const until = webhooks.answered + random.int(2, Math.ceil(size.load / 8));
      await Promise.race([webhooks.until(() => webhooks.answered >= until, 20_000), posted]);
      await disk.cutPower();
      gateway.kill('SIGKILL');
      await posted;
      await gateway.exited;
      findings.kills += 1;
      await disk.comeBack();
    }
    await world.start();
    findings.expect(await load.finish(), 'the gateway does not acknowledge any more');
    await judgeIngest(world, findings, consumers);
    for (const consumer of consumers) consumer.stop();
  } finally {
    await world.close();
    await disk.dispose();
  }
  return report();
}
