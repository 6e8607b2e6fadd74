import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFeed, type FeedItem } from '../../src/application/feed.ts';
import { type EventType, encodeCursor } from '../../src/domain/event.ts';
import { memoryLog, operator, reader, TestClock } from './support.ts';

function setUp() {
  const log = memoryLog();
  const clock = new TestClock();
  const feed = createFeed({ events: log.events, wakeup: log.wakeup, clock });
  return { log, clock, feed, cursor: (seq: number) => encodeCursor({ tenantId: 'dijla', epoch: 'epoch-1', seq }) };
}

/** Takes items until `count` events have come; answers with their log positions. */
async function take(items: AsyncIterator<FeedItem>, count: number): Promise<number[]> {
  const seqs: number[] = [];
  while (seqs.length < count) {
    const { value, done } = await items.next();
    if (done) break;
    if (value.kind === 'event') seqs.push(value.event.seq);
  }
  return seqs;
}

describe('reading from a cursor', () => {
  it('replays what follows it, says that it is live, then goes on live', async () => {
    const { log, feed, cursor } = setUp();
    for (let n = 0; n < 3; n += 1) log.append();
    const items = feed.read(await feed.start(operator(), cursor(1)));
    expect(await take(items, 2)).toEqual([2, 3]);
    expect((await items.next()).value).toEqual({ kind: 'checkpoint', cursor: cursor(3), live: true });
    const next = take(items, 1);
    log.append();
    expect(await next).toEqual([4]);
  });

  it('starts at now without one, fixed when it was asked for', async () => {
    const { log, feed } = setUp();
    log.append();
    const start = await feed.start(operator(), null);
    log.append();
    expect(await take(feed.read(start), 1)).toEqual([2]);
  });

  it('delivers every event once and in order, whenever readers come and go', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        async (bursts, cut) => {
          const { log, feed, cursor } = setUp();
          const total = bursts.reduce((sum, n) => sum + n, 0);
          const seen: number[] = [];
          const reading = (async () => {
            while (seen.length < total) {
              const items = feed.read(await feed.start(operator(), cursor(seen.at(-1) ?? 0)));
              seen.push(...(await take(items, Math.min(cut, total - seen.length))));
              await items.return?.();
            }
          })();
          for (const burst of bursts) {
            for (let n = 0; n < burst; n += 1) log.append();
            await Promise.resolve();
          }
          await reading;
          expect(seen).toEqual(Array.from({ length: total }, (_, index) => index + 1));
          expect(feed.readers()).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a cursor that cannot be honoured', () => {
  it.each([
    ['garbage', 'not a cursor', 'CURSOR_INVALID'],
    ["another tenant's", encodeCursor({ tenantId: 'other', epoch: 'epoch-1', seq: 1 }), 'CURSOR_INVALID'],
    ['ahead of the log', encodeCursor({ tenantId: 'dijla', epoch: 'epoch-1', seq: 99 }), 'CURSOR_INVALID'],
    ['of another epoch', encodeCursor({ tenantId: 'dijla', epoch: 'epoch-0', seq: 1 }), 'CURSOR_EXPIRED'],
  ])('is told by name: %s', async (_what, after, code) => {
    const { log, feed } = setUp();
    log.append();
    await expect(feed.start(operator(), after)).rejects.toMatchObject({ code });
  });

  it('is told when its events are no longer kept, also in the middle of a slow read', async () => {
    const { log, feed, cursor } = setUp();
    for (let n = 0; n < 3; n += 1) log.append();
    const slow = feed.read(await feed.start(operator(), cursor(0)));
    log.prune(2);
    await expect(feed.start(operator(), cursor(0))).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
    await expect(slow.next()).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
    expect(feed.readers()).toBe(0);
  });
});

describe('readers', () => {
  it('share one read of the store at each wake-up', async () => {
    const { log, feed } = setUp();
    const readers = await Promise.all(
      Array.from({ length: 50 }, async () => feed.read(await feed.start(operator(), null))),
    );
    const live = readers.map((items) => items.next());
    await Promise.all(live);
    const taken = readers.map((items) => take(items, 1));
    const before = log.pages();
    log.append();
    await Promise.all(taken);
    // One for the event; at most one more by a reader that looked again at once.
    expect(log.pages() - before).toBeLessThanOrEqual(2);
  });

  it('end at once when they are told to, even while they wait', async () => {
    const { feed } = setUp();
    const items = feed.read(await feed.start(operator(), null));
    await items.next();
    const waiting = items.next();
    await items.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(feed.readers()).toBe(0);
  });

  it('end with their signal', async () => {
    const { feed } = setUp();
    const abort = new AbortController();
    const items = feed.read(await feed.start(operator(), null), {}, abort.signal);
    await items.next();
    const waiting = items.next();
    abort.abort();
    expect((await waiting).done).toBe(true);
    expect(feed.readers()).toBe(0);
  });

  it('are told their position while a filter skips', async () => {
    const { log, feed, cursor } = setUp();
    for (let n = 0; n < 300; n += 1) log.append('platform');
    log.append('account');
    const types: EventType[] = ['account'];
    const items = feed.read(await feed.start(operator(), cursor(0)), { types });
    expect((await items.next()).value).toEqual({ kind: 'checkpoint', cursor: cursor(256), live: false });
    expect((await items.next()).value).toMatchObject({ kind: 'event', event: { seq: 301 } });
  });

  it("see no other tenant's log", async () => {
    const { log, feed } = setUp();
    log.append();
    const page = await feed.page(reader('other'), { after: null, limit: 10, waitMs: 0 });
    expect(page.events).toEqual([]);
  });

  it('need the right to read', async () => {
    const { feed } = setUp();
    const sender = { ...reader('dijla'), scopes: ['send' as const] };
    await expect(feed.start(sender, null)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a page', () => {
  it('begins with the oldest kept and gives the cursor of the next', async () => {
    const { log, feed } = setUp();
    for (let n = 0; n < 5; n += 1) log.append();
    log.prune(2);
    const first = await feed.page(operator(), { after: null, limit: 2, waitMs: 0 });
    expect(first.events.map((item) => item.kind === 'event' && item.event.seq)).toEqual([3, 4]);
    const second = await feed.page(operator(), { after: first.cursor, limit: 2, waitMs: 0 });
    expect(second.events.map((item) => item.kind === 'event' && item.event.seq)).toEqual([5]);
  });

  it('waits for the first event, and no longer than it was told', async () => {
    const { log, feed, clock } = setUp();
    const arriving = feed.page(operator(), { after: null, limit: 10, waitMs: 1_000 });
    await expect.poll(() => feed.readers()).toBe(1);
    log.append();
    expect((await arriving).events).toHaveLength(1);

    const cursor = (await arriving).cursor;
    const idle = feed.page(operator(), { after: cursor, limit: 10, waitMs: 1_000 });
    let ended = false;
    void idle.then(() => {
      ended = true;
    });
    await expect
      .poll(() => {
        clock.advance(200);
        return ended;
      })
      .toBe(true);
    expect(await idle).toEqual({ events: [], cursor });
  });
});
