import { expect, it } from 'vitest';
import { createNumbers } from '../../src/application/numbers.ts';
import { createRouting } from '../../src/application/routing.ts';
import { type PhoneNumber, RENTED } from '../../src/domain/tenant.ts';
import { ALI, inbound, status } from '../ports/fixtures.ts';
import { testSystem } from './support.ts';
import { statusNews } from './template-lists.ts';

const TENANTS = [
  { id: 'dijla', kind: 'standard' },
  { id: 'ten_a', kind: 'standard' },
  { id: 'ten_b', kind: 'direct' },
] as const;

type Owner = readonly [tenantId: string, wabaId: string | null, sharing?: PhoneNumber['sharing']];

async function routingOf(...owners: readonly Owner[]) {
  const numbers: PhoneNumber[] = owners.map(([tenantId, wabaId, sharing = null], at) => ({
    ...{ id: `num_${at}`, phoneNumberId: String(at), display: '', messagesPerSecond: null, sharing },
    ...{ tenantId, wabaId, credentials: 'master' },
  }));
  const store = { all: async () => numbers, register: async (one: PhoneNumber) => one };
  const bind = async (number: PhoneNumber) => ({ number, changed: true });
  const known = createNumbers({
    system: testSystem(),
    store: {
      ...{ ...store, bind },
      describe: async () => {},
      setRate: async () => {},
      assign: async () => {},
      remove: async () => {},
    },
    tenantOf: () => null,
  });
  await known.load();
  const inbound = { senderOf: async () => null };
  return createRouting({ numbers: known, inbound, ids: testSystem().ids, tenants: () => TENANTS });
}

it('news of a template go to every tenant that has a number of its account, once, each under a key of its own', async () => {
  const routing = await routingOf(['dijla', '2'], ['ten_a', '2'], ['ten_a', '2'], ['ten_b', '3'], ['ten_c', null]);
  const item = statusNews('PAUSED', 1_767_225_600_000);
  const routed = routing.routeAll(item);
  expect(routed.map(({ tenantId }) => tenantId)).toEqual(['dijla', 'ten_a']);
  expect(routed.map((one) => one.item.key)).toEqual([item.key, `${item.key}|ten_a`]);
  expect(new Set(routed.map(({ freshId }) => freshId)).size).toBe(2);
});

it('news of a template go to every tenant that shares a number of its account', async () => {
  const item = statusNews('PAUSED', 1_767_225_600_000);
  const told = async (sharing: PhoneNumber['sharing']) =>
    (await routingOf(['dijla', '2', sharing])).routeAll(item).map(({ tenantId }) => tenantId);
  expect(await told(RENTED)).toEqual(['dijla', 'ten_a']);
  expect(await told({ ...RENTED, tenants: ['ten_b'] })).toEqual(['dijla', 'ten_b']);
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

it('what is written to a number that tenants share is left to the store to give out, and nothing else', async () => {
  const routing = await routingOf(['dijla', '2', RENTED], ['ten_a', '2']);
  const route = (phoneNumberId: string) => routing.route(inbound('wamid.1', ALI, { phoneNumberId }));
  expect(route('0')).toMatchObject({ tenantId: 'dijla', shared: true });
  expect(route('1')).toMatchObject({ tenantId: 'ten_a', number: { id: 'num_1' } });
  expect([route('1').shared, route('none').shared]).toEqual([undefined, undefined]);
  expect(route('none')).toMatchObject({ tenantId: 'dijla', number: null });
  // A status follows its message, whose tenant is known.
  expect(routing.route(status('wamid.1', 'SENT', { phoneNumberId: '0' })).shared).toBeUndefined();
});
