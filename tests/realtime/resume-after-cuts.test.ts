import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONSUMERS } from './clients.ts';
import { type Rig, startNetwork, startRig } from './support.ts';

const EVENTS = 300;
const CUT_EVERY = 75;
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

let rig: Rig;
let network: Awaited<ReturnType<typeof startNetwork>>;

beforeEach(async () => {
  // What a cut leaves reserved is given up within twice this time.
  rig = await startRig({ sweepMs: 1_500 });
  network = await startNetwork(rig.port);
});
afterEach(async () => {
  network.close();
  await rig.close();
});

describe.each(CONSUMERS)('%s', (_name, consume) => {
  it('replays what follows the cursor, then goes on live', async () => {
    const start = await rig.now();
    for (let n = 0; n < 10; n += 1) rig.log.append();
    const consumer = consume(network.host, start);
    await consumer.numbers.take(10);
    for (let n = 0; n < 10; n += 1) rig.log.append();
    await consumer.numbers.take(10);
    expect(consumer.numbers.all).toEqual(upTo(20));
    await consumer.stop();
    await rig.expectNothingOpen();
  });

  it('misses and repeats nothing while events are written and the network is cut', async () => {
    const consumer = consume(network.host, await rig.now());
    rig.log.append();
    await consumer.numbers.next();
    for (let n = 2; n <= EVENTS; n += 1) {
      rig.log.append();
      await new Promise(setImmediate);
      if (n % CUT_EVERY !== 0) continue;
      network.cut();
      // Written while nobody is connected.
      for (let more = 0; more < 3 && n < EVENTS; more += 1, n += 1) rig.log.append();
    }
    await consumer.numbers.next((number) => number === EVENTS);
    expect(consumer.numbers.all).toEqual(upTo(EVENTS));
    await consumer.stop();
    await rig.expectNothingOpen();
    expect(rig.reports).toEqual([]);
  });
});
