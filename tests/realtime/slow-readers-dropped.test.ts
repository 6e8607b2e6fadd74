import { afterEach, describe, expect, it } from 'vitest';
import { CONSUMERS } from './clients.ts';
import { type Rig, startNetwork, startRig } from './support.ts';

const EVENTS = 3_000;
const PADDING = 20_000;
/** What kernels hold on both sides of two connections, the reads under way, and the rows read ahead. */
const AT_MOST_READ = 1_500;

let rig: Rig;
let network: Awaited<ReturnType<typeof startNetwork>>;
afterEach(async () => {
  network.close();
  await rig.close();
});

async function start(stallMs: number) {
  rig = await startRig({
    padding: PADDING,
    stallLimits: { maxUnsentBytes: 1024 * 1024, stallMs, sweepMs: 50 },
  });
  network = await startNetwork(rig.port);
}

const WITHOUT_POLLING = CONSUMERS.filter(([name]) => !name.includes('polling'));

describe.each(WITHOUT_POLLING)('%s', (_name, consume) => {
  it('drops a client that stops reading, holds little for it, and lets it catch up', async () => {
    await start(500);
    const consumer = consume(network.host, await rig.now());
    rig.log.append();
    await consumer.numbers.next();
    network.freeze();
    for (let n = 2; n <= EVENTS; n += 1) rig.log.append();
    await rig.expectNothingOpen();
    expect(rig.rowsRead()).toBeLessThan(AT_MOST_READ);
    network.thaw();
    await consumer.numbers.next((number) => number === EVENTS);
    expect(consumer.numbers.all).toEqual(Array.from({ length: EVENTS }, (_, index) => index + 1));
    await consumer.stop();
    await rig.expectNothingOpen();
    expect(rig.reports).toEqual([]);
  });
});

it.each(CONSUMERS)('%s holds little for a client that does not read', async (_name, consume) => {
  await start(60_000);
  const consumer = consume(network.host, await rig.now());
  rig.log.append();
  await consumer.numbers.next();
  network.freeze();
  for (let n = 2; n <= EVENTS; n += 1) rig.log.append();
  // Until nothing more is read from the log for it.
  let before = -1;
  await expect
    .poll(
      () => {
        const still = rig.rowsRead() === before;
        before = rig.rowsRead();
        return still;
      },
      { interval: 100 },
    )
    .toBe(true);
  expect(rig.rowsRead()).toBeLessThan(AT_MOST_READ);
  await consumer.stop();
});
