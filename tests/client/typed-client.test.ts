import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGatewayClient, type GatewayClient } from '../../client/index.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

function connect(options: { transport?: 'ws' | 'sse'; key?: string } = {}): GatewayClient {
  return createGatewayClient({ url: gateway.url, key: gateway.key, ...options });
}

async function customerWrites(text: string): Promise<void> {
  const answer = await gateway.call('POST', '/sandbox/messages', { from: '9647700000000', text });
  expect(answer.status).toBe(200);
}

async function conversationOf(messageId: string): Promise<string> {
  const query = 'query ($id: ID!) { message(id: $id) { conversation { id } } }';
  const answer = await gateway.call('POST', '/graphql', { query, variables: { id: messageId } });
  const { data } = await answer.json();
  return data.message.conversation.id;
}

describe('sending', () => {
  it('answers with the message', async () => {
    const result = await connect().sendTemplate({
      to: { phone: '+9647700000000' },
      template: { name: 'hello_world', language: 'en_US' },
      reference: 'order-7',
    });
    expect(result).toMatchObject({ __typename: 'Message', reference: 'order-7' });
    // People in tests read at once: the answer may already show it.
    if (result.__typename === 'Message') expect(['ACCEPTED', 'SENT', 'DELIVERED', 'READ']).toContain(result.status);
  });

  it('answers with a typed error that says what to do', async () => {
    const result = await connect().sendReply({ to: { phone: '0770 000 0000' }, content: { text: { body: 'hi' } } });
    expect(result.__typename).toBe('InvalidInputError');
    if (result.__typename === 'Message') throw new Error('not a message');
    expect(result).toMatchObject({ code: 'INVALID_INPUT', action: expect.stringContaining('+964770') });
  });

  it('tells by code when the key is wrong, and when nobody answers', async () => {
    await expect(connect({ key: 'wrong' }).cursor()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const nobody = createGatewayClient({ url: 'http://127.0.0.1:9', key: 'any' });
    await expect(nobody.cursor()).rejects.toMatchObject({ code: 'UNREACHABLE' });
  });
});

describe('a conversation', () => {
  it('is marked as read, and shows that an answer is being written', async () => {
    const client = connect();
    const after = await client.cursor();
    await customerWrites('anybody there?');
    for await (const { message } of client.inboundMessages({ after })) {
      const conversationId = await conversationOf(message.id);
      expect(await client.sendTyping(conversationId)).toEqual({ __typename: 'Conversation', id: conversationId });
      const marked = await client.markRead(conversationId, message.id, { receipt: false });
      expect(marked).toMatchObject({ __typename: 'Conversation', unreadCount: 0 });
      const taken = /^dijla_meta_calls_total\{call="receipt",result="accepted"\} 1$/m;
      await client.markRead(conversationId, message.id);
      await expect.poll(async () => (await gateway.call('GET', '/metrics')).text()).toMatch(taken);
      break;
    }
    expect(await client.sendTyping('conv_none')).toMatchObject({ __typename: 'NotFoundError' });
    client.dispose();
  });
});

describe.each(['ws', 'sse'] as const)('streams over %s', (transport) => {
  it('deliver what people write, from a cursor on', async () => {
    const client = connect({ transport });
    const after = await client.cursor();
    await customerWrites('before');
    const seen: (string | null)[] = [];
    for await (const { message } of client.inboundMessages({ after })) {
      seen.push(message.text);
      if (seen.length === 1) await customerWrites('after');
      if (seen.length === 2) break;
    }
    expect(seen).toEqual(['before', 'after']);
    await expect.poll(() => gateway.app.services.feed.readers()).toBe(0);
    client.dispose();
  });

  it('tell the ticks of one message', async () => {
    const client = connect({ transport });
    const after = await client.cursor();
    const input = { to: { phone: '+9647700000000' }, template: { name: 'hello_world', language: 'en_US' } };
    const [sent] = await Promise.all([client.sendTemplate(input), client.sendTemplate(input)]);
    if (sent.__typename !== 'Message') throw new Error(sent.message);
    const ticks = new Set<string>();
    for await (const { status, message } of client.statusUpdates({ after, messageId: sent.id })) {
      expect(message.id).toBe(sent.id);
      ticks.add(status);
      if (ticks.size === 4) break;
    }
    expect([...ticks].sort()).toEqual(['ACCEPTED', 'DELIVERED', 'READ', 'SENT']);
    client.dispose();
  });

  it('come back by themselves after a restart, without gap or repeat', async () => {
    const client = connect({ transport });
    const texts = Array.from({ length: 30 }, (_, n) => `${transport} ${n}`);
    const stream = client.inboundMessages({ after: await client.cursor() });
    const seen: (string | null)[] = [];
    const reading = (async () => {
      for await (const { message } of stream) {
        seen.push(message.text);
        if (seen.length === texts.length) break;
      }
    })();
    for (const [n, text] of texts.entries()) {
      if (n % 10 === 5) await gateway.restart();
      await customerWrites(text);
    }
    await reading;
    expect([...seen].sort()).toEqual([...texts].sort());
    client.dispose();
  });

  it('say by code why they cannot go on', async () => {
    const wrong = connect({ transport, key: 'wrong' }).inboundMessages({ after: 'any' });
    await expect(wrong.next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const client = connect({ transport });
    await expect(client.inboundMessages({ after: 'nonsense' }).next()).rejects.toMatchObject({
      code: 'CURSOR_INVALID',
    });
    client.dispose();
  });

  it('end when their consumer leaves while nothing happens', async () => {
    const client = connect({ transport });
    const stream = client.events();
    expect((await stream.next()).value).toMatchObject({ __typename: 'Checkpoint', live: true });
    await stream.return?.();
    await expect.poll(() => gateway.app.services.feed.readers()).toBe(0);
    client.dispose();
  });
});

it('leaves without a word while the gateway is away', async () => {
  const unheard: unknown[] = [];
  const note = (error: unknown) => unheard.push(error);
  process.on('unhandledRejection', note);
  // Nobody listens where somebody just did.
  const passing = createServer().listen(0, '127.0.0.1');
  await once(passing, 'listening');
  const { port } = passing.address() as AddressInfo;
  await new Promise((resolve) => passing.close(resolve));
  const away = createGatewayClient({ url: `http://127.0.0.1:${port}`, key: 'any' });
  away
    .events({ after: 'any' })
    .next()
    .catch(() => {});
  await new Promise(setImmediate);
  away.dispose();
  // Several failures later its own has been told too.
  for (let i = 0; i < 10; i += 1) await expect(away.cursor()).rejects.toMatchObject({ code: 'UNREACHABLE' });
  process.off('unhandledRejection', note);
  expect(unheard).toEqual([]);
});
