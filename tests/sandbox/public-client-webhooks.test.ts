import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Audio, Template, Text } from 'whatsapp-api-js/messages';
import { type Client, publicClient, user, userId } from './public-client.ts';
import { closeAfterEach, FIRST, object } from './support.ts';

closeAfterEach();

let client: Client;

beforeEach(async () => {
  client = await publicClient();
});

afterEach(() => client.close());

describe('a public client understands', () => {
  const media = { id: expect.stringMatching(/^\d+$/), sha256: expect.stringMatching(/=$/), url: expect.any(String) };
  const order = {
    catalog_id: '1',
    product_items: [{ product_retailer_id: 's', quantity: 1, item_price: 5, currency: 'IQD' }],
  };

  it.each([
    ['text', { text: 'مرحبا 👋 /' }, { text: { body: 'مرحبا 👋 /' } }],
    ['image', { type: 'image', image: { caption: 'Look' } }, { image: { ...media, caption: 'Look' } }],
    ['video', { type: 'video' }, { video: media }],
    ['audio', { type: 'audio' }, { audio: { ...media, voice: true } }],
    ['document', { type: 'document' }, { document: { ...media, filename: 'sandbox.pdf' } }],
    ['sticker', { type: 'sticker', sticker: { animated: true } }, { sticker: { ...media, animated: true } }],
    ['location', { type: 'location' }, { location: { latitude: 33.3152 } }],
    [
      'contacts',
      { type: 'contacts', contacts: [{ origin: 'contact_request', name: { formatted_name: 'Noor' } }] },
      { contacts: [{ origin: 'contact_request' }] },
    ],
    [
      'interactive',
      { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 's', title: 'Small' } } },
      { interactive: { type: 'list_reply', list_reply: { id: 's' } } },
    ],
    ['button', { type: 'button', button: { payload: 'p', text: 'Yes' } }, { button: { payload: 'p', text: 'Yes' } }],
    ['reaction', { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍' } }, { reaction: { emoji: '👍' } }],
    ['order', { type: 'order', order }, { order }],
    ['unsupported', { type: 'unsupported' }, { errors: [{ code: 131051 }] }],
    ['request_welcome', { type: 'request_welcome' }, {}],
    ['text', { text: 'x', frequentlyForwarded: true }, { context: { frequently_forwarded: true } }],
  ])('%s as %j', async (type, what, expected) => {
    const id = await client.write({ ...what, name: 'Noor' });
    expect(client.heard).toMatchObject([
      {
        event: 'message',
        told: {
          phoneID: FIRST.number,
          from: '9647700000000',
          name: 'Noor',
          contact: { wa_id: '9647700000000', user_id: expect.stringMatching(/^IQ\./) },
          message: { id, type, timestamp: expect.stringMatching(/^\d+$/), ...expected },
        },
      },
    ]);
  });

  it('somebody without a visible phone', async () => {
    await client.write({ userId, text: 'hi' });
    expect(client.heard).toMatchObject([
      { told: { from: userId, contact: { user_id: userId, profile: { username: 'dijla.reader' } } } },
    ]);
    expect(object(client.heard[0]?.told['contact'])['wa_id']).toBeUndefined();
  });

  it('a change of number', async () => {
    await client.on.control('POST', '/sandbox/people/9647700000000/change', { phone: '9647700000055' });
    await client.on.sandbox.idle();
    expect(client.heard).toMatchObject([
      { told: { message: { type: 'system', system: { type: 'user_changed_number', wa_id: '9647700000055' } } } },
    ]);
  });

  it('statuses, with price, own data and conversation', async () => {
    await client.on.control('POST', '/sandbox/delivery', { version: 'v23.0' });
    await client.api.sendMessage(FIRST.number, user, new Template('hello_world', 'en_US'), undefined, 'own-1');
    await client.on.sandbox.idle();
    const own = {
      phoneID: FIRST.number,
      phone: '9647700000000',
      biz_opaque_callback_data: 'own-1',
      type: 'individual',
    };
    expect(client.heard.map(({ told }) => told)).toMatchObject([
      {
        ...own,
        status: 'sent',
        pricing: { pricing_model: 'PMP', category: 'utility' },
        conversation: { origin: { type: 'utility' } },
      },
      { ...own, status: 'delivered', pricing: { type: 'regular' } },
      { ...own, status: 'read' },
    ]);
  });

  it('a failure, and that a voice note was heard', async () => {
    await client.send(new Text('too late'));
    await client.on.sandbox.idle();
    expect(client.heard).toMatchObject([{ told: { status: 'failed', error: { code: 131047 } } }]);
    await client.write({ text: 'hi' });
    await client.send(new Audio('https://a.example/v.ogg', false, true));
    await client.on.sandbox.idle();
    expect(client.heard.at(-1)).toMatchObject({ told: { status: 'played' } });
  });

  it('a call and its end', async () => {
    const path = '/sandbox/people/9647700000000/call';
    const { callId } = (await client.on.control('POST', path, {})).body;
    await client.on.sandbox.idle();
    await client.on.control('POST', path, { event: 'terminate', callId });
    await client.on.sandbox.idle();
    expect(client.heard).toMatchObject([
      { event: 'call connect', told: { from: '9647700000000', call: { id: callId, session: { sdp_type: 'offer' } } } },
      { event: 'call terminate', told: { call: { id: callId, status: 'COMPLETED', duration: 30 } } },
    ]);
  });
});
