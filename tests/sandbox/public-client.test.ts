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
import type { ClientMessage } from 'whatsapp-api-js/types';
import { type Client, publicClient, user, userId } from './public-client.ts';
import { closeAfterEach, FIRST, object } from './support.ts';

closeAfterEach();

let client: Client;

beforeEach(async () => {
  client = await publicClient();
});

afterEach(() => client.close());

const accepted = {
  messaging_product: 'whatsapp',
  contacts: [{ input: user.phone, wa_id: '9647700000000' }],
  messages: [{ id: expect.stringMatching(/^wamid\./) }],
};

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
    await client.write({ text: 'hi' });
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
    await client.write({ text: 'hi' });
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
    const id = await client.write({ text: 'hi' });
    expect(await client.api.sendMessage(FIRST.number, user, new Text('yes'), id, 'own-1')).toMatchObject(accepted);
    expect(await client.send(new Reaction(id, '👍'))).toMatchObject(accepted);
    expect(await client.send(new Reaction(id))).toMatchObject(accepted);
    expect(await client.api.markAsRead(FIRST.number, id, 'text')).toEqual({ success: true });
    expect(await client.api.markAsRead(FIRST.number, 'wamid.unknown')).toMatchObject({ error: { code: 131009 } });
  });

  it('to a user id, and hears of it by that', async () => {
    await client.write({ userId, text: 'hi' });
    const answer = await client.send(new Text('hello'), { bsuid: userId });
    expect(answer).toMatchObject({ contacts: [{ input: userId, user_id: userId }] });
    await client.on.sandbox.idle();
    expect(client.heard.at(-1)).toMatchObject({
      event: 'status',
      told: { status: 'read', recipient: { bsuid: userId }, contact: { user_id: userId } },
    });
  });

  it('and blocks somebody, and unblocks them', async () => {
    await client.write({ text: 'hi' });
    const added = { block_users: { added_users: [{ input: user.phone }] } };
    expect(await client.api.blockUser(FIRST.number, { phone: user.phone, bsuid: userId })).toMatchObject(added);
    const removed = { block_users: { removed_users: [{ input: user.phone }] } };
    expect(await client.api.unblockUser(FIRST.number, { phone: user.phone, bsuid: userId })).toMatchObject(removed);
  });
});
