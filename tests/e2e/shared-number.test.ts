import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { Frames } from '../support/frames.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';

/* Three tenants on the rented number, the stand-in for Meta, and people who write to it. */
const PERSON = '9647700000000';
const STRANGER = '9647700000009';

const CREATE = 'mutation ($name: String!) { createTenant(name: $name) { ... on Tenant { id } } }';
const ISSUE = `mutation ($tenant: ID!) { issueApiKey(tenant: $tenant, name: "app", scopes: [send, read, manage]) {
  ... on IssuedApiKey { key } } }`;
/** Everything that a tenant can read of its people. */
const ALL = `{
  messages(first: 30) { edges { node { id whatsappId direction text status raw timeline { status }
    contact { id name phone } replyTo { id } reactions { emoji } } } }
  conversations(first: 10) { edges { node { id unreadCount marketingOptOut window { open }
    contact { id name username formerIds { value } } lastMessage { text } } } }
  events(first: 50) { cursor type at }
  found: messages(filter: { search: "canary" }) { edges { node { text } } }
  phoneNumbers { id queue { depth } } }`;

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await startGateway();
});
afterEach(() => gateway.close());

const by = (key: string) => ({ 'x-dijla-key': key });

async function ask(query: string, variables: object = {}, key = gateway.key) {
  const { data, errors } = await (await gateway.call('POST', '/graphql', { query, variables }, by(key))).json();
  expect(errors).toBeUndefined();
  return data;
}

interface Renter {
  readonly name: string;
  readonly key: string;
  /** What came over Socket.io. */
  readonly frames: Frames<{ readonly type: string; readonly message: { readonly text: string | null } | null }>;
}

async function renter(name: string): Promise<Renter> {
  const { createTenant } = await ask(CREATE, { name });
  const { issueApiKey } = await ask(ISSUE, { tenant: createTenant.id });
  return listening(name, issueApiKey.key);
}

async function listening(name: string, key: string): Promise<Renter> {
  const frames: Renter['frames'] = new Frames();
  const socket = io(gateway.url, { auth: { key }, transports: ['websocket'], forceNew: true });
  onTestFinished(() => void socket.close());
  for (const event of ['inboundMessage', 'statusUpdate', 'event']) socket.on(event, (body) => frames.push(body));
  await new Promise<void>((resolve) => socket.once('checkpoint', () => resolve()));
  return { name, key, frames };
}

async function send(to: Renter, body: object): Promise<{ id: string; messageId: string }> {
  const answer = await gateway.call('POST', '/api/v1/whatsapp/reply', { message: { to: PERSON, ...body } }, by(to.key));
  expect(answer.status).toBe(200);
  const sent = await answer.json();
  await gateway.app.sandbox?.idle();
  return sent;
}

async function write(text: string, more: object = {}): Promise<void> {
  await gateway.call('POST', '/sandbox/messages', { from: PERSON, text, ...more });
  await gateway.app.sandbox?.idle();
}

/** All that a tenant can get of what was said: GraphQL, REST and Socket.io, as text. */
async function everything({ key, frames }: Renter): Promise<string> {
  const rest = await gateway.call('GET', '/api/v1/whatsapp/events?limit=500', undefined, by(key));
  expect(rest.status).toBe(200);
  return JSON.stringify([await ask(ALL, {}, key), await rest.json(), frames.all]);
}

describe('three tenants on the rented number', () => {
  it('each see exactly their own half of what one person says to it', async () => {
    const [a, b, home] = [await renter('Alef'), await renter('Beh'), await listening('home', gateway.key)];
    await write('canary-home begins', { name: 'Zainab' });
    const toA = await send(a, { text: 'canary-alef writes' });
    await write('canary-alef unquoted');
    await send(b, { text: 'canary-beh writes' });
    await write('canary-beh unquoted');
    await write('canary-alef quoted', { replyTo: toA.messageId });
    const quoting = async (replyTo: string) => {
      const body = { message: { to: PERSON, text: 'canary-beh quotes', replyTo } };
      const answer = await gateway.call('POST', '/api/v1/whatsapp/reply', body, by(b.key));
      const { success, message, error } = await answer.json();
      const { requestId: _differs, ...told } = error ?? {};
      return JSON.stringify({ http: answer.status, success, message, told }).replaceAll(replyTo, 'wamid');
    };
    expect(await quoting(toA.messageId)).toBe(await quoting('wamid.HBgMOTY0NzcwMDAwMDAwMBUCABEYEk4='));
    await gateway.app.sandbox?.idle();
    await write('canary-beh unquoted again');
    await write('canary-home from a stranger', { from: STRANGER, name: 'Stranger' });

    const own: Readonly<Record<string, readonly string[]>> = {
      alef: ['canary-alef writes', 'canary-alef unquoted', 'canary-alef quoted'],
      beh: ['canary-beh writes', 'canary-beh unquoted', 'canary-beh unquoted again'],
      home: ['canary-home begins', 'canary-home from a stranger'],
    };
    for (const [name, who] of [['alef', a] as const, ['beh', b] as const, ['home', home] as const]) {
      await who.frames.next(({ message }) => message?.text === own[name]?.at(-1));
      const text = await everything(who);
      for (const words of own[name] ?? []) expect(text).toContain(words);
      for (const other of Object.keys(own)) if (other !== name) expect(text).not.toContain(`canary-${other}`);
      const { conversations } = await ask(ALL, {}, who.key);
      // The window is Meta's: open for every tenant of the number, and seen on its own conversations alone.
      const states = conversations.edges.map((edge: { node: { window: { open: boolean } } }) => edge.node.window.open);
      expect(states).toEqual(name === 'home' ? [true, true] : [true]);
    }
    expect(await everything(b)).not.toContain('Stranger');
    const { messages } = await ask(
      '{ messages(filter: { direction: INBOUND }, first: 1) { edges { node { text replyTo { id } } } } }',
      {},
      a.key,
    );
    expect(messages.edges[0].node).toEqual({ text: 'canary-alef quoted', replyTo: { id: toA.id } });
  });

  it('get the statuses of their own messages, and count only what they have waiting', async () => {
    const [a, b] = [await renter('Alef'), await renter('Beh')];
    await write('canary-home begins');
    await send(a, { text: 'canary-alef writes' });
    await send(b, { text: 'canary-beh writes' });
    await a.frames.next(({ type, message }) => type === 'message_status' && message?.text === 'canary-alef writes');
    expect(a.frames.all.some(({ message }) => message?.text?.includes('beh'))).toBe(false);
    const { phoneNumbers } = await ask(ALL, {}, a.key);
    expect(phoneNumbers).toMatchObject([{ queue: { depth: 0 } }]);
  });
});
