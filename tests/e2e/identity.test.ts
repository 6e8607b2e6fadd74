import { afterAll, beforeAll, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';

/*
 * A person is one contact whatever they go by: over real HTTP, with the sandbox in Meta's place. Every test has people of
 * its own.
 */
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

async function post(path: string, body: object) {
  const response = await gateway.call('POST', path, body);
  return { http: response.status, ...(await response.json()) };
}

async function ask(query: string, variables: object = {}) {
  const { data, errors } = await post('/graphql', { query, variables });
  expect(errors ?? []).toEqual([]);
  return data;
}

/** A person writes; resolves when the gateway has the message. */
async function writes(message: object) {
  const { id } = await post('/sandbox/messages', { text: 'hello', ...message });
  return received(id);
}

async function received(id: string) {
  const query = `query ($id: ID!) { message(id: $id) { id type conversation { id } content { __typename }
    contact { id phone userId parentUserId username formerIds { kind value } } } }`;
  await expect.poll(async () => (await ask(query, { id })).message).not.toBeNull();
  return (await ask(query, { id })).message;
}

/** Meta tells a system message, in its own words. */
async function tells(id: string, message: object) {
  const { data } = await post('/graphql', { query: '{ phoneNumbers { phoneNumberId } }' });
  const metadata = { phone_number_id: data.phoneNumbers[0].phoneNumberId, display_phone_number: '1' };
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const messages = [{ id, timestamp, type: 'system', ...message }];
  await post('/sandbox/webhooks', { value: { messaging_product: 'whatsapp', metadata, messages } });
  return received(id);
}

/** Where the last message to Meta was addressed: a phone, or a user id when it had no `to`. */
async function lastAddress() {
  const { calls } = await (await gateway.call('GET', '/sandbox/calls')).json();
  return calls.filter(({ type }: { type: string }) => type !== 'read').at(-1)?.to;
}

const SEND = `mutation ($to: RecipientInput!) { sendReply(input: { to: $to, content: { text: { body: "hi" } } }) {
  __typename ... on Message { status conversation { id } } ... on Error { code field message action } } }`;

it('a changed number merges with the contact that wrote from the new one, and old ids find what is left', async () => {
  const { cursor } = await ask('{ cursor }');
  const before = await writes({ from: '9647711110001', name: 'Layla' });
  const after = await writes({ from: '9647711110002', name: 'Layla' });
  expect(after.conversation.id).not.toBe(before.conversation.id);

  const system = { type: 'user_changed_number', body: 'Layla changed', wa_id: '9647711110002' };
  const news = await tells('wamid.layla', { from: '9647711110001', system });
  expect(news).toMatchObject({
    type: 'system',
    content: { __typename: 'SystemContent' },
    conversation: before.conversation,
    contact: {
      id: before.contact.id,
      phone: '+9647711110002',
      formerIds: [
        { kind: 'PHONE', value: '+9647711110001' },
        { kind: 'USER_ID', value: before.contact.userId },
      ],
    },
  });

  const found = await ask(
    `query ($conv: ID!, $con: ID!) {
      conversation(id: $conv) { id unreadCount lastMessage { type } messages(first: 9) { edges { node { type } } } }
      one: node(id: $conv) { id } other: node(id: $con) { id ... on Contact { phone } }
      messages(filter: { contact: $con }, first: 9) { edges { node { contact { id } } } }
      conversations(filter: { search: "9647711110" }) { edges { node { id } } } }`,
    { conv: after.conversation.id, con: after.contact.id },
  );
  const id = before.conversation.id;
  expect(found).toMatchObject({
    conversation: { id, unreadCount: 2, lastMessage: { type: 'text' } },
    one: { id },
    other: { id: before.contact.id, phone: '+9647711110002' },
    conversations: { edges: [{ node: { id } }] },
  });
  expect(found.conversation.messages.edges).toHaveLength(3);
  expect(found.messages.edges).toHaveLength(3);

  const marked = await ask(
    'mutation ($id: ID!, $upTo: ID!) { markRead(conversationId: $id, upTo: $upTo) { ... on Conversation { id unreadCount } } }',
    { id: after.conversation.id, upTo: after.id },
  );
  expect(marked.markRead).toEqual({ id, unreadCount: 0 });
  const sent = await ask(SEND, { to: { conversationId: after.conversation.id } });
  expect(sent.sendReply).toMatchObject({ conversation: { id } });
  expect(await lastAddress()).toBe('+9647711110002');

  const { events } = await (await gateway.call('GET', `/api/v1/whatsapp/events?after=${cursor}`)).json();
  const merge = events.find(({ type }: { type: string }) => type === 'platform');
  expect(merge.data).toEqual({
    kind: 'contacts_merged',
    from: after.contact.id,
    into: before.contact.id,
    conversations: [{ from: after.conversation.id, into: id }],
  });
  // The snapshot in an event of before still leads to its conversation.
  const snapshot = await ask(
    'query ($after: Cursor) { events(after: $after, first: 9) { ... on InboundMessage { message { conversation { id } contact { id } } } } }',
    { after: cursor },
  );
  expect(snapshot.events[1].message).toEqual({ conversation: { id }, contact: { id: after.contact.id } });
});

it('a person without a phone is written to by user id, and by phone once it is known', async () => {
  const hidden = await writes({ from: 'IQ.7711110003', username: 'hidden.person' });
  expect(hidden.contact).toMatchObject({ phone: null, userId: 'IQ.7711110003', username: 'hidden.person' });
  const to = { conversationId: hidden.conversation.id };
  expect((await ask(SEND, { to })).sendReply).toMatchObject({
    __typename: 'Message',
    conversation: hidden.conversation,
  });
  expect(await lastAddress()).toBe('IQ.7711110003');

  const shown = await writes({ from: '9647711110003', userId: 'IQ.7711110003' });
  expect(shown.contact).toMatchObject({ id: hidden.contact.id, phone: '+9647711110003' });
  await ask(SEND, { to });
  expect(await lastAddress()).toBe('+9647711110003');
});

it('a changed user id moves the contact to it; the former one still finds it', async () => {
  const before = await writes({ from: '9647711110004', userId: 'IQ.7711110004' });
  const system = { type: 'user_changed_user_id', user_id: 'IQ.8811110004', previous_user_id: 'IQ.7711110004' };
  const news = await tells('wamid.regenerated', { from: '9647711110004', system });
  expect(news.contact).toMatchObject({
    id: before.contact.id,
    phone: '+9647711110004',
    userId: 'IQ.8811110004',
    formerIds: [{ kind: 'USER_ID', value: 'IQ.7711110004' }],
  });
  expect((await writes({ from: '9647711110004', userId: 'IQ.8811110004' })).contact.id).toBe(before.contact.id);
});

it('a username is found by a search and is no address', async () => {
  const person = await writes({ from: '9647711110005', userId: 'IQ.7711110005', username: 'Nadia.Shop' });
  const { conversations } = await ask('{ conversations(filter: { search: "nadia.sh" }) { edges { node { id } } } }');
  expect(conversations.edges).toEqual([{ node: person.conversation }]);
  for (const to of ['Nadia.Shop', '@nadia.shop']) {
    const { sendReply } = await ask(SEND, { to: { phone: to } });
    expect(sendReply).toMatchObject({ code: 'INVALID_INPUT', field: 'input.to' });
    expect(sendReply.message).toContain('username');
  }
});

it('a one-time code is refused for a user id before Meta is asked', async () => {
  const { calls } = await (await gateway.call('GET', '/sandbox/calls')).json();
  const message = {
    to: { userId: 'IQ.7711110006' },
    templateName: 'verification_code',
    parameters: { body: ['123456'], buttons: [{ url: '123456' }] },
  };
  expect(await post('/api/v1/whatsapp/send', { message })).toMatchObject({
    http: 409,
    error: { code: 'TEMPLATE_MISMATCH', field: 'message.to', message: expect.stringContaining('131062') },
  });
  expect((await (await gateway.call('GET', '/sandbox/calls')).json()).calls).toHaveLength(calls.length);
  expect(await post('/api/v1/whatsapp/send', { message: { ...message, to: '9647711110006' } })).toMatchObject({
    http: 200,
  });
  expect(
    await post('/api/v1/whatsapp/send', { message: { to: { userId: 'IQ.ENT.7' }, templateName: 'hello_world' } }),
  ).toMatchObject({ http: expect.any(Number) });
  expect(await lastAddress()).toBe('IQ.ENT.7');
});
