import { describe, expect, it } from 'vitest';
import { batchOf } from '../../src/sandbox/batch.ts';
import { seededRandom } from '../../src/sandbox/random.ts';
import { closeAfterEach, hello, list, object, type Stage, stage, wamidOf } from './support.ts';

closeAfterEach();

const to = '+9647700000000';
const deliver = (on: Stage, body: object) => on.control('POST', '/sandbox/delivery', body);
const writes = (on: Stage, body: object) => on.control('POST', '/sandbox/messages', body);

/** Many customers write, one after the other; then everything that is held goes out. */
async function writeMany(on: Stage, count: number): Promise<void> {
  for (let at = 0; at < count; at++) await writes(on, { from: `96477050000${10 + at}`, text: `no ${at}` });
  await deliver(on, {});
  await on.sandbox.idle();
}

function texts(on: Stage): unknown[] {
  return on.callback.messages().map((message) => object(message['text'])['body']);
}

describe('the delivery switches', () => {
  it('repeat every webhook with the very same bytes', async () => {
    const on = await stage();
    await deliver(on, { duplicates: 3 });
    await on.send({ to, ...hello });
    await on.sandbox.idle();
    expect(on.callback.statuses().map(({ status }) => status)).toHaveLength(9);
    expect(new Set(on.callback.received.map(({ raw }) => raw.toString())).size).toBe(3);
    await on.control('DELETE', '/sandbox/delivery');
    await writes(on, { text: 'once' });
    await on.sandbox.idle();
    expect(on.callback.messages()).toHaveLength(1);
  });

  it('shuffle by the seed, losing nothing', async () => {
    const orders: unknown[][] = [];
    for (const seed of [7, 7, 8]) {
      const on = await stage();
      await deliver(on, { shuffle: true, holdMs: 60_000, seed });
      await writeMany(on, 12);
      orders.push(texts(on));
    }
    const inOrder = Array.from({ length: 12 }, (_, at) => `no ${at}`);
    expect(orders[0]).toEqual(orders[1]);
    expect(orders[0]).not.toEqual(orders[2]);
    for (const order of orders) {
      expect(order).not.toEqual(inOrder);
      expect(order.toSorted()).toEqual(inOrder.toSorted());
    }
  });

  it('mix the statuses of one message', async () => {
    const on = await stage();
    await deliver(on, { shuffle: true, holdMs: 60_000, seed: 3 });
    const answer = await on.send({ to, ...hello });
    await expect.poll(async () => (await on.control('GET', '/sandbox/delivery')).body['held']).toBe(3);
    await deliver(on, {});
    await on.sandbox.idle();
    const order = on.callback.statuses(wamidOf(answer)).map(({ status }) => status);
    expect(order.toSorted()).toEqual(['delivered', 'read', 'sent']);
    expect(order).not.toEqual(['sent', 'delivered', 'read']);
  });

  it('put several changes into one POST, up to the size, and sign it', async () => {
    const on = await stage();
    await deliver(on, { batch: { size: 10, waitMs: 60_000 } });
    await writeMany(on, 25);
    expect(on.callback.received).toHaveLength(3);
    expect(on.callback.received.every(({ signatureValid }) => signatureValid)).toBe(true);
    expect(texts(on)).toEqual(Array.from({ length: 25 }, (_, at) => `no ${at}`));
  });

  it('batch in each of the ways that Meta does, with the contacts of what is merged', () => {
    const value = (from: string) => ({
      messaging_product: 'whatsapp',
      metadata: { phone_number_id: '1' },
      contacts: [{ wa_id: from }],
      messages: [{ from }],
    });
    const changes = Array.from({ length: 50 }, (_, at) => ({
      wabaId: '9',
      field: 'messages',
      value: value(`${at % 5}`),
    }));
    const entries = list(batchOf(changes, seededRandom(1)), 'entry');
    const values = entries.flatMap((entry) => list(entry, 'changes')).map((change) => object(change['value']));
    const messages = values.flatMap((one) => list(one, 'messages'));
    expect(messages.map(({ from }) => from)).toEqual(changes.map((_, at) => `${at % 5}`));
    expect(entries.length).toBeGreaterThan(1);
    expect(values.length).toBeGreaterThan(entries.length);
    expect(messages.length).toBeGreaterThan(values.length);
    for (const one of values) {
      const known = list(one, 'contacts').map((contact) => contact['wa_id']);
      expect(new Set(known)).toEqual(new Set(list(one, 'messages').map(({ from }) => from)));
    }
  });

  it('send a batch that does not fill in time', async () => {
    const on = await stage();
    await deliver(on, { batch: { size: 10, waitMs: 20 } });
    await writes(on, { text: 'alone' });
    await on.sandbox.idle();
    expect(texts(on)).toEqual(['alone']);
  });

  it('never put messages and statuses, or the changes of two accounts, into one value', () => {
    const metadata = { phone_number_id: '1' };
    const changes = [
      { wabaId: '9', field: 'messages', value: { metadata, messages: [{ id: 'a' }] } },
      { wabaId: '9', field: 'messages', value: { metadata, statuses: [{ id: 'b' }] } },
      { wabaId: '8', field: 'messages', value: { metadata, statuses: [{ id: 'c' }] } },
      { wabaId: '8', field: 'template_category_update', value: { id: 'd' }, time: 1 },
    ];
    for (let seed = 0; seed < 40; seed++) {
      const entries = list(batchOf(changes, seededRandom(seed)), 'entry');
      expect(entries.map(({ id }) => id).join()).toMatch(/^9(,9)?,8,8$/);
      expect(entries.at(-1)?.['time']).toBe(1);
      const values = entries.flatMap((entry) => list(entry, 'changes')).map(({ value }) => value);
      expect(values).toEqual(changes.map(({ value }) => value));
    }
  });

  it('stay below 3 MB in a POST', async () => {
    const on = await stage();
    await deliver(on, { batch: { size: 400, waitMs: 60_000 } });
    const text = 'ق'.repeat(4096);
    await writes(on, { text, duplicates: 100 });
    for (let at = 0; at < 3; at++) await writes(on, { text, duplicates: 100 });
    await on.callback.count(4);
    expect(Math.max(...on.callback.received.map(({ raw }) => raw.length))).toBeLessThan(3 * 1024 * 1024);
    expect(on.callback.messages()).toHaveLength(400);
  });

  it('leave out delivered, and tell the price with read instead', async () => {
    const on = await stage();
    await deliver(on, { skipDelivered: true });
    await on.send({ to, ...hello });
    await on.sandbox.idle();
    expect(on.callback.statuses()).toMatchObject([
      { status: 'sent', pricing: { category: 'utility' } },
      { status: 'read', pricing: { category: 'utility' } },
    ]);
  });

  it('delay each webhook', async () => {
    const on = await stage();
    await deliver(on, { delayMs: 60_000 });
    await writes(on, { text: 'late' });
    await deliver(on, { delayMs: 0 });
    await writes(on, { text: 'early' });
    await on.callback.count(1);
    expect(texts(on)).toEqual(['early']);
  });

  it('let the sandbox close while webhooks are held', async () => {
    const on = await stage();
    await deliver(on, { batch: { size: 100, waitMs: 60_000 } });
    await on.send({ to: '+9647700000002', ...hello });
    await on.control('POST', '/sandbox/templates/hello_world', { quality: 'RED' });
    await on.sandbox.close();
    expect(on.callback.received).toEqual([]);
  });

  it('name a conversation for every message up to v23.0', async () => {
    const on = await stage();
    await deliver(on, { version: 'v23.0' });
    await on.send({ to, ...hello });
    await on.sandbox.idle();
    const [sent, delivered, read] = on.callback.statuses();
    expect(sent?.['conversation']).toEqual({
      id: expect.stringMatching(/^\d{16}$/),
      expiration_timestamp: expect.stringMatching(/^\d{10}$/),
      origin: { type: 'utility' },
    });
    const { id, origin } = object(sent?.['conversation']);
    expect(delivered?.['conversation']).toEqual({ id, origin });
    expect(read).not.toHaveProperty('conversation');
  });

  it('show themselves, and refuse what they do not know', async () => {
    const on = await stage();
    await deliver(on, { batch: { size: 5 }, seed: 9 });
    expect((await on.control('GET', '/sandbox/delivery')).body).toMatchObject({
      duplicates: 1,
      shuffle: false,
      batch: { size: 5, waitMs: 1000 },
      seed: 9,
    });
    for (const [body, sentence] of [
      [{ duplicates: 0 }, '`duplicates` must be a whole number from 1 to 100'],
      [{ batch: { size: 1001 } }, '`batch` must be null or'],
      [{ shufle: true }, '`shufle` is not known here. There are: duplicates, shuffle'],
    ] as const) {
      expect((await deliver(on, body)).body['error']).toContain(sentence);
    }
  });
});
