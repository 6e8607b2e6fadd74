import { expect, it, onTestFinished } from 'vitest';
import { createLocalWakeup } from '../../src/adapters/wakeup.ts';

it('wakes a tenant once for a burst, and every tenant of it, however many', async () => {
  const wakeup = createLocalWakeup();
  const woken: string[] = [];
  onTestFinished(wakeup.subscribe((tenantId) => void woken.push(tenantId)));
  const tenants = Array.from({ length: 5_000 }, (_, n) => `ten_${n}`);
  for (const tenantId of [...tenants, ...tenants]) wakeup.publish(tenantId);
  await expect.poll(() => woken).toEqual(tenants);
});

it('is heard again after a quiet time, and not after unsubscribing', async () => {
  const wakeup = createLocalWakeup();
  const woken: string[] = [];
  const unsubscribe = wakeup.subscribe((tenantId) => void woken.push(tenantId));
  wakeup.publish('a');
  await expect.poll(() => woken).toEqual(['a']);
  wakeup.publish('b');
  await expect.poll(() => woken).toEqual(['a', 'b']);
  unsubscribe();
  const other: string[] = [];
  onTestFinished(wakeup.subscribe((tenantId) => void other.push(tenantId)));
  wakeup.publish('c');
  await expect.poll(() => other).toEqual(['c']);
  expect(woken).toEqual(['a', 'b']);
});
