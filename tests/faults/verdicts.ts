import type { Consumer } from './consumers.ts';
import { difference, inboundNames, storedLines, textOfLine } from './ledger.ts';
import type { Findings } from './report.ts';
import type { World } from './world.ts';

/** How long consumers may take to come to the end of the log, once nothing more is written. */
const CATCH_UP_MS = 60_000;

/**
 * Judges the way in: every item that got a 200 is stored exactly once, and every consumer saw the stored log, whole, in
 * order, without a repeat.
 */
export async function judgeIngest(world: World, findings: Findings, consumers: readonly Consumer[]): Promise<void> {
  const acked = [...world.webhooks.acked].filter((name) => !name.startsWith('wamid.'));
  const stored = storedLines(world.folder);
  const kept = difference(acked, inboundNames(stored), false);
  findings.acked = acked.length;
  findings.stored = acked.length - kept.lost;
  findings.lost += kept.lost;
  findings.duplicates += kept.duplicates;
  findings.expect(kept.lost === 0, `${kept.lost} of ${acked.length} acknowledged items are not on disk`);
  findings.expect(kept.duplicates === 0, `${kept.duplicates} items are on disk more than once`);
  await judgeDelivery(findings, consumers, stored.map(textOfLine));
}

async function judgeDelivery(
  findings: Findings,
  consumers: readonly Consumer[],
  expected: readonly string[],
): Promise<void> {
  const deadline = performance.now() + CATCH_UP_MS;
  for (const consumer of consumers) {
    await consumer.until((lines) => lines.length >= expected.length, Math.max(deadline - performance.now(), 1));
    const seen = difference(expected, consumer.lines.map(textOfLine), true);
    findings.delivered = Math.min(findings.delivered ?? Number.POSITIVE_INFINITY, expected.length - seen.lost);
    findings.lost += seen.lost;
    findings.duplicates += seen.duplicates;
    const { name } = consumer;
    findings.expect(seen.lost === 0, `${name}: ${seen.lost} of ${expected.length} stored events were not delivered`);
    findings.expect(seen.duplicates === 0, `${name}: ${seen.duplicates} events were delivered more than once`);
    findings.expect(!seen.disordered, `${name}: events were delivered in another order than the log's`);
  }
}
