import { expect, it } from 'vitest';
import { createNumbers } from '../../src/application/numbers.ts';
import { createRouting } from '../../src/application/routing.ts';
import type { PhoneNumber } from '../../src/domain/tenant.ts';
import { testSystem } from './support.ts';
import { statusNews } from './template-lists.ts';

async function routingOf(...owners: readonly (readonly [tenantId: string, wabaId: string | null])[]) {
  const numbers: PhoneNumber[] = owners.map(([tenantId, wabaId], at) => ({
    ...{ id: `num_${at}`, phoneNumberId: String(at), display: '', messagesPerSecond: null, sharing: null },
    ...{ tenantId, wabaId, credentials: 'master' },
  }));
  const store = { all: async () => numbers, register: async (one: PhoneNumber) => one };
  const known = createNumbers({
    store: {
      ...store,
      describe: async () => {},
      setRate: async () => {},
      assign: async () => {},
      remove: async () => {},
    },
    tenantOf: () => null,
  });
  await known.load();
  return createRouting({ numbers: known, inbound: { senderOf: async () => null }, ids: testSystem().ids });
}

it('news of a template go to every tenant that has a number of its account, once, each under a key of its own', async () => {
  const routing = await routingOf(['dijla', '2'], ['ten_a', '2'], ['ten_a', '2'], ['ten_b', '3'], ['ten_c', null]);
  const item = statusNews('PAUSED', 1_767_225_600_000);
  const routed = routing.routeAll(item);
  expect(routed.map(({ tenantId }) => tenantId)).toEqual(['dijla', 'ten_a']);
  expect(routed.map((one) => one.item.key)).toEqual([item.key, `${item.key}|ten_a`]);
  expect(new Set(routed.map(({ freshId }) => freshId)).size).toBe(2);
});

it("news of an account that is nobody's go to the operator", async () => {
  const routing = await routingOf(['ten_b', '3'], ['ten_c', null]);
  const item = statusNews('PAUSED', 1_767_225_600_000);
  expect(routing.routeAll(item)).toMatchObject([{ tenantId: 'dijla', item }]);
  expect(routing.routeAll({ ...item, wabaId: null })).toMatchObject([{ tenantId: 'dijla' }]);
});

it('other news of an account stay with the operator', async () => {
  const routing = await routingOf(['ten_a', '2']);
  const item = { ...statusNews('PAUSED', 1_767_225_600_000), eventType: 'account' } as const;
  expect(routing.routeAll(item)).toMatchObject([{ tenantId: 'dijla', item }]);
});
