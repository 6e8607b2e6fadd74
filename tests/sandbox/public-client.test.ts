import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ActionButtons,
  ActionCallPermission,
  ActionCatalog,
  ActionContactRequest,
  ActionCTA,
  ActionDataExchangeFlow,
  ActionList,
  ActionLocation,
  ActionNavigateFlow,
  ActionProduct,
  ActionProductList,
  Audio,
  Birthday,
  Body,
  BodyComponent,
  BodyParameter,
  Button,
  CatalogProduct,
  Contacts,
  Document,
  Email,
  Footer,
  Header,
  HeaderComponent,
  HeaderParameter,
  Image,
  Interactive,
  ListSection,
  Location,
  Name,
  PayloadComponent,
  Phone,
  Product,
  ProductSection,
  Reaction,
  Row,
  SkipButtonComponent,
  Sticker,
  Template,
  Text,
  URLComponent,
  Video,
} from 'whatsapp-api-js/messages';
import { WhatsAppAPI } from 'whatsapp-api-js/middleware/node-http';
import type { ClientMessage } from 'whatsapp-api-js/types';
import { APP_SECRET, closeAfterEach, FIRST, object, type Stage, stage, VERIFY_TOKEN } from './support.ts';

closeAfterEach();

/** With both, as this client has it from a message: Meta goes by the phone. */
const user = { phone: '+9647700000000', bsuid: 'IQ.1234567890123456' };
const userId = 'IQ.1349120865530274';

/** A widely used client, which knows only Meta, and its own webhook handler as the callback. */
interface Client {
  on: Stage;
  api: WhatsAppAPI;
  /** What its handlers were called with, in order. */
  heard: { event: string; told: Record<string, unknown> }[];
  send(message: ClientMessage, to?: { phone?: string; bsuid: string }): Promise<Record<string, unknown>>;
}

let client: Client;
let close: () => Promise<void>;

beforeEach(async () => {
  const heard: Client['heard'] = [];
  const statuses: number[] = [];
  let graph = '';
  const api = new WhatsAppAPI({
    token: FIRST.token,
    appSecret: APP_SECRET,
    webhookVerifyToken: VERIFY_TOKEN,
    v: 'v24.0',
    // It has no setting for the address of Meta: its fetch is led to the sandbox.
    ponyfill: { fetch: (url, init) => fetch(String(url).replace('https://graph.facebook.com', graph), init) },
  });
  const note = (event: string) => (told: object) => void heard.push({ event, told: { ...told } });
  api.on.message = note('message');
  api.on.status = note('status');
  api.on.call.connect = note('call connect');
  api.on.call.terminate = note('call terminate');
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      response.end(api.handle_get(request));
      return;
    }
    void api.handle_post(request).then((status) => {
      statuses.push(status);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const callbackUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const on = await stage({ callbackUrl, retryDelays: [] });
  graph = on.sandbox.url;
  client = {
    on,
    api,
    heard,
    send: async (message, to = user) => object(await api.sendMessage(FIRST.number, to, message)),
  };
  close = async () => {
    await on.sandbox.close();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
  };
});

afterEach(() => close());

const accepted = {
  messaging_product: 'whatsapp',
  contacts: [{ input: user.phone, wa_id: '9647700000000' }],
  messages: [{ id: expect.stringMatching(/^wamid\./) }],
};

async function write(order: object): Promise<string> {
  const { body } = await client.on.control('POST', '/sandbox/messages', order);
  await client.on.sandbox.idle();
  return String(body['id']);
}

async function upload(type: string): Promise<string> {
  const form = new FormData();
  form.set('file', new File(['some bytes'], 'file', { type }));
  const answer = await client.api.uploadMedia(FIRST.number, form);
  return 'id' in answer ? answer.id : JSON.stringify(answer);
}

describe('a public client sends', () => {
  const product = new CatalogProduct('sku-1', 'catalog-1');
  const rows = new ListSection('Sizes', new Row('s', 'Small', 'For one'), new Row('l', 'Large'));
  const body = new Body('Choose');

  it.each<[string, () => ClientMessage]>([
    ['text', () => new Text('Hello https://dijla.example', true)],
    ['a place', () => new Location(44.3661, 33.3152, 'Baghdad', 'Al-Mutanabbi Street')],
    [
      'a contact',
      () =>
        new Contacts([
          new Name('Noor Ali', 'Noor'),
          new Birthday('1990', '01', '31'),
          new Phone('+9647700000001', 'CELL', '9647700000001'),
          new Email('noor@dijla.example'),
        ]),
    ],
    ['a link to an image', () => new Image('https://a.example/i.png', false, 'Look')],
    [
      'buttons',
      () =>
        new Interactive(
          new ActionButtons(new Button('y', 'Yes'), new Button('n', 'No')),
          body,
          new Header('Order'),
          new Footer('Dijla'),
        ),
    ],
    ['a list', () => new Interactive(new ActionList('Sizes', rows), body)],
    ['a link button', () => new Interactive(new ActionCTA('Open', 'https://dijla.example'), body)],
    ['a request for the place', () => new Interactive(new ActionLocation(), body)],
    ['a request for the phone', () => new Interactive(new ActionContactRequest(), body)],
    ['a request to call', () => new Interactive(new ActionCallPermission(), body)],
    ['a product', () => new Interactive(new ActionProduct(product), body)],
    [
      'products',
      () =>
        new Interactive(
          new ActionProductList('catalog-1', new ProductSection('All', new Product('sku-1'))),
          body,
          new Header('Range'),
        ),
    ],
    ['the catalog', () => new Interactive(new ActionCatalog(new Product('sku-1')), body)],
    ['a flow', () => new Interactive(new ActionNavigateFlow('token', '123', 'Begin', 'FIRST', { a: 1 }), body)],
    ['a flow with data', () => new Interactive(new ActionDataExchangeFlow('token', '123', 'Begin'), body)],
    ['a template', () => new Template('hello_world', 'en_US')],
    [
      'a template with names',
      () =>
        new Template(
          'order_confirmation',
          'en',
          new BodyComponent(new BodyParameter('Noor', 'customer_name'), new BodyParameter('DJ-1', 'order_number')),
        ),
    ],
    [
      'a template with a header and a link',
      () =>
        new Template(
          'delivery_update',
          'en_US',
          new HeaderComponent(new HeaderParameter('DJ-1')),
          new BodyComponent(new BodyParameter('Noor'), new BodyParameter('6 pm')),
          new URLComponent('DJ-1'),
        ),
    ],
    [
      'a template with quick replies',
      () =>
        new Template(
          'appointment_reminder',
          'ar',
          new BodyComponent(new BodyParameter('a'), new BodyParameter('b'), new BodyParameter('c')),
          new SkipButtonComponent(),
          new PayloadComponent('later'),
        ),
    ],
    ['a code', () => Template.OTP('verification_code', 'en_US', '123456')],
  ])('%s', async (_, message) => {
    await write({ text: 'hi' });
    expect(await client.send(message())).toMatchObject(accepted);
    await client.on.sandbox.idle();
    const told = client.heard.filter(({ event }) => event === 'status').map((one) => one.told['status']);
    expect(told).toEqual(['sent', 'delivered', 'read']);
  });

  it.each<[string, (id: string) => ClientMessage]>([
    ['image/png', (id) => new Image(id, true, 'Look')],
    ['video/mp4', (id) => new Video(id, true)],
    ['audio/ogg', (id) => new Audio(id, true, true)],
    ['application/pdf', (id) => new Document(id, true, 'Read', 'offer.pdf')],
    ['image/webp', (id) => new Sticker(id, true)],
  ])('%s by the id of an upload, and looks it up, loads and deletes it', async (type, message) => {
    await write({ text: 'hi' });
    const id = await upload(type);
    expect(await client.send(message(id))).toMatchObject(accepted);
    await client.on.sandbox.idle();
    const node = object(await client.api.retrieveMedia(id, FIRST.number));
    expect(node).toMatchObject({ id, mime_type: type, file_size: 10 });
    const file = await client.api.fetchMedia(String(node['url']).replace('https://graph.facebook.com', ''));
    expect(await file.text()).toBe('some bytes');
    expect(await client.api.deleteMedia(id, FIRST.number)).toEqual({ success: true });
  });

  it('an answer, a reaction, its removal, and that it has read and is typing', async () => {
    const id = await write({ text: 'hi' });
    expect(await client.api.sendMessage(FIRST.number, user, new Text('yes'), id, 'own-1')).toMatchObject(accepted);
    expect(await client.send(new Reaction(id, '👍'))).toMatchObject(accepted);
    expect(await client.send(new Reaction(id))).toMatchObject(accepted);
    expect(await client.api.markAsRead(FIRST.number, id, 'text')).toEqual({ success: true });
    expect(await client.api.markAsRead(FIRST.number, 'wamid.unknown')).toMatchObject({ error: { code: 131009 } });
  });

  it('to a user id, and hears of it by that', async () => {
    await write({ userId, text: 'hi' });
    const answer = await client.send(new Text('hello'), { bsuid: userId });
    expect(answer).toMatchObject({ contacts: [{ input: userId, user_id: userId }] });
    await client.on.sandbox.idle();
    expect(client.heard.at(-1)).toMatchObject({
      event: 'status',
      told: { status: 'read', recipient: { bsuid: userId }, contact: { user_id: userId } },
    });
  });

  it('and blocks somebody, and unblocks them', async () => {
    await write({ text: 'hi' });
    const added = { block_users: { added_users: [{ input: user.phone }] } };
    expect(await client.api.blockUser(FIRST.number, { phone: user.phone, bsuid: userId })).toMatchObject(added);
    const removed = { block_users: { removed_users: [{ input: user.phone }] } };
    expect(await client.api.unblockUser(FIRST.number, { phone: user.phone, bsuid: userId })).toMatchObject(removed);
  });
});

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
    const id = await write({ ...what, name: 'Noor' });
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
    await write({ userId, text: 'hi' });
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
    await write({ text: 'hi' });
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
