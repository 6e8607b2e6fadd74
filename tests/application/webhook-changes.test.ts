import { expect, it } from 'vitest';
import { createWebhookChanges } from '../../src/application/webhook-changes.ts';
import { TestClock } from './support.ts';

/** Every step that a watcher is given, as it is given. */
function stepsOf(watch: AsyncIterator<void>): string[] {
  const steps: string[] = [];
  void (async () => {
    while (!(await watch.next()).done) steps.push('tick');
    steps.push('end');
  })();
  return steps;
}

/** Everything that needs no clock has happened. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

it('tells at once, then once a second of however many webhooks', async () => {
  const clock = new TestClock();
  const changes = createWebhookChanges(clock);
  const steps = stepsOf(changes.watch(''));
  await settled();
  expect(steps).toEqual(['tick']);
  for (let count = 0; count < 1_000; count += 1) changes.told('');
  await settled();
  expect(steps).toEqual(['tick']);
  clock.advance(999);
  await settled();
  expect(steps).toHaveLength(1);
  clock.advance(1);
  await settled();
  expect(steps).toHaveLength(2);
  clock.advance(60_000);
  await settled();
  expect(steps).toHaveLength(2);
  // After a rest the first is told of at once.
  changes.told('');
  await settled();
  expect(steps).toHaveLength(3);
});

it('tells each of the webhook that it looks at, and of no other', async () => {
  const clock = new TestClock();
  const changes = createWebhookChanges(clock);
  const [operator, tenant] = [stepsOf(changes.watch('')), stepsOf(changes.watch('ten_1'))];
  await settled();
  clock.advance(1_000);
  changes.told('ten_1');
  await settled();
  expect([operator.length, tenant.length]).toEqual([1, 2]);
  clock.advance(1_000);
  changes.told('');
  await settled();
  expect([operator.length, tenant.length]).toEqual([2, 2]);
});

it('ends while it waits, by its signal and by being left, and watches no more', async () => {
  const clock = new TestClock();
  const changes = createWebhookChanges(clock);
  const gone = new AbortController();
  const left = changes.watch('');
  const [aborted, returned] = [stepsOf(changes.watch('', gone.signal)), stepsOf(left)];
  await settled();
  gone.abort();
  await left.return?.();
  await settled();
  changes.told('');
  clock.advance(5_000);
  await settled();
  expect([aborted, returned]).toEqual([
    ['tick', 'end'],
    ['tick', 'end'],
  ]);
  expect(await changes.watch('', AbortSignal.abort()).next()).toEqual({ done: true, value: undefined });
});
