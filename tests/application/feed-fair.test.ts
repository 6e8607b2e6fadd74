import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createLocalWakeup } from '../../src/adapters/wakeup.ts';
import { createFeed } from '../../src/application/feed.ts';
import { FeedTurns } from '../../src/application/feed-turns.ts';
import type { EventStore } from '../../src/ports/store.ts';
import { memoryLog, reader, TestClock } from './support.ts';

/** Deliveries in one turn of the event loop. */
const PER_TURN = 32;
const READERS = 500;

/** An event loop that turns when the test says so; whatever is ready runs before that. */
function heldLoop() {
  const runs: (() => void)[] = [];
  return {
    nextTurn: (run: () => void) => void runs.push(run),
    async turn() {
      for (const run of runs.splice(0)) run();
      await setImmediate();
    },
    waiting: () => runs.length,
  };
}

it('a tenant with many readers lets another’s event pass with the next turn of the event loop', async () => {
  const logs = new Map(['loud', 'quiet'].map((id) => [id, memoryLog(id)]));
  const wakeup = createLocalWakeup();
  const of = (id: string) => logs.get(id) ?? memoryLog(id);
  const events: EventStore = {
    head: (id) => of(id).events.head(id),
    page: (id, ...rest) => of(id).events.page(id, ...rest),
  };
  const loop = heldLoop();
  const feed = createFeed({ events, wakeup, clock: new TestClock(), nextTurn: loop.nextTurn });
  const delivered: string[] = [];
  async function listen(id: string): Promise<void> {
    for await (const item of feed.read(await feed.start(reader(id), null))) {
      if (item.kind === 'event') delivered.push(id);
    }
  }
  for (let n = 0; n < READERS; n += 1) void listen('loud');
  void listen('quiet');
  await setImmediate();
  const happen = (id: string) => {
    of(id).append();
    wakeup.publish(id);
  };

  for (let n = 0; n < 20; n += 1) happen('loud');
  await setImmediate();
  expect(delivered).toHaveLength(PER_TURN);
  happen('quiet');
  await setImmediate();
  expect(delivered).not.toContain('quiet');
  await loop.turn();
  expect(delivered).toHaveLength(2 * PER_TURN);
  expect(delivered).toContain('quiet');
  // Nothing is lost on the way: each of them gets all.
  while (loop.waiting() > 0) await loop.turn();
  expect(delivered).toHaveLength(READERS * 20 + 1);
});

it('where there is room nothing waits, and the next turn has room again', async () => {
  const loop = heldLoop();
  const turns = new FeedTurns(loop.nextTurn);
  for (let n = 0; n < PER_TURN; n += 1) expect(turns.enter('a')).toBeNull();
  const order: string[] = [];
  const enter = (id: string) => void turns.enter(id)?.then(() => order.push(id));
  for (const id of ['a', 'a', 'a', 'b', 'c']) enter(id);
  await loop.turn();
  expect(order).toEqual(['a', 'b', 'c', 'a', 'a']);
  await loop.turn();
  expect([turns.enter('a'), loop.waiting()]).toEqual([null, 1]);
});
