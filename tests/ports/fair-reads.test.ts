import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ReadsWaiting } from '../../src/adapters/store/reads-waiting.ts';
import { laneOf, WorkerClient } from '../../src/adapters/store/rpc.ts';
import { TimeShares } from '../../src/adapters/store/time-shares.ts';
import { FairQueue } from '../../src/domain/fair-queue.ts';
import type { FairHandlers } from './fair-thread.ts';

it('a queue of lanes gives each its turn and keeps the order of each', () => {
  const queue = new FairQueue<string>();
  for (let n = 0; n < 3_000; n += 1) queue.push('loud', `loud ${n}`);
  for (const item of ['quiet 0', 'quiet 1']) queue.push('quiet', item);
  const taken = Array.from({ length: 5 }, () => queue.shift());
  expect(taken).toEqual(['loud 0', 'quiet 0', 'loud 1', 'quiet 1', 'loud 2']);
  for (let n = 3; n < 3_000; n += 1) expect(queue.shift()).toBe(`loud ${n}`);
  expect([queue.empty, queue.shift()]).toEqual([true, undefined]);
});

describe('shares of a thread’s time', () => {
  /** Serves one after the other, each for as long as its item says, and notes whose it was. */
  function served(shares: TimeShares<{ readonly lane: string; readonly ms: number }>, times: number): string[] {
    const order: string[] = [];
    let now = 0;
    for (let n = 0; n < times; n += 1) {
      shares.serve(
        ({ lane, ms }) => {
          order.push(lane);
          now += ms;
        },
        () => now,
      );
    }
    return order;
  }
  const push = (shares: TimeShares<{ lane: string; ms: number }>, lane: string, ms: number, times: number) => {
    for (let n = 0; n < times; n += 1) shares.push(lane, { lane, ms });
  };

  it('let many short pieces pass for one long one', () => {
    const shares = new TimeShares<{ lane: string; ms: number }>();
    push(shares, 'long', 10, 3);
    push(shares, 'short', 1, 20);
    const order = served(shares, 23);
    expect(order.slice(0, 12)).toEqual(['long', ...Array.from({ length: 10 }, () => 'short'), 'long']);
    expect(shares.empty).toBe(true);
  });

  it('remember what was overdrawn, though nothing waits meanwhile, and save up nothing', () => {
    const shares = new TimeShares<{ lane: string; ms: number }>();
    push(shares, 'short', 1, 30);
    push(shares, 'long', 10, 1);
    expect(served(shares, 2)).toEqual(['short', 'long']);
    push(shares, 'long', 10, 1);
    expect(served(shares, 10)).not.toContain('long');
    // Whoever was away for long has no more right than the others.
    push(shares, 'late', 1, 30);
    expect(new Set(served(shares, 4))).toContain('late');
    expect(served(shares, 10).filter((lane) => lane === 'late').length).toBeLessThanOrEqual(6);
  });

  it('lose nothing and keep each lane’s order', () => {
    const piece = fc.record({ lane: fc.constantFrom('a', 'b', 'c'), ms: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const shares = new TimeShares<number>();
        for (const [n, { lane }] of pieces.entries()) shares.push(lane, n);
        const order: number[] = [];
        let now = 0;
        while (!shares.empty) {
          shares.serve(
            (n) => {
              order.push(n);
              now += pieces[n]?.ms ?? 0;
            },
            () => now,
          );
        }
        expect(order.toSorted((a, b) => a - b)).toEqual(pieces.map((_, n) => n));
        for (const own of Map.groupBy(order, (n) => pieces[n]?.lane).values()) {
          expect(own).toEqual(own.toSorted((a, b) => a - b));
        }
      }),
    );
  });
});

it('a tenant may have so many reads waiting, then is refused by name; the log and the gateway itself never are', () => {
  const reads = new ReadsWaiting();
  const left = Array.from({ length: 4_096 }, () => reads.enter('ten_1', 'messages'));
  expect(() => reads.enter('ten_1', 'messages')).toThrow(expect.objectContaining({ code: 'RATE_LIMITED' }));
  for (const [lane, method] of [
    ['ten_2', 'messages'],
    ['ten_1', 'events'],
    ['ten_1', 'head'],
  ] as const) {
    reads.enter(lane, method)();
  }
  for (let n = 0; n < 5_000; n += 1) left.push(reads.enter('', 'due'));
  left[0]?.();
  reads.enter('ten_1', 'messages');
});

it('calls stand in the lane of the tenant whom they name first', () => {
  expect(laneOf(['ten_1', 'msg_1'])).toBe('ten_1');
  expect(laneOf([{ tenantId: 'ten_2' }, 1])).toBe('ten_2');
  expect([laneOf([17, 4]), laneOf([]), laneOf([['msg_1']]), laneOf([null])]).toEqual(['', '', '', '']);
});

it('a thread that a tenant has filled with questions answers another’s next', async () => {
  const entry = new URL('./fair-thread.ts', import.meta.url);
  const gate = new Int32Array(new SharedArrayBuffer(4));
  const thread = new WorkerClient<FairHandlers>(entry, 'fair', gate, () => {});
  onTestFinished(() => thread.end());
  // The thread stands still in its first answer until all questions are asked.
  const asked = [thread.call('wait', ['ten_loud'])];
  const order: string[] = [];
  const note = (tenant: string) => thread.call('echo', [tenant]).then((answer) => order.push(answer));
  for (let n = 0; n < 50; n += 1) asked.push(note('ten_loud').then(() => {}));
  asked.push(note('ten_quiet').then(() => {}));
  await setImmediate();
  Atomics.store(gate, 0, 1);
  Atomics.notify(gate, 0);
  await Promise.all(asked);
  expect(order.indexOf('ten_quiet')).toBeLessThanOrEqual(1);
  expect(order).toHaveLength(51);
});
