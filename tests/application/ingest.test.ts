import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCloudApi } from '../../src/adapters/meta/cloud-api.ts';
import { openStore } from '../../src/adapters/store/open.ts';
import { createLocalWakeup } from '../../src/adapters/wakeup.ts';
import { createIngest } from '../../src/application/ingest.ts';
import { createNumbers } from '../../src/application/numbers.ts';
import { createRouting } from '../../src/application/routing.ts';
import type { InboundStore } from '../../src/ports/store.ts';
import { silentLog, testSystem } from './support.ts';

const NUMBER = '100000000000001';

async function setUp(replace: (store: InboundStore) => InboundStore = (store) => store) {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'));
  const store = await openStore({ url: `file:${join(folder, 'store.db')}`, mode: 'sandbox', log: silentLog });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  const system = testSystem();
  const numbers = createNumbers(store.numbers);
  await numbers.register({
    id: `num_${NUMBER}`,
    tenantId: 'dijla',
    phoneNumberId: NUMBER,
    display: '+9647800000001',
    wabaId: '2',
    credentials: 'master',
  });
  const wakeup = createLocalWakeup();
  const woken: string[] = [];
  onTestFinished(wakeup.subscribe((tenantId) => void woken.push(tenantId)));
  const ingest = createIngest({
    appSecrets: ['old-secret', 'new-secret'],
    verifyTokens: ['verify-me'],
    cloudApi: createCloudApi({ graphUrl: 'http://127.0.0.1:9', version: 'v25.0' }),
    store: replace(store.inbound),
    routing: createRouting({ numbers, ids: system.ids }),
    wakeup,
    system,
  });
  const receive = (body: string | Buffer, secret = 'new-secret') =>
    ingest.receive(Buffer.from(body), `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
  const events = () => store.events.page('dijla', 0, 10_000);
  return { ingest, receive, events, store, woken };
}

function text(id: string, body: string, phoneNumberId = NUMBER) {
  const message = { from: '9647700000000', id, timestamp: '1767225600', type: 'text', text: { body } };
  return { metadata: { phone_number_id: phoneNumberId, display_phone_number: '9647800000001' }, messages: [message] };
}

function webhook(...values: object[]): string {
  const changes = values.map((value) => ({ field: 'messages', value: { messaging_product: 'whatsapp', ...value } }));
  return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '2', changes }] });
}

describe('the handshake', () => {
  it('answers with the challenge when the token is ours', async () => {
    const { ingest } = await setUp();
    expect(ingest.handshake({ mode: 'subscribe', token: 'verify-me', challenge: '1158201444' })).toBe('1158201444');
  });

  it.each([
    ['subscribe', 'guess'],
    ['unsubscribe', 'verify-me'],
    ['', ''],
  ])('is refused for mode "%s" and token "%s"', async (mode, token) => {
    const { ingest } = await setUp();
    expect(() => ingest.handshake({ mode, token, challenge: 'x' })).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN' }),
    );
  });
});

describe('a webhook', () => {
  it('is stored item by item before it is acknowledged, and wakes the readers', async () => {
    const { receive, events, woken } = await setUp();
    await receive(webhook(text('wamid.1', 'one'), text('wamid.2', 'two')));
    expect((await events()).map(({ seq, body }) => [seq, body.message?.text])).toEqual([
      [1, 'one'],
      [2, 'two'],
    ]);
    await expect.poll(() => woken).toEqual(['dijla']);
  });

  it('is taken under an older secret while secrets are rotated', async () => {
    const { receive, events } = await setUp();
    await receive(webhook(text('wamid.1', 'one')), 'old-secret');
    expect(await events()).toHaveLength(1);
  });

  it('is refused and leaves no trace under a wrong signature', async () => {
    const { ingest, receive, events } = await setUp();
    const body = webhook(text('wamid.1', 'one'));
    await expect(receive(body, 'wrong')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(ingest.receive(Buffer.from(body), null)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await events()).toEqual([]);
  });

  it('is stored once, however often it comes and however many copies come together', async () => {
    const { receive, events } = await setUp();
    const body = webhook(text('wamid.1', 'one'));
    await Promise.all(Array.from({ length: 20 }, () => receive(body)));
    await receive(webhook(text('wamid.1', 'one'), text('wamid.2', 'two')));
    expect((await events()).map(({ body }) => body.message?.whatsappId)).toEqual(['wamid.1', 'wamid.2']);
  });

  it('for a number that nobody has is told to the operator as unrouted', async () => {
    const { receive, events } = await setUp();
    await receive(webhook(text('wamid.1', 'lost', '999')));
    expect(await events()).toMatchObject([
      { type: 'unrouted', body: { data: { phoneNumberId: '999', value: { id: 'wamid.1' } } } },
    ]);
  });

  it('of a field that this release does not know is kept and told as it came', async () => {
    const { receive, events } = await setUp();
    const value = { something: ['new', { deep: true }] };
    await receive(JSON.stringify({ entry: [{ id: '2', changes: [{ field: 'brand_new', value }] }] }));
    expect(await events()).toMatchObject([{ type: 'platform', body: { data: { field: 'brand_new' } } }]);
  });

  it.each([
    ['no JSON', '{"entry": [', 0],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00]), 0],
    [
      'a bad item beside a good one',
      webhook({ metadata: { phone_number_id: NUMBER }, messages: ['?'] }, text('wamid.1', 'fine')),
      1,
    ],
  ])('that holds %s is acknowledged, and its neighbours are stored', async (_what, body, stored) => {
    const { receive, events } = await setUp();
    await receive(body);
    expect((await events()).filter(({ type }) => type === 'inbound_message')).toHaveLength(stored);
  });

  it('of more than a thousand items is stored whole', async () => {
    const { receive, events } = await setUp();
    const messages = Array.from({ length: 2_500 }, (_, n) => text(`wamid.${n}`, String(n)).messages[0]);
    await receive(webhook({ metadata: { phone_number_id: NUMBER }, messages }));
    const texts = (await events()).map(({ body }) => body.message?.text);
    expect(texts).toEqual(Array.from({ length: 2_500 }, (_, n) => String(n)));
  });

  it('is left to Meta to repeat while too many wait for the store', async () => {
    const { receive } = await setUp((store) => ({ ...store, append: store.append, backlog: () => 2_000 }));
    await expect(receive(webhook(text('wamid.1', 'one')))).rejects.toMatchObject({ code: 'OVERLOADED' });
  });
});
