import { afterEach, describe, expect, it } from 'vitest';
import { CONSUMERS, EVENTS, openWebSocket } from './clients.ts';
import { KEY, type Rig, startNetwork, startRig } from './support.ts';

const COUNT = 3_000;
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

// What is polled, or waits for acknowledgements, may well be taken by the kernel: such clients end by their missing pong.
const STREAMING = CONSUMERS.filter(([name]) => !/polling|acknowledgements/.test(name));

describe.each(STREAMING)('%s', (_name, consume) => {
  it('drops a client that stops reading, holds little for it, and lets it catch up', async () => {
    await start(500);
    const consumer = consume(network.host, await rig.now());
    rig.log.append();
    await consumer.numbers.next();
    network.freeze();
    for (let n = 2; n <= COUNT; n += 1) rig.log.append();
    await rig.expectNothingOpen();
    expect(rig.rowsRead()).toBeLessThan(AT_MOST_READ);
    network.thaw();
    await consumer.numbers.next((number) => number === COUNT);
    expect(consumer.numbers.all).toEqual(Array.from({ length: COUNT }, (_, index) => index + 1));
    await consumer.stop();
    await rig.expectNothingOpen();
    expect(rig.reports).toEqual([]);
  });
});

it('reads nothing on for a WebSocket that is being closed', async () => {
  await start(60_000);
  const client = await openWebSocket(`ws://${network.host}/graphql`);
  await client.init();
  client.send({ type: 'subscribe', id: '1', payload: { query: EVENTS } });
  await client.messages.next(({ type }) => type === 'next');
  network.freeze();
  for (let n = 1; n <= COUNT; n += 1) rig.log.append();
  rig.revoke(KEY);
  await rig.expectNothingOpen();
  expect(rig.rowsRead()).toBeLessThan(AT_MOST_READ);
});

it.each(CONSUMERS)('%s holds little for a client that does not read', async (_name, consume) => {
  await start(60_000);
  const consumer = consume(network.host, await rig.now());
  rig.log.append();
  await consumer.numbers.next();
  network.freeze();
  for (let n = 2; n <= COUNT; n += 1) rig.log.append();
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

it.each(STREAMING)('%s keeps a client that reads, however much there is', async (name, consume) => {
  await start(60_000);
  const from = await rig.now();
  for (let n = 1; n <= COUNT; n += 1) rig.log.append();
  const consumer = consume(network.host, from);
  await consumer.numbers.next((number) => number === COUNT);
  // A single connection takes three requests: the reservation, the stream, the operation.
  expect(network.connections()).toBeLessThanOrEqual(name.includes('single') ? 3 : 1);
  await consumer.stop();
});
