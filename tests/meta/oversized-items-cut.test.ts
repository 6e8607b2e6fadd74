import { expect, test } from 'vitest';
import type { InboundItem } from '../../src/domain/inbound.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { changeBody, messagesBody, only, parse } from './support.ts';

const KIB = 1024;
const long = (kib: number) => 'x'.repeat(kib * KIB);
const size = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const readMessage = (message: JsonObject, more: JsonObject = {}) => {
  const item = only(
    parse(messagesBody({ messages: [{ id: 'wamid.1', from: '9647700000000', ...message }], ...more })).items,
  );
  if (item.kind !== 'message') throw new Error(`expected a message, got a ${item.kind}`);
  return item;
};
/** What a log row repeats of an item: its raw JSON, its content, and the words of its content. */
const rowSize = (item: InboundItem) => size(item) + (item.kind === 'message' ? size(item.content) : 0);

test('an item up to 256 KiB is whole; beyond, its raw is a marker with its size', () => {
  const message = (kib: number) => ({ type: 'text', text: { body: 'short' }, padding: long(kib) });
  expect(readMessage(message(255)).raw).toMatchObject({ padding: long(255) });
  const cut = readMessage(message(256));
  expect(cut.raw).toEqual({ _truncated: true, bytes: size({ id: 'wamid.1', from: '9647700000000', ...message(256) }) });
  expect(cut.content).toMatchObject({ body: 'short' });
  expect([cut.whatsappId, cut.from.phone]).toEqual(['wamid.1', '+9647700000000']);
});

test('the size is in bytes, not characters', () => {
  expect(readMessage({ type: 'new', padding: 'ب'.repeat(140 * KIB) }).raw).toMatchObject({ _truncated: true });
});

test('a status and a notice are cut alike, and keep their keys', () => {
  const status = { id: 'wamid.1', status: 'sent', timestamp: '1760000000', padding: long(300) };
  const cut = only(parse(messagesBody({ statuses: [status] })).items);
  expect(cut).toMatchObject({ kind: 'status', status: 'SENT', raw: { _truncated: true, bytes: size(status) } });
  const notice = (padding: string) => only(parse(changeBody('flows', { padding })).items);
  expect(notice(long(300)).raw).toMatchObject({ _truncated: true });
  expect(notice(`${long(300)}a`).key).not.toBe(notice(`${long(300)}b`).key);
  expect(notice(`${long(300)}a`).key).toBe(notice(`${long(300)}a`).key);
});

test('a text is cut between characters', () => {
  const { content } = readMessage({ type: 'text', text: { body: `x${'👋'.repeat(60 * KIB)}` } });
  const body = content.kind === 'text' ? content.body : '';
  expect(body.isWellFormed()).toBe(true);
  expect(body).toBe(`x${'👋'.repeat(2_047)}…`);
});

test('content of 64 KiB is whole, whatever the raw', () => {
  const { content, raw } = readMessage({ type: 'text', text: { body: long(63) }, padding: long(300) });
  expect(content).toMatchObject({ body: long(63) });
  expect(raw).toMatchObject({ _truncated: true });
});

const HUGE = long(900);
const TYPES: readonly JsonObject[] = [
  { type: 'text', text: { body: HUGE } },
  { type: 'image', image: { id: '1', caption: HUGE, mime_type: HUGE, sha256: HUGE } },
  { type: 'document', document: { filename: HUGE } },
  { type: 'location', location: { latitude: 1, longitude: 2, name: HUGE, address: HUGE } },
  { type: 'contacts', contacts: [{ name: { formatted_name: HUGE } }] },
  { type: 'button', button: { payload: HUGE, text: HUGE } },
  {
    type: 'interactive',
    interactive: { type: 'list_reply', list_reply: { id: HUGE, title: HUGE, description: HUGE } },
  },
  { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { response_json: HUGE, body: HUGE } } },
  { type: 'interactive', interactive: { call_permission_reply: { response: HUGE } } },
  { type: 'reaction', reaction: { message_id: 'wamid.2', emoji: HUGE } },
  { type: 'order', order: { text: HUGE } },
  { type: HUGE, [HUGE]: HUGE },
  { type: 'order', order: { text: HUGE, product_items: [{ product_retailer_id: HUGE, currency: HUGE }] } },
  { type: 'order', order: { product_items: Array<JsonObject>(9_000).fill({ product_retailer_id: 'x'.repeat(90) }) } },
  { type: 'edit', edit: { original_message_id: 'wamid.2', message: { type: 'text', text: { body: HUGE } } } },
  {
    type: 'unsupported',
    unsupported: { type: HUGE },
    errors: [{ code: 1, title: HUGE, error_data: { details: HUGE } }],
  },
  { type: 'location', location: { latitude: 1, longitude: 2, url: HUGE } },
  { type: 'text', text: { body: 'x' }, referral: { headline: HUGE, body: HUGE, source_url: HUGE, ref: HUGE } },
  { type: 'text', text: { body: 'x' }, context: { referred_product: { catalog_id: HUGE } } },
  { type: 'order', order: { numbers: Array<number>(200 * KIB).fill(1e15) } },
];
test.each(TYPES.map((message) => [JSON.stringify(message).slice(0, 60), message] as const))(
  'nothing of %s is too large to deliver',
  (_what, message) => {
    const contacts = [{ wa_id: '9647700000000', profile: { name: HUGE, username: HUGE } }];
    const item = readMessage(message, { contacts });
    expect(rowSize(item)).toBeLessThan(128 * KIB);
    expect(item.raw).toMatchObject({ _truncated: true });
    expect(item.from.name).toHaveLength(513);
  },
);

test('a flow whose answers are too large has a marker in their place, as JSON text', () => {
  const reply = { type: 'nfm_reply', nfm_reply: { response_json: HUGE } };
  const { content } = readMessage({ type: 'interactive', interactive: reply });
  const response = content.kind === 'interactive_reply' ? content.response : null;
  expect(JSON.parse(response ?? '')).toEqual({ _truncated: true, bytes: 900 * KIB + 2 });
});

test('a flow whose answers are too large has none parsed', () => {
  const reply = { type: 'nfm_reply', nfm_reply: { response_json: JSON.stringify({ a: HUGE }) } };
  expect(readMessage({ type: 'interactive', interactive: reply }).content).not.toHaveProperty('answers');
});

test("a status's words are bounded: error, price and handle", () => {
  const item = only(
    parse(
      messagesBody({
        statuses: [
          {
            id: 'wamid.1',
            status: 'failed',
            errors: [{ code: 1, title: HUGE, message: HUGE, error_data: { details: HUGE }, fbtrace_id: HUGE }],
            pricing: { pricing_model: HUGE, type: HUGE, category: HUGE },
            biz_opaque_callback_data: HUGE,
          },
        ],
      }),
    ).items,
  );
  expect(rowSize(item)).toBeLessThan(16 * KIB);
});

test('what a body of 64 KiB may become needs no cut', () => {
  const numbers = Array<number>(12 * KIB).fill(1e15);
  const body = JSON.stringify(messagesBody({ messages: [{ id: 'wamid.1', type: 'order', order: { numbers } }] }));
  const terse = body.replaceAll('1000000000000000', '1e15');
  expect(terse.length).toBeLessThan(64 * KIB);
  const item = only(parse(JSON.parse(body)).items);
  expect(rowSize(item)).toBeLessThan(1_000 * KIB);
  const nfm_reply = {
    response_json: `[${Array<string>(12 * KIB)
      .fill('1e15')
      .join()}]`,
  };
  const flow = readMessage({ type: 'interactive', interactive: { nfm_reply } });
  expect(flow.content).toHaveProperty('answers');
  expect(rowSize(flow)).toBeLessThan(1_000 * KIB);
});
