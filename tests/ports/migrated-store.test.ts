import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { MEDIA_OWNERS } from '../../src/adapters/store/migration-media-owners.ts';
import { openStore } from '../../src/adapters/store/open.ts';
import { unfetched } from '../../src/domain/media.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import type { Store } from '../../src/ports/store.ts';
import { append, claim, inbound, messageById, NOW } from './fixtures.ts';
import { SILENT, sqliteRig, UNINDEXED } from './sqlite-rig.ts';

const DAY = 24 * 60 * 60 * 1000;
const V1 = readFileSync(new URL('./store-v1.sql', import.meta.url), 'utf8');
const UNSENT = { kind: 'failed', error: null, answer: null } as const;
const CONTENT = '{"kind":"text","body":"x","previewUrl":false}';

/** What people wrote, as the first release kept it: a text and a reaction to it. */
function addReaction(path: string): void {
  const db = new DatabaseSync(path);
  const reaction = '{"kind":"reaction","whatsappId":"wamid.t","emoji":"👍"}';
  for (const [seq, type, content] of [
    [5, 'text', CONTENT],
    [6, 'reaction', reaction],
  ] as const) {
    const columns = `'msg_${seq}', '${HOME_TENANT}', ${seq}, 'wamid.${type[0]}', 'INBOUND', '${type}', 'RECEIVED', NULL`;
    const people = `${NOW}, 'conv_1', 'con_1', 'num_1', '1001', NULL, NULL, NULL, ''`;
    db.exec(`INSERT INTO messages VALUES (${columns}, ${people}, 'null', 'null', 'null', '${content}', 'null')`);
  }
  db.exec('UPDATE logs SET last_seq = 6');
  db.close();
}

/** A store of the first release: two queued sends of one conversation and one of another, one send on the wire. */
function writeFirstRelease(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const db = new DatabaseSync(path);
  db.exec(V1);
  db.exec('CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID');
  db.exec("INSERT INTO meta VALUES ('schema', '1'), ('mode', 'live')");
  db.exec(`INSERT INTO logs VALUES ('${HOME_TENANT}', 'epoch', 4)`);
  const profile = '{"phone":"+9641","userId":null,"username":null,"name":null}';
  db.exec(`INSERT INTO contacts VALUES ('con_1', '${HOME_TENANT}', '${profile}', '+9641', NULL, '+9641234')`);
  const rows = [
    ['a', 'conv_1', 'queued'],
    ['b', 'conv_1', 'queued'],
    ['c', 'conv_2', 'queued'],
    ['d', 'conv_3', 'on_wire'],
  ] as const;
  for (const [index, [name, conversation, state]] of rows.entries()) {
    const seq = index + 1;
    const status = state === 'queued' ? 'QUEUED' : 'SENDING';
    const columns = `'msg_${name}', '${HOME_TENANT}', ${seq}, '', 'OUTBOUND', 'text', '${status}', NULL, ${NOW}`;
    const people = `'${conversation}', 'con_1', 'num_1', '1001', NULL, NULL, NULL, 'إلى ${name}'`;
    db.exec(`INSERT INTO messages VALUES (${columns}, ${people}, 'null', 'null', 'null', '${CONTENT}', 'null')`);
    const attempt = state === 'queued' ? 0 : 1;
    db.exec(`INSERT INTO outbox VALUES ('msg_${name}', '${HOME_TENANT}', '${conversation}', 'num_1', ${seq}, '${state}',
      ${attempt}, ${NOW}, 0, '{"to":{"phone":"+9641"},"content":${CONTENT},"replyTo":null}')`);
  }
  db.close();
}

async function openFirstRelease(more: (path: string) => void = () => {}): Promise<{ store: Store; path: string }> {
  const rig = await sqliteRig();
  onTestFinished(() => rig.dispose());
  const path = `${rig.path}-v1/gateway.db`;
  writeFirstRelease(path);
  more(path);
  const store = await openStore({ url: `file:${path}`, mode: 'live', log: SILENT });
  onTestFinished(() => store.close());
  return { store, path };
}

it('opens a store of the first release with all that it queued, in order, each for a day', async () => {
  const { store } = await openFirstRelease();

  expect((await claim(store)).map(({ messageId }) => messageId)).toEqual(['msg_a', 'msg_c']);
  await store.outbox.settle(HOME_TENANT, 'msg_a', 1, UNSENT, NOW);
  expect(await store.outbox.expireQueued(NOW + DAY - 1)).toEqual([]);
  expect(await store.outbox.expireQueued(NOW + DAY)).toEqual([HOME_TENANT]);
  expect(await messageById(store, 'msg_b')).toMatchObject({ status: 'EXPIRED' });
  expect(await store.outbox.expireOnWire(NOW, NOW)).toEqual([HOME_TENANT]);
  expect(await messageById(store, 'msg_d')).toMatchObject({ status: 'UNCONFIRMED' });
});

it('shows the reactions that a store of the first release holds', async () => {
  const { store } = await openFirstRelease(addReaction);
  const [reactions] = await store.messages.reactions(HOME_TENANT, ['msg_5']);
  expect(reactions).toMatchObject([{ emoji: '👍', from: 'INBOUND', messageId: 'msg_6' }]);
});

it('finds what a store of the first release holds, in any spelling', async () => {
  const { store, path } = await openFirstRelease();
  const found = async (search: string) => {
    const { rows } = await store.messages.list(HOME_TENANT, { search }, { limit: 10, from: 'newest' });
    return rows.map(({ id }) => id);
  };
  const db = new DatabaseSync(path, { readOnly: true });
  onTestFinished(() => db.close());
  for (const indexed of [false, true]) {
    if (indexed) await expect.poll(() => db.prepare(UNINDEXED).get()).toEqual({ n: 0 });
    expect(await found('الي B')).toEqual(['msg_b']);
    expect(await found('إلى')).toEqual(['msg_d', 'msg_c', 'msg_b', 'msg_a']);
  }
});

it('counts what a store of an early release holds, once, while new messages come', async () => {
  const { store, path } = await openFirstRelease(addReaction);
  const db = new DatabaseSync(path, { readOnly: true });
  onTestFinished(() => db.close());
  await append(store, inbound('wamid.new'));
  await store.outbox.expireOnWire(NOW, NOW);
  await expect.poll(() => db.prepare('SELECT count(*) AS n FROM messages WHERE day IS NULL').get()).toEqual({ n: 0 });
  const all = { from: 20200101, to: 20300101 };
  const rows = await store.usage.messages(HOME_TENANT, all, ['direction', 'type'], 100);
  expect(rows.map(({ direction, type, messages }) => [direction, type, messages])).toEqual([
    ['INBOUND', 'reaction', 1],
    ['INBOUND', 'text', 2],
    ['OUTBOUND', 'text', 4],
  ]);
  await store.outbox.settle(HOME_TENANT, (await claim(store))[0]?.messageId ?? '', 1, UNSENT, NOW);
  const failures = await store.usage.messages(HOME_TENANT, all, ['failure'], 100);
  expect(failures.map(({ failure, messages }) => [failure, messages])).toEqual([
    ['', 6],
    ['unknown', 1],
  ]);
});

it('counts the files of before the counts on the day they came', async () => {
  const rig = await sqliteRig();
  onTestFinished(() => rig.dispose());
  const facts = { ...unfetched({ mediaId: null, toldType: null, toldSha256: null, filename: null }), sizeBytes: 9 };
  const file = { tenantId: HOME_TENANT, messageId: null, mediaType: 'image', phoneNumberId: '1001' } as const;
  const times = { attempts: 0, nextAt: NOW, expiresAt: NOW, createdAt: NOW };
  for (const id of ['med_1', 'med_2']) await rig.store.media.add({ id, ...file, ...times, state: 'READY', facts });
  const awaited = { ...facts, sizeBytes: null };
  await rig.store.media.add({ id: 'med_3', ...file, ...times, state: 'PENDING', facts: awaited });
  await rig.store.close();
  const db = new DatabaseSync(rig.path);
  db.exec('UPDATE media SET day = NULL; DELETE FROM usage_media');
  db.exec("UPDATE usage_backfill SET done = 0, last = (SELECT max(rowid) FROM media) WHERE source = 'media'");
  db.close();
  await rig.reopen();
  const counted = () => rig.store.usage.media(HOME_TENANT, { from: 20260301, to: 20260301 }, true);
  await expect.poll(counted).toEqual([{ day: 20260301, direction: 'OUTBOUND', files: 2, bytes: 18 }]);
  expect(await rig.store.usage.stored(HOME_TENANT)).toEqual({ files: 2, bytes: 18 });
});

it('knows whose the files are that were at Meta before it was asked', async () => {
  const rig = await sqliteRig();
  onTestFinished(() => rig.dispose());
  const told = { toldType: null, toldSha256: null, filename: null };
  const file = { tenantId: HOME_TENANT, messageId: null, mediaType: 'image', phoneNumberId: '1001' } as const;
  const times = { attempts: 0, nextAt: NOW, expiresAt: NOW, createdAt: NOW, state: 'READY' } as const;
  const copies = { '1002': { mediaId: '8', expiresAt: NOW } };
  const uploaded = { ...unfetched({ ...told, mediaId: null }), copies };
  await rig.store.media.add({ id: 'med_1', ...file, ...times, facts: unfetched({ ...told, mediaId: '7' }) });
  await rig.store.media.add({ id: 'med_2', ...file, ...times, facts: uploaded });
  await rig.store.close();
  const db = new DatabaseSync(rig.path);
  db.exec('DROP TRIGGER media_owned; DROP TRIGGER media_copied; DROP TABLE media_owners');
  db.exec(MEDIA_OWNERS);
  db.close();
  await rig.reopen();
  const { media } = rig.store;
  expect(await media.isAtMeta(HOME_TENANT, '1001', '7')).toBe(true);
  expect(await media.isAtMeta(HOME_TENANT, '1002', '8')).toBe(true);
  expect(await media.isAtMeta(HOME_TENANT, '1001', '8')).toBe(false);
});
