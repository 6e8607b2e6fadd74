import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGatewayClient } from '../../client/index.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const json = async (method: string, path: string, body?: object) => {
  const answer = await gateway.call(method, path, body);
  expect(answer.status).toBe(200);
  return answer.json();
};

/** A customer does something; answers with its wamid once the gateway has it. */
async function customer(message: object): Promise<string> {
  const { id } = await json('POST', '/sandbox/messages', { from: '9647700000000', ...message });
  await gateway.app.sandbox?.idle();
  return id;
}

const messageOf = (id: string) => json('GET', `/api/v1/whatsapp/messages/${encodeURIComponent(id)}`);

async function eventsOf(type: string) {
  const { events } = await json('GET', '/api/v1/whatsapp/events?limit=100');
  return events.filter(({ message }: { message: { type: string } | null }) => message?.type === type);
}

it('a message that is reacted to, edited and deleted is told so everywhere', async () => {
  const client = createGatewayClient({ url: gateway.url, key: gateway.key });
  const stream = client.inboundMessages({ after: await client.cursor() });
  const target = await customer({ text: 'Two, please' });
  const { id: messageId } = await messageOf(target);
  const reaction = await customer({ type: 'reaction', reaction: { message_id: target, emoji: '👍' } });
  const message = { type: 'text', text: { body: 'Three, please' } };
  await customer({ type: 'edit', edit: { original_message_id: target, message } });
  await customer({ type: 'revoke', revoke: { original_message_id: target } });

  const { id: reactionId } = await messageOf(reaction);
  expect(await messageOf(target)).toMatchObject({
    reactions: [{ emoji: '👍', from: 'INBOUND', messageId: reactionId, at: expect.any(String) }],
    editedAt: expect.stringMatching(/Z$/),
    revokedAt: expect.stringMatching(/Z$/),
  });
  const [edit] = await eventsOf('edit');
  expect(edit).toMatchObject({
    type: 'inbound_message',
    message: {
      text: 'Three, please',
      content: { kind: 'edit', originalWhatsappId: target, messageId, type: 'text', content: { kind: 'text' } },
    },
  });
  const [revoke] = await eventsOf('revoke');
  expect(revoke.message.content).toEqual({ kind: 'revoke', originalWhatsappId: target, messageId });
  const contents = [];
  for await (const { message } of stream) {
    contents.push(message.content);
    if (contents.length === 4) break;
  }
  expect(contents).toMatchObject([
    { __typename: 'TextContent', body: 'Two, please' },
    { __typename: 'ReactionContent', whatsappId: target, messageId, emoji: '👍' },
    {
      __typename: 'EditContent',
      messageId,
      type: 'text',
      content: { __typename: 'TextContent', body: 'Three, please' },
    },
    { __typename: 'RevokeContent', messageId },
  ]);
  client.dispose();
});

it.each<[string, object, object]>([
  [
    'order',
    { order: { catalog_id: '1', product_items: [{ product_retailer_id: 'p', quantity: 1, item_price: 5 }] } },
    { kind: 'order', catalogId: '1', items: [{ productRetailerId: 'p', quantity: 1, itemPrice: 5, currency: null }] },
  ],
  ['unsupported', {}, { kind: 'unsupported', unsupportedType: 'poll', errors: [{ code: 131051 }] }],
  ['request_welcome', {}, { kind: 'request_welcome' }],
  ['location', { location: { latitude: 1, longitude: 2, url: 'https://a.example' } }, { url: 'https://a.example' }],
])('a message of the type %s is typed on its way through', async (type, given, content) => {
  await customer({ type, ...given });
  const [event] = await eventsOf(type);
  expect(event.message).toMatchObject({ type, content });
});

it('an ad, a forward and a failed download are told beside the content', async () => {
  await customer({ text: 'from an ad', referral: { source_type: 'ad', source_id: '120', ctwa_clid: 'Af' } });
  const numbers = await json('POST', '/graphql', { query: '{ phoneNumbers { phoneNumberId } }' });
  const [{ phoneNumberId }] = numbers.data.phoneNumbers;
  const common = { from: '9647700000000', timestamp: '1760000000' };
  const context = { frequently_forwarded: true };
  await json('POST', '/sandbox/webhooks', {
    field: 'messages',
    value: {
      metadata: { phone_number_id: phoneNumberId },
      messages: [
        { ...common, id: 'wamid.F', type: 'text', text: { body: 'forwarded' }, context },
        { ...common, id: 'wamid.E', type: 'image', errors: [{ code: 131052, title: 'Media download error' }] },
      ],
    },
  });
  await gateway.app.sandbox?.idle();
  const texts = await eventsOf('text');
  const told = (text: string) =>
    texts.find(({ message }: { message: { text: string } }) => message.text === text).message;
  expect(told('from an ad').referral).toMatchObject({ sourceType: 'ad', sourceId: '120', ctwaClid: 'Af', ref: null });
  expect(told('forwarded')).toMatchObject({ forwarded: true, frequentlyForwarded: true });
  expect(told('from an ad')).not.toHaveProperty('forwarded');
  const [image] = await eventsOf('image');
  expect(image.message.errors).toMatchObject([
    { code: 131052, meaning: expect.any(String), action: expect.any(String) },
  ]);
});
