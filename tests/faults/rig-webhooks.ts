import { longPoll, now } from './consumers.ts';
import { IngestLoad } from './ingest-load.ts';
import { difference, storedLines } from './ledger.ts';
import { Findings, type Report, type Size } from './report.ts';
import { allAtRest, PLAIN, SendsLoad } from './sends-load.ts';
import { judgeSends } from './sends-verdict.ts';
import { judgeIngest } from './verdicts.ts';
import { statusOf, type Told } from './webhooks.ts';
import { AS_BUILT, World } from './world.ts';

const PATIENCE_MS = 15_000;

/**
 * Promises 2, 6 and 7: webhooks duplicated, shuffled, split, delayed and in concurrent copies; statuses before their
 * send is answered, after its answer was lost, and for messages that nobody knows.
 */
export async function webhooksRig(seed: number, size: Size, build = AS_BUILT): Promise<Report> {
  const findings = new Findings();
  const world = await World.open({ seed, build });
  const { meta, random, webhooks } = world;
  try {
    await world.start();
    const consumer = longPoll(world, await now(world));
    const sends = new SendsLoad(world);
    const ingest = new IngestLoad(world);
    for (let round = 0; round < size.rounds; round += 1) {
      const early = Promise.withResolvers<void>();
      const from = meta.calls.length;
      meta.script = () => {
        const turn = meta.calls.length % 3;
        if (turn === 0) return { kind: 'accept', after: early.promise };
        return turn === 1 ? { kind: 'lose' } : { kind: 'accept' };
      };
      await sends.send(sends.plan(size.load, PLAIN));
      await meta.until(() => meta.calls.length - from >= size.load, PATIENCE_MS);
      // Some statuses come before the answer; the rest is delayed until the end.
      const first = meta.calls.slice(from).flatMap(({ whatsappId, ...call }) => {
        return whatsappId === null || random.chance(0.3) ? [] : [statusOf({ ...call, whatsappId }, 'delivered')];
      });
      for (const batch of random.batches(random.shuffled(first), 4)) await webhooks.post(batch);
      early.resolve();
      ingest.write(size.load);
      findings.expect(await ingest.finish(), 'a webhook was not acknowledged');
      await allAtRest(consumer, sends, PATIENCE_MS);
    }
    const strangers = Array.from({ length: size.load }, (_, i) => stranger(i, meta.calls[0]?.phoneNumberId ?? ''));
    await judgeSends(world, findings, sends, consumer, { last: 'read', beside: strangers });
    await judgeIngest(world, findings, [consumer]);
    const steps = storedLines(world.folder)
      .filter(({ type }) => type === 'message_status')
      .map(({ messageId, status }) => `${messageId} ${status}`);
    const { duplicates } = difference([...new Set(steps)], steps, false);
    findings.duplicates += duplicates;
    findings.expect(duplicates === 0, `${duplicates} statuses were told more than once`);
    findings.acked = webhooks.acked.size;
    consumer.stop();
  } finally {
    await world.close();
  }
  return findings.report('webhooks in any order', build, seed, size.rounds);
}

/** A status for a message that is nobody's. */
function stranger(i: number, phoneNumberId: string): Told {
  return statusOf(
    { whatsappId: `wamid.STRANGER.${i}`, handle: i % 2 === 0 ? null : `msg_NONE${i}:1`, phoneNumberId },
    'sent',
  );
}
