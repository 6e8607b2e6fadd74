import { expect, it } from 'vitest';
import { createIngest } from '../../src/application/ingest.ts';
import { createRetention } from '../../src/application/retention.ts';
import { createUnrouted } from '../../src/application/unrouted.ts';
import type { PhoneNumber } from '../../src/domain/tenant.ts';
import type { PruneBefore } from '../../src/ports/pruning.ts';
import { silentLog, TestClock, testSystem } from './support.ts';

/** A system that notes what is logged as an error. */
function listening() {
  const clock = new TestClock();
  const errors: [string, object | undefined][] = [];
  const log = { ...silentLog, error: (message: string, fields?: object) => void errors.push([message, fields]) };
  return { clock, errors, system: { ...testSystem(clock), log } };
}

it('what finds the unrouted box full is counted each time and logged once a minute', async () => {
  const { clock, errors, system } = listening();
  const ingest = createIngest({
    appSecrets: ['secret'],
    verifyTokens: [],
    cloudApi: { verify: () => true, parse: () => ({ items: [], problems: [] }), parseLarge: async function* () {} },
    store: { append: async () => ({ tenants: [], stored: 3, turnedAway: 3, quarantined: null }) },
    routing: {
      bindSenders: async () => {},
      route: () => {
        throw new Error('nothing to route');
      },
      routeAll: () => [],
    },
    wakeup: { publish() {}, subscribe: () => () => {} },
    system,
  });
  const receive = () => ingest.receive(new Uint8Array(), 'sha256=');
  await receive();
  await receive();
  expect(errors).toEqual([[expect.stringContaining('the unrouted box is full'), { items: 3 }]]);
  clock.advance(60_000);
  await receive();
  expect(errors).toHaveLength(2);
  expect((await system.metrics.render()).text).toContain('dijla_unrouted_turned_away_total 9');
});

it('a claim that leaves items behind logs how many, and why', async () => {
  const { errors, system } = listening();
  const number: PhoneNumber = {
    ...{ id: 'num_5', phoneNumberId: '5', tenantId: 'dijla', display: '', wabaId: null, credentials: 'master' },
    ...{ messagesPerSecond: null, sharing: null },
  };
  const unrouted = createUnrouted({
    store: {
      list: async () => ({ rows: [], more: false }),
      getMany: async () => [],
      numbers: async () => [],
      claim: async () => ({ tenants: [], messages: 0, failed: { items: 2, reason: 'no type' }, next: null }),
    },
    numbers: { byMetaId: () => number, byId: () => number, mayUse: () => true },
    tenants: {
      byId: () => {
        throw new Error('not asked');
      },
    },
    wakeup: { publish() {}, subscribe: () => () => {} },
    mediaFetch: { kick() {} },
    system,
  });
  expect(await unrouted.claimNumber('5')).toBe(0);
  expect(errors).toEqual([
    [expect.stringContaining('stay in the box'), { phoneNumberId: '5', items: 2, reason: 'no type' }],
  ]);
});

it('who wrote to whom is looked through once a day, for what is older than 400 days', async () => {
  const { clock, system } = listening();
  const pruned: PruneBefore[] = [];
  const retention = createRetention({
    store: {
      prune: async (before) => void pruned.push(before),
      sessions: {
        put: async () => {},
        get: async () => null,
        delete: async () => {},
        deleteOf: async () => {},
        deleteIdle: async () => {},
      },
    },
    days: { eventDays: 30, rawDays: 30 },
    system,
  });
  const began = clock.now();
  for (let hour = 0; hour < 25; hour += 1) {
    await retention.runOnce();
    clock.advance(3_600_000);
  }
  const DAY = 86_400_000;
  const seen = pruned.map(({ writers }) => writers);
  expect(seen.filter((before) => before !== undefined)).toEqual([began - 400 * DAY, began - 399 * DAY]);
});
