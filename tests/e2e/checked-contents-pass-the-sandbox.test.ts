import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JsonObject } from '../../src/domain/json.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';

const PERSON = '9647700000031';
const LINK = 'https://example.com/file';
const NAME = { formatted_name: 'Zainab Ali', first_name: 'Zainab', suffix: 'Jr.' };
const BODY = { text: 'Which?' };
const REPLY = { type: 'reply', reply: { id: 'a', title: 'A' } };

let gateway: TestGateway;
let wamid: string;

const post = async (path: string, body: object) => {
  const answer = await gateway.call('POST', path, body);
  return { status: answer.status, body: await answer.json() };
};
const reply = (message: object) => post('/api/v1/whatsapp/reply', { message: { to: PERSON, ...message } });

beforeAll(async () => {
  gateway = await startGateway();
  await post('/sandbox/messages', { from: PERSON, text: 'Hello!' });
  const [written] = await inbound();
  wamid = written?.whatsappId ?? '';
});
afterAll(() => gateway.close());

async function inbound(): Promise<{ readonly whatsappId: string }[]> {
  await gateway.app.sandbox?.idle();
  const query = '{ conversations { edges { node { messages { edges { node { direction whatsappId } } } } } } }';
  const { body } = await post('/graphql', { query });
  interface Edges<Node> {
    readonly edges: readonly { readonly node: Node }[];
  }
  type Row = { readonly direction: string; readonly whatsappId: string };
  const found: Edges<{ readonly messages: Edges<Row> }> = body.data.conversations;
  const rows = found.edges.flatMap(({ node }) => node.messages.edges.map((edge) => edge.node));
  return rows.filter(({ direction }) => direction === 'INBOUND');
}

const interactive = (value: JsonObject) => ({ type: 'interactive', interactive: { body: BODY, ...value } });

it.each<[string, object | (() => object)]>([
  ['a text', { text: 'x'.repeat(4_096) }],
  ['an image', { type: 'image', image: { link: LINK, caption: 'x'.repeat(1_024) } }],
  ['a video', { type: 'video', mediaUrl: LINK, caption: 'c' }],
  ['an audio', { type: 'audio', audio: { link: LINK, voice: true } }],
  ['a document', { type: 'document', mediaUrl: LINK, filename: 'a.pdf', caption: 'c' }],
  ['a sticker', { type: 'sticker', mediaUrl: LINK }],
  ['a location', { type: 'location', location: { latitude: -90, longitude: 180, name: 'n', address: 'a' } }],
  ['contacts', { type: 'contacts', contacts: [{ name: NAME, phones: [{ phone: '1' }], birthday: '2000-02-29' }] }],
  ['a reaction', () => ({ type: 'reaction', reaction: { message_id: wamid, emoji: '👍🏽' } })],
  ['a reaction taken back', () => ({ type: 'reaction', reaction: { message_id: wamid, emoji: '' } })],
  ['a quoted text', () => ({ text: 'quoted', replyTo: wamid })],
  [
    'buttons',
    interactive({
      type: 'button',
      header: { type: 'document', document: { link: LINK, filename: 'a.pdf' } },
      footer: { text: 'x'.repeat(60) },
      action: { buttons: [REPLY, { type: 'reply', reply: { id: 'x'.repeat(256), title: 'x'.repeat(20) } }] },
    }),
  ],
  [
    'a list',
    interactive({
      type: 'list',
      body: { text: 'x'.repeat(4_096) },
      header: { type: 'text', text: 'x'.repeat(60) },
      action: {
        button: 'x'.repeat(20),
        sections: [
          {
            title: 'x'.repeat(24),
            rows: [{ id: 'x'.repeat(200), title: 'x'.repeat(24), description: 'x'.repeat(72) }],
          },
          { title: 'Two', rows: [{ id: '2', title: 'Two' }] },
        ],
      },
    }),
  ],
  [
    'a link button',
    interactive({
      type: 'cta_url',
      action: { name: 'cta_url', parameters: { display_text: 'x'.repeat(20), url: LINK } },
    }),
  ],
  ['a request for a place', interactive({ type: 'location_request_message', action: { name: 'send_location' } })],
  ['a product', interactive({ type: 'product', action: { catalog_id: '1', product_retailer_id: 'sku' } })],
  [
    'products',
    interactive({
      type: 'product_list',
      header: { type: 'text', text: 'Shelf' },
      action: { catalog_id: '1', sections: [{ title: 'One', product_items: [{ product_retailer_id: 'sku' }] }] },
    }),
  ],
  ['a catalogue', interactive({ type: 'catalog_message', action: { name: 'catalog_message' } })],
  [
    'cards',
    interactive({
      type: 'carousel',
      action: {
        cards: [0, 1].map((index) => ({
          card_index: index,
          type: 'cta_url',
          header: { type: 'image', image: { link: LINK } },
          action: { name: 'cta_url', parameters: { display_text: 'Open', url: LINK } },
        })),
      },
    }),
  ],
  ['a call button', interactive({ type: 'voice_call', action: { name: 'voice_call' } })],
  ['a request for the number', interactive({ type: 'request_contact_info', action: { name: 'request_contact_info' } })],
  [
    'a flow',
    interactive({
      type: 'flow',
      action: { name: 'flow', parameters: { flow_message_version: '3', flow_cta: 'Go', flow_id: '1' } },
    }),
  ],
])("passes Meta's stand-in once it has passed here: %s", async (_name, message) => {
  const { status, body } = await reply(typeof message === 'function' ? message() : message);
  expect([status, body.error]).toEqual([200, undefined]);
  expect(body.messageId).toMatch(/^wamid\./);
});

it('leaves the word on a newer type to Meta', async () => {
  const { status, body } = await reply({ type: 'pin', pin: { type: 'pin', message_id: wamid, expiration_days: 7 } });
  expect([status, body.error.code, body.error.meta.code]).toEqual([422, 'REJECTED_BY_META', 131051]);
});

it('never calls Meta with what it refuses', async () => {
  const { status, body } = await reply({ text: 'x'.repeat(4_097) });
  expect([status, body.error.code, body.error.field]).toEqual([400, 'INVALID_INPUT', 'message.text']);
  expect(body.error.message).toContain('4096 characters here; this has 4097');
  expect(body.error.meta ?? null).toBe(null);
});
