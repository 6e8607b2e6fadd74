import { expect, it } from 'vitest';
import { draft } from '../ports/fixtures.ts';
import { ingestRig, NUMBER, status, text, webhook } from './ingesting.ts';

const NEIGHBOUR = text('wamid.neighbour', 'fine');
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
/** A webhook whose text is `inside` in a message of its own, with a good neighbour in the same list. */
const beside = (inside: string) =>
  webhook({ ...NEIGHBOUR, messages: ['?', ...NEIGHBOUR.messages] }).replace('"?"', inside);

it.each<[string, string | Uint8Array]>([
  ['nothing', ''],
  ['no JSON', '{"entry": ['],
  ['bytes that are no text', Buffer.concat([Buffer.from(webhook(NEIGHBOUR)), Buffer.from([0xff, 0xed, 0xa0, 0x80])])],
  ['UTF-16', Buffer.from(webhook(NEIGHBOUR), 'utf16le')],
  ['100,000 levels', nested(100_000)],
  ['65 levels around a good item', webhook(NEIGHBOUR).replace('"fine"', nested(65))],
  ['a list', '[1, 2]'],
  ['entries of a strange kind', '{"entry":[7,{"changes":"x"},{"changes":[null]}]}'],
])('keeps %s byte for byte, quarantined', async (_what, body) => {
  const rig = await ingestRig();
  await rig.receive(body);
  expect(rig.rawBodies().map((bytes) => Buffer.from(bytes))).toEqual([Buffer.from(body)]);
  const [kept, ...others] = await rig.quarantined();
  expect(others).toEqual([]);
  expect(Buffer.from((await rig.store.quarantine.body(kept?.id ?? '')) ?? [])).toEqual(Buffer.from(body));
  expect(await rig.metrics()).toMatch(/^dijla_webhooks_total\{result="quarantined"\} 1$/m);
  // The process lives, and takes the next one.
  await rig.receive(webhook(text('wamid.next', 'next')));
  expect((await rig.events()).at(-1)?.body.message?.text).toBe('next');
});

it.each([
  ['a NUL in its text', String.raw`{"id":"wamid.1","type":"text","text":{"body":"a\u0000b"}}`, 'inbound_message'],
  ['a NUL in its id', String.raw`{"id":"wamid.\u0000","type":"text","text":{"body":"a"}}`, 'platform'],
  ['lone surrogates', String.raw`{"id":"wamid.1","type":"text","text":{"body":"\ud800 \udc00"}}`, 'inbound_message'],
  ['lone surrogates as keys', String.raw`{"id":"wamid.1","type":"\udfff","\udfff":{"\ud800":1}}`, 'inbound_message'],
  [
    'unknown fields',
    '{"id":"wamid.1","type":"text","text":{"body":"a","new":[1]},"newer":{"x":null}}',
    'inbound_message',
  ],
  ['an unknown type', '{"id":"wamid.1","type":"hologram","hologram":{"rays":[1,2,3]}}', 'inbound_message'],
  [
    'keys that name prototypes',
    '{"id":"wamid.1","__proto__":{"a":1},"constructor":2,"type":"toString"}',
    'inbound_message',
  ],
  ['a key twice', '{"id":"wamid.0","id":"wamid.1","type":"text","text":{"body":"a"}}', 'inbound_message'],
  [
    'huge numbers',
    '{"id":"wamid.1","timestamp":1e400,"type":"order","order":{"n":123456789012345678901}}',
    'inbound_message',
  ],
  ['no id', '{"type":"text","text":{"body":"a"}}', 'platform'],
  ['another kind of value', '[[],{},null,1.5]', 'platform'],
])('keeps an item with %s, with its neighbour, byte for byte', async (_what, item, type) => {
  const rig = await ingestRig();
  const body = beside(item);
  await rig.receive(body);
  await rig.receive(body);
  const events = await rig.events();
  expect(events.map((event) => event.type)).toEqual([type, 'inbound_message']);
  expect(events.at(-1)?.body.message).toMatchObject({ whatsappId: 'wamid.neighbour', text: 'fine' });
  const raw = type === 'platform' ? { value: { messages: [JSON.parse(item)] } } : JSON.parse(item);
  const told = type === 'platform' ? events[0]?.body.data : events[0]?.body.message?.raw;
  if (item.includes('1e400')) expect(told).toMatchObject({ timestamp: '1e400', order: { n: '123456789012345678901' } });
  else if (type === 'platform') expect(told).toMatchObject({ value: { field: 'messages', ...raw } });
  else expect(JSON.stringify(told)).toBe(JSON.stringify(raw));
  expect(rig.rawBodies().map((bytes) => Buffer.from(bytes).toString())).toEqual([body, body]);
  expect(await rig.quarantined()).toEqual([]);
});

it('understands a body behind a byte order mark', async () => {
  const rig = await ingestRig();
  await rig.receive(`\ufeff${webhook(NEIGHBOUR)}`);
  expect(await rig.events()).toHaveLength(1);
  expect(rig.rawBodies()[0]?.subarray(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
});

it('keeps an item of 3 MB as bytes, tells it cut, and its neighbours whole', async () => {
  const rig = await ingestRig();
  const huge = { ...text('wamid.huge', 'ب'.repeat(1_500_000)).messages[0] };
  const body = webhook({ ...NEIGHBOUR, messages: [huge, ...NEIGHBOUR.messages] });
  await rig.receive(body);
  const [cut, whole] = (await rig.events()).map(({ body: { message } }) => message);
  expect(cut).toMatchObject({
    whatsappId: 'wamid.huge',
    raw: { _truncated: true, bytes: Buffer.byteLength(JSON.stringify(huge)) },
    text: `${'ب'.repeat(4_096)}…`,
  });
  expect(whole).toMatchObject({ text: 'fine', raw: NEIGHBOUR.messages[0] });
  expect(Buffer.from(rig.rawBodies()[0] ?? []).equals(Buffer.from(body))).toBe(true);
});

it('keeps a status whose message is not known yet, and applies it when it is', async () => {
  const rig = await ingestRig();
  await rig.receive(webhook(status('wamid.out', 'delivered')));
  await rig.receive(webhook(status('wamid.out', 'delivered'), status('wamid.other', 'read')));
  expect(await rig.events()).toEqual([]);
  const message = await sentDirectly(rig, 'wamid.out');
  expect((await rig.store.messages.getMany('dijla', [message]))[0]).toMatchObject({ status: 'DELIVERED' });
  expect((await rig.events()).filter(({ body }) => body.status === 'DELIVERED')).toHaveLength(1);
});

it('settles a send by the handle in its status when that comes before the answer', async () => {
  const rig = await ingestRig();
  const id = await sentDirectly(rig, null);
  const word = () => status('wamid.out', 'sent', { biz_opaque_callback_data: `${id}:1` });
  await rig.receive(webhook(word()));
  await rig.receive(webhook(word()));
  expect((await rig.store.messages.getMany('dijla', [id]))[0]).toMatchObject({
    status: 'SENT',
    whatsappId: 'wamid.out',
  });
  const answer = { messages: [{ id: 'wamid.out' }] };
  await settle(rig, id, 'wamid.out', answer);
  expect((await rig.store.messages.getMany('dijla', [id]))[0]).toMatchObject({ status: 'SENT', answer });
  expect((await rig.events()).filter(({ body }) => body.status === 'SENT')).toHaveLength(1);
});

type Rig = Awaited<ReturnType<typeof ingestRig>>;

const settle = (rig: Rig, id: string, whatsappId: string, answer: { messages: { id: string }[] }) =>
  rig.store.outbox.settle('dijla', id, 1, { kind: 'accepted', whatsappId, held: false, answer }, 0);

/** A send that is on the wire, and answered when a `wamid` is given. */
async function sentDirectly(rig: Rig, whatsappId: string | null): Promise<string> {
  const outcome = await rig.store.outbox.accept({
    ...draft({ direct: true, tenantId: 'dijla' }),
    number: { id: `num_${NUMBER}`, phoneNumberId: NUMBER, display: '' },
  });
  if (outcome.kind !== 'accepted') throw new Error(`expected an accepted send, got ${outcome.kind}`);
  if (whatsappId !== null) await settle(rig, outcome.message.id, whatsappId, { messages: [{ id: whatsappId }] });
  return outcome.message.id;
}
