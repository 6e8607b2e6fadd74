import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type SearchJob, SearchReads, type SearchSlice } from '../../src/adapters/store/search-reads.ts';
import { SEARCHING } from '../../src/adapters/store/search-statements.ts';
import { BLOCK, matchOf, messagePrefix } from '../../src/adapters/store/search-terms.ts';
import { FilterRunner } from '../../src/adapters/store/sqlite-filter-runner.ts';
import { conversationIds, messageIds, messagesAt } from '../../src/adapters/store/sqlite-filters.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import type { Store } from '../../src/ports/store.ts';
import { append, inbound, OTHER_NUMBER, OTHER_TENANT, person, routed, text, webhook } from './fixtures.ts';
import { type SqliteRig, sqliteRig, UNINDEXED } from './sqlite-rig.ts';

let rig: SqliteRig;
beforeEach(async () => {
  rig = await sqliteRig();
});
afterEach(() => rig.dispose());

function query(sql: string, ...parameters: (string | number)[]) {
  const db = new DatabaseSync(rig.path, { readOnly: true });
  try {
    return db.prepare(sql).all(...parameters);
  } finally {
    db.close();
  }
}

/** Changes a store that is closed. */
async function changeAtRest(sql: string): Promise<Store> {
  await rig.store.close();
  const db = new DatabaseSync(rig.path);
  db.exec(sql);
  db.close();
  return rig.reopen();
}

async function found(store: Store, search: string, tenantId = HOME_TENANT) {
  const { rows } = await store.messages.list(tenantId, { search }, { limit: 100, from: 'newest' });
  return rows.map(({ seq }) => seq);
}

/** Short messages of one person, in few transactions. */
async function write(count: number, body: (index: number) => string, tenantId = HOME_TENANT): Promise<void> {
  for (let start = 0; start < count; start += 1_000) {
    const items = Array.from({ length: Math.min(1_000, count - start) }, (_, i) => {
      const index = start + i;
      const content = text(body(index));
      const item = inbound(`wamid.${tenantId}.${index}`, person({ phone: `+9647${index % 40}` }), { content });
      if (tenantId === HOME_TENANT) return routed(item);
      return routed({ ...item, phoneNumberId: OTHER_NUMBER.phoneNumberId }, tenantId, OTHER_NUMBER);
    });
    await rig.store.inbound.append(webhook(items));
  }
}

it('reads an index or a few given rows in every statement of a search, never a table', async () => {
  const db = new DatabaseSync(rig.path, { readOnly: true });
  const page = { limit: 20, from: 'newest', before: 9 } as const;
  const filter = { direction: 'INBOUND', phoneNumberId: '1', from: 1, to: 2, status: 'READ', type: 'text' } as const;
  const compiled = [
    messagesAt(HOME_TENANT, filter, '[1]'),
    messagesAt(HOME_TENANT, { conversationId: 'c', contactId: 'd', errorCode: 1 }, '[1]'),
    messageIds(HOME_TENANT, { conversationId: 'c' }, page),
    messageIds(HOME_TENANT, { status: 'FAILED' }, page),
    messageIds(HOME_TENANT, { errorCode: 1 }, page),
    conversationIds(HOME_TENANT, { unread: true, numberId: 'n' }, page, '["v"]'),
  ].map(({ sql }) => sql);
  const plans = [...Object.values(SEARCHING), ...compiled].map((sql) => {
    const plan = db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map((step) => String(step['detail']));
    return { sql, plan };
  });
  db.close();
  const scans = plans.flatMap(({ sql, plan }) =>
    plan
      .filter((step) => step.startsWith('SCAN') && !/^SCAN (?:json_each|j |CONSTANT)/.test(step))
      .map((step) => [sql.replaceAll(/\s+/g, ' ').slice(0, 60), step]),
  );
  for (const [sql, step] of scans) expect([sql, step]).toEqual([sql, expect.stringContaining('VIRTUAL TABLE INDEX')]);
  const hits = plans.find(({ sql }) => sql === SEARCHING.hitsNewest);
  // `M` is a full-text match, `>` and `<` the range; without a step of its own for the order, it is the index's.
  expect(hits?.plan).toEqual([expect.stringMatching(/^SCAN search_index VIRTUAL TABLE INDEX \d+:M\d+[<>]{2}$/)]);
  const withPeople = plans.find(({ sql }) => sql === SEARCHING.conversationsOf);
  expect(withPeople?.plan).toContainEqual(expect.stringContaining('(contact_id=?)'));
  const at = plans.find(({ sql }) => sql === compiled[0]);
  expect(at?.plan[0]).toContain('(tenant_id=? AND seq=?)');
});

it("never walks another tenant's hits, and on a deep page no newer ones", async () => {
  await write(3_000, () => 'common word', OTHER_TENANT);
  await write(20_000, (index) => (index % 1_000 === 7 ? 'needle here' : 'common word'));
  // The log goes on beyond the first block.
  await changeAtRest(`UPDATE logs SET last_seq = ${BLOCK + 10} WHERE tenant_id = '${HOME_TENANT}'`);
  await append(rig.store, inbound('wamid.late', undefined, { content: text('common word, later') }));
  await rig.settled();
  const hitsOf = (ordinal: number, seq: number) =>
    query(
      'SELECT count(*) AS n FROM search_index WHERE search_index MATCH ?',
      matchOf(messagePrefix(ordinal, seq), ['common']),
    );
  const ordinals = query('SELECT tenant_id, ordinal FROM search_tenants');
  const ordinal = (tenant: string) => Number(ordinals.find((row) => row['tenant_id'] === tenant)?.['ordinal']);
  expect(hitsOf(ordinal(HOME_TENANT), 1)).toEqual([{ n: 19_980 }]);
  expect(hitsOf(ordinal(HOME_TENANT), BLOCK + 11)).toEqual([{ n: 1 }]);
  expect(hitsOf(ordinal(OTHER_TENANT), 1)).toEqual([{ n: 3_000 }]);

  expect(await found(rig.store, 'needle')).toEqual(Array.from({ length: 20 }, (_, i) => 19_008 - i * 1_000));
  expect(await found(rig.store, 'needle', OTHER_TENANT)).toEqual([]);
  expect((await found(rig.store, 'common')).slice(0, 3)).toEqual([BLOCK + 11, 20_000, 19_999]);
  const deep = await rig.store.messages.list(HOME_TENANT, { search: 'mmon' }, { limit: 2, from: 'newest', before: 9 });
  expect([deep.rows.map(({ seq }) => seq), deep.more]).toEqual([[7, 6], true]);
});

it('finds a message by its text as it was changed, and none that was deleted', async () => {
  await write(3, (index) => `first words ${index}`);
  await rig.settled();
  await changeAtRest("UPDATE messages SET search = 'changed words' WHERE seq = 2; DELETE FROM messages WHERE seq = 1");
  expect(query(UNINDEXED)).toEqual([{ n: 2 }]);
  for (const indexed of [false, true]) {
    if (indexed) await rig.settled();
    expect(await found(rig.store, 'changed')).toEqual([2]);
    expect(await found(rig.store, 'first')).toEqual([3]);
    expect(await found(rig.store, 'words')).toEqual([3, 2]);
  }
  const left = 'SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid > 0';
  expect(query(left, matchOf(messagePrefix(1, 1), ['first']))).toHaveLength(1);
});

it('takes up at the next start what it had not indexed', async () => {
  await write(1_500, (index) => `word ${index}`);
  await rig.reopen();
  expect(await found(rig.store, 'word 1499')).toEqual([1_500]);
  await rig.settled();
  expect(query('SELECT seq FROM search_tenants')).toEqual([{ seq: 1_500 }]);
  expect(await found(rig.store, '1499')).toEqual([1_500]);
});

it('indexes nothing for messages without words, and survives hostile ones', async () => {
  const hostile = ['', '\0', '\ud800', '"', "' OR 1=1 --", 'NEAR(a b)', '\u064b'.repeat(500), 'ﷺ'.repeat(3_000)];
  await write(hostile.length, (index) => hostile[index] ?? '');
  for (const indexed of [false, true]) {
    if (indexed) await rig.settled();
    for (const search of hostile) await found(rig.store, search.slice(0, 200) || 'x');
    expect(await found(rig.store, "'or' 1=1")).toEqual([5]);
    expect(await found(rig.store, 'near')).toEqual([6]);
    expect(await found(rig.store, 'صلى')).toEqual([8]);
  }
  expect(query('SELECT count(*) AS n FROM search_index WHERE rowid > 0')).toEqual([{ n: 3 }]);
});

it('looks through no more than it may, and past what is not indexed', async () => {
  await write(1_000, (index) => `word ${index}`);
  await rig.settled();
  await rig.store.close();
  const db = new DatabaseSync(rig.path);
  db.exec('UPDATE search_tenants SET seq = 100');
  const reads = new SearchReads(db, new FilterRunner(db));
  const look = (from: 'newest' | 'oldest', unindexed: number, compared = 10_000): number => {
    const start = { tenantId: HOME_TENANT, query: 'word', filter: {}, conversations: '[]', after: 0, before: null };
    let found = 0;
    for (let job: SearchJob | null = { ...start, indexed: 100, from, unindexed, compared }; job !== null; ) {
      const slice: SearchSlice = reads.search(job, 10_000);
      found += slice.found.length;
      job = slice.rest;
    }
    return found;
  };
  expect(look('newest', 10_000)).toBe(1_000);
  expect(look('newest', 400)).toBe(500);
  expect(look('oldest', 400)).toBe(500);
  expect(look('newest', 0)).toBe(100);
  expect(look('newest', 10_000, 400)).toBe(400);
  db.close();
});

it('finds people by what they said, when the index grew after it was looked for them', async () => {
  const zaid = person({ phone: '+9647801234567', name: 'Zaid' });
  await rig.store.inbound.append(webhook([routed(inbound('wamid.1', zaid, { content: text('hello') }))]));
  await rig.settled();
  await rig.store.close();
  const db = new DatabaseSync(rig.path);
  const reads = new SearchReads(db, new FilterRunner(db));
  // As it was before the message came into the index, and its sender with it.
  const before = { conversations: '[]', indexed: 0 };
  const start = { tenantId: HOME_TENANT, query: 'zaid', filter: {}, after: 0, before: null, from: 'newest' } as const;
  const job = { ...start, ...before, unindexed: 100, compared: 100 };
  expect(reads.search(job, 10).found).toHaveLength(1);
  expect(reads.conversationsWith(HOME_TENANT, 'zaid').indexed).toBe(1);
  db.close();
});
