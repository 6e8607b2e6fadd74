import { expect, it } from 'vitest';
import type { CloudApi } from '../../src/ports/cloud-api.ts';
import type { InboundStore, RoutedWebhook } from '../../src/ports/store.ts';
import { batch, ingestRig, text, webhook } from './ingesting.ts';

const KIB = 1024;
const MANY = { webhooks: 1_000, bytes: 1_000 * KIB * KIB };
const OVERLOADED = { code: 'OVERLOADED', details: { retryable: true, retryAfterSeconds: 5 } };

/** A store that is behind until it is told to go on. */
function slowStore() {
  const go = Promise.withResolvers<void>();
  const inbound = (store: InboundStore) => ({
    append: async (webhook: RoutedWebhook) => {
      await go.promise;
      return store.append(webhook);
    },
  });
  return { inbound, catchUp: () => go.resolve() };
}

/** Counts what is taken apart. */
function countingParser() {
  const counted = { small: 0, large: 0 };
  const cloudApi = (real: CloudApi): CloudApi => ({
    ...real,
    parse(body, receivedAt) {
      counted.small += 1;
      return real.parse(body, receivedAt);
    },
    parseLarge(body, receivedAt) {
      counted.large += 1;
      return real.parseLarge(body, receivedAt);
    },
  });
  return { counted, cloudApi };
}

const one = (name: string) => webhook(text(name, 'x'.repeat(100)));
const large = (name: string) => webhook(text(name, 'x'.repeat(300 * KIB)));

it('refuses what goes over the number of webhooks, unparsed, and takes it again once the store has caught up', async () => {
  const { inbound, catchUp } = slowStore();
  const { counted, cloudApi } = countingParser();
  const limits = { waiting: { webhooks: 3, bytes: MANY.bytes }, parsing: MANY };
  const rig = await ingestRig({ inbound, cloudApi, limits });
  const waiting = ['wamid.1', 'wamid.2', 'wamid.3'].map((name) => rig.receive(one(name)));
  await expect(rig.receive(one('wamid.4'))).rejects.toMatchObject(OVERLOADED);
  expect(counted.small).toBe(3);
  expect(await rig.metrics()).toMatch(/^dijla_ingest_backlog 3$/m);
  catchUp();
  await Promise.all(waiting);
  await rig.receive(one('wamid.4'));
  expect(await rig.events()).toHaveLength(4);
  expect(await rig.metrics()).toMatch(/^dijla_ingest_backlog 0$/m);
  expect(await rig.metrics()).toMatch(/^dijla_webhooks_total\{result="overloaded"\} 1$/m);
});

it('refuses what goes over the bytes, and gives back exactly what it took', async () => {
  const { inbound, catchUp } = slowStore();
  const size = one('wamid.1').length;
  const rig = await ingestRig({ inbound, limits: { waiting: { webhooks: 1_000, bytes: 2 * size }, parsing: MANY } });
  const waiting = [rig.receive(one('wamid.1')), rig.receive(one('wamid.2'))];
  await expect(rig.receive('{}')).rejects.toMatchObject(OVERLOADED);
  expect(await rig.metrics()).toContain(`\ndijla_ingest_backlog_bytes ${2 * size}\n`);
  catchUp();
  await Promise.all(waiting);
  expect(await rig.metrics()).toMatch(/^dijla_ingest_backlog_bytes 0$/m);
  await Promise.all([rig.receive(one('wamid.3')), rig.receive(one('wamid.4'))]);
  expect(await rig.events()).toHaveLength(4);
});

it('has room again after the store failed', async () => {
  let fail = true;
  const inbound = (store: InboundStore) => ({
    append: (webhook: RoutedWebhook) => (fail ? Promise.reject(new Error('disk full')) : store.append(webhook)),
  });
  const rig = await ingestRig({ inbound, limits: { waiting: { webhooks: 1, bytes: MANY.bytes }, parsing: MANY } });
  await expect(rig.receive(one('wamid.1'))).rejects.toThrow('disk full');
  await expect(rig.receive(large('wamid.1'))).rejects.toThrow('disk full');
  fail = false;
  await rig.receive(large('wamid.1'));
  expect(await rig.metrics()).toMatch(/^dijla_ingest_parsing 0$/m);
});

it('bounds what is taken apart at once, and small webhooks pass by', async () => {
  const { inbound, catchUp } = slowStore();
  const size = large('wamid.1').length;
  const limits = { waiting: MANY, parsing: { webhooks: 9, bytes: 2 * size } };
  const rig = await ingestRig({ inbound, limits });
  const waiting = [rig.receive(large('wamid.1')), rig.receive(large('wamid.2'))];
  await expect(rig.receive(large('wamid.3'))).rejects.toMatchObject(OVERLOADED);
  waiting.push(rig.receive(one('wamid.4')));
  expect(await rig.metrics()).toContain(`\ndijla_ingest_parsing 2\n`);
  expect(await rig.metrics()).toContain(`\ndijla_ingest_parsing_bytes ${2 * size}\n`);
  expect(await rig.metrics()).toContain('\ndijla_ingest_backlog 3\n');
  catchUp();
  await Promise.all(waiting);
  expect(await rig.events()).toHaveLength(3);
});

it('asks for the signature before anything else, and refuses a forged flood without parsing or counting it', async () => {
  const { counted, cloudApi } = countingParser();
  const none = { webhooks: 0, bytes: 0 };
  const rig = await ingestRig({ cloudApi, limits: { waiting: none, parsing: none } });
  for (const secret of ['forged', 'guessed']) {
    await expect(rig.receive(one('wamid.1'), secret)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  }
  await expect(rig.receive(one('wamid.1'))).rejects.toMatchObject(OVERLOADED);
  expect(counted).toEqual({ small: 0, large: 0 });
});

it('hands a large webhook to the store in bounded parts, its bytes with the first, each after the one before', async () => {
  const parts: { items: number; bytes: boolean; id: string; before: number }[] = [];
  let stored = 0;
  const inbound = (store: InboundStore) => ({
    append: async (webhook: RoutedWebhook) => {
      const { items, body, id } = webhook;
      parts.push({ items: items.length, bytes: body !== null, id, before: stored });
      const appended = await store.append(webhook);
      stored += appended.stored;
      return appended;
    },
  });
  const rig = await ingestRig({ inbound });
  const word = (n: number) => ({ id: `wamid.${n}`, status: 'sent', timestamp: '1767225600', recipient_id: '9647700' });
  const body = batch(
    [],
    Array.from({ length: 10_000 }, (_, n) => word(n)),
  );
  await rig.receive(body);
  expect(parts.map(({ items }) => items)).toEqual(Array<number>(20).fill(500));
  expect(parts.map(({ bytes }) => bytes)).toEqual([true, ...Array<boolean>(19).fill(false)]);
  expect(parts.map(({ before }) => before)).toEqual(Array.from({ length: 20 }, (_, i) => 500 * i));
  expect(new Set(parts.map(({ id }) => id)).size).toBe(1);
  expect(rig.rawBodies().map((bytes) => Buffer.from(bytes).toString())).toEqual([body]);
});
