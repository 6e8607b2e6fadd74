import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/adapters/store/open.ts';
import type { Store } from '../../src/ports/store.ts';
import { silentLog } from '../application/support.ts';
import { ALI, everyEvent, inbound, NOW, OTHER_TENANT, registered, routed, webhook } from './fixtures.ts';

const STRANGE = '555';
const MOST = 100_000;

/** A store whose file a test may change while it is closed. */
async function storeOnDisk() {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'));
  const path = join(folder, 'store.db');
  let store: Store | null = null;
  const open = async () => {
    store = await openStore({ url: `file:${path}`, mode: 'sandbox', log: silentLog });
    return store;
  };
  onTestFinished(async () => {
    await store?.close();
    await rm(folder, { recursive: true });
  });
  return {
    store: await open(),
    async count(from: string): Promise<unknown> {
      const db = new DatabaseSync(path, { readOnly: true });
      const row = db.prepare(`SELECT count(*) AS rows FROM ${from}`).get();
      db.close();
      return row?.['rows'];
    },
    async change(statement: string): Promise<Store> {
      await store?.close();
      const db = new DatabaseSync(path);
      db.exec(statement);
      db.close();
      return open();
    },
  };
}

const lost = (wamid: string) => routed(inbound(wamid, ALI, { phoneNumberId: STRANGE }), 'dijla', null);
const wamids = async (store: Store) => {
  const { rows } = await store.unrouted.list({ phoneNumberId: STRANGE }, { limit: 10, from: 'newest' });
  return rows.map(({ item }) => item.whatsappId);
};
/** Rows that wait for other numbers. */
const filling = (rows: number) => `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
  INSERT INTO unrouted (id, kind, phone_number_id, whatsapp_id, received_at, item)
  SELECT 'unr_' || i, 'status', '9', '', ${NOW}, '{}' FROM n`;

it('a full box takes nothing more, tells all of it all the same, and has room again once something has left', async () => {
  const { change, store: empty } = await storeOnDisk();
  expect(await empty.inbound.append(webhook([lost('wamid.0')]))).toMatchObject({ turnedAway: 0 });
  const store = await change(filling(MOST - 2));
  const some = await store.inbound.append(webhook([lost('wamid.1'), lost('wamid.2'), lost('wamid.3')]));
  expect(some).toMatchObject({ stored: 3, turnedAway: 2, quarantined: null });
  expect(await store.inbound.append(webhook([lost('wamid.4')]))).toMatchObject({ stored: 1, turnedAway: 1 });
  expect(await wamids(store)).toEqual(['wamid.1', 'wamid.0']);
  const told = (await everyEvent(store)).map(({ type, body }) => [type, JSON.stringify(body.data)]);
  for (const wamid of ['wamid.2', 'wamid.3', 'wamid.4']) {
    expect(told).toContainEqual(['unrouted', expect.stringContaining(wamid)]);
  }
  const again = await change("DELETE FROM unrouted WHERE phone_number_id = '9' AND seq % 2 = 0");
  expect(await again.inbound.append(webhook([lost('wamid.5')]))).toMatchObject({ turnedAway: 0 });
  expect(await wamids(again)).toEqual(['wamid.5', 'wamid.1', 'wamid.0']);
});

it('what cannot be stored for its tenant stays in the box, and the claim says so', async () => {
  const { change, store: early } = await storeOnDisk();
  await early.inbound.append(webhook([lost('wamid.1'), lost('wamid.2')]));
  const store = await change(
    "UPDATE unrouted SET item = json_set(item, '$.type', json('null')) WHERE whatsapp_id = 'wamid.1'",
  );
  const number = { id: 'num_555', phoneNumberId: STRANGE, display: '' };
  await store.numbers.register(registered(number, OTHER_TENANT));
  const claimed = await store.unrouted.claim({ phoneNumberId: STRANGE, tenantId: null }, 0, NOW);
  expect(claimed).toMatchObject({ messages: 1, failed: { items: 1, reason: expect.any(String) } });
  expect(await wamids(store)).toEqual(['wamid.1']);
});

it('who wrote to whom is forgotten in helpings when it is old, and kept when it is not', async () => {
  const { change, count } = await storeOnDisk();
  // One row in three is old, over several helpings and with one that is looked at last.
  const store = await change(`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
    INSERT INTO writers SELECT '9', printf('+%05d', i), 'ten_a', ${NOW} - (i % 3 = 0) FROM n`);
  const none = { events: 0, raw: 0, parked: 0, idempotency: 0, seen: 0 };
  await store.prune(none);
  expect(await count('writers')).toBe(3_001);
  await store.prune({ ...none, writers: NOW });
  expect([await count('writers'), await count(`writers WHERE wrote_at < ${NOW}`)]).toEqual([2_000, 0]);
});
