import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { EventStreams } from '../../src/transport/realtime/sse-streams.ts';
import { reader } from '../application/support.ts';
import { EVENTS, openSocketIo, openStream, openWebSocket } from './clients.ts';
import { KEY, READER_KEY, type Rig, startRig } from './support.ts';

let rig: Rig;
let host: string;
beforeEach(async () => {
  rig = await startRig();
  host = `127.0.0.1:${rig.port}`;
});
afterEach(() => rig.close());

const headers = { 'x-dijla-key': KEY };
const json = { ...headers, 'content-type': 'application/json' };
const post = (body: object | string, more: Record<string, string> = {}) =>
  fetch(`${rig.url}/graphql/stream`, {
    method: 'POST',
    headers: { ...json, ...more },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const reserve = async (key = KEY) => {
  const response = await fetch(`${rig.url}/graphql/stream`, { method: 'PUT', headers: { 'x-dijla-key': key } });
  return { status: response.status, token: await response.text() };
};

describe('graphql-sse', () => {
  it('holds 50 reservations for one key, and 2,000 for all', async () => {
    const first = await reserve();
    for (let n = 1; n < 50; n += 1) expect((await reserve()).status).toBe(201);
    expect((await reserve()).status).toBe(429);
    expect((await reserve(READER_KEY)).status).toBe(201);
    // Open, it is a connection and takes the place of a reservation no more.
    const stream = await openStream(`${rig.url}/graphql/stream?token=${first.token}`, { headers });
    expect(stream.response.status).toBe(200);
    expect((await reserve()).status).toBe(201);
    expect((await reserve()).status).toBe(429);
    stream.stop();

    const streams = new EventStreams(() => {});
    for (let n = 0; n < 2_000; n += 1) streams.reserve({ ...reader('dijla'), credential: `key:${n % 100}` });
    expect(() => streams.reserve(reader('dijla'))).toThrow('Too many streams are reserved.');
    expect(streams.size).toBe(2_000);
    streams.dispose();
  });

  it('gives up reservations that nobody opens', async () => {
    await rig.close();
    rig = await startRig({ sweepMs: 100 });
    const { token } = await reserve();
    await post({ query: EVENTS, extensions: { operationId: '1' } }, { 'x-graphql-event-stream-token': token });
    expect(rig.feed.readers()).toBe(1);
    await rig.expectNothingOpen();
    const { response } = await openStream(`${rig.url}/graphql/stream?token=${token}`, { headers });
    expect(response.status).toBe(401);
    expect(rig.reports).toEqual([]);
  });

  it('keeps a reservation that was opened', async () => {
    await rig.close();
    rig = await startRig({ sweepMs: 100 });
    const { token } = await reserve();
    const stream = await openStream(`${rig.url}/graphql/stream?token=${token}`, { headers });
    await reserve();
    // The sweep has come when it has taken the one that nobody opened.
    await expect.poll(() => rig.streamsHeld()).toBe(1);
    const running = await post(
      { query: EVENTS, extensions: { operationId: '1' } },
      { 'x-graphql-event-stream-token': token },
    );
    expect(running.status).toBe(202);
    rig.log.append();
    expect(await stream.messages.next(({ event }) => event === 'next')).toMatchObject({ data: { id: '1' } });
  });

  it('lets one stream be opened once', async () => {
    const { token } = await reserve();
    await openStream(`${rig.url}/graphql/stream?token=${token}`, { headers });
    const again = await openStream(`${rig.url}/graphql/stream?token=${token}`, { headers });
    expect(again.response.status).toBe(409);
    expect(rig.streamsHeld()).toBe(1);
  });

  it.each(['__proto__', 'constructor', ''])('knows no stream named "%s"', async (token) => {
    const answer = await post({ query: EVENTS }, { 'x-graphql-event-stream-token': token, accept: '*/*' });
    expect([401, 404]).toContain(answer.status);
  });

  it('runs at most 100 operations on one stream', async () => {
    const { token } = await reserve();
    const stream = await openStream(`${rig.url}/graphql/stream?token=${token}`, { headers });
    for (let n = 0; n <= 100; n += 1) {
      await post({ query: EVENTS, extensions: { operationId: `${n}` } }, { 'x-graphql-event-stream-token': token });
    }
    expect(rig.feed.readers()).toBe(100);
    expect(await stream.messages.next(({ data }) => JSON.stringify(data).includes('RATE_LIMITED'))).toMatchObject({
      data: { id: '100' },
    });
    stream.stop();
    await rig.expectNothingOpen();
  });

  it('returns what was still being prepared when its stream ended', async () => {
    const { token } = await reserve();
    const stream = await openStream(`${rig.url}/graphql/stream?token=${token}`, { headers });
    const held = rig.holdPreparing();
    const running = post(
      { query: EVENTS, extensions: { operationId: '1' } },
      { 'x-graphql-event-stream-token': token },
    );
    await held.reached;
    stream.stop();
    await expect.poll(() => rig.streamsHeld()).toBe(0);
    held.open();
    await running;
    await rig.expectNothingOpen();
  });

  it('ends one operation of a stream without the others', async () => {
    const { token } = await reserve();
    const stream = await openStream(`${rig.url}/graphql/stream?token=${token}`, { headers });
    for (const operationId of ['a', 'b']) {
      await post({ query: EVENTS, extensions: { operationId } }, { 'x-graphql-event-stream-token': token });
    }
    await fetch(`${rig.url}/graphql/stream?operationId=a`, {
      method: 'DELETE',
      headers: { ...headers, 'x-graphql-event-stream-token': token },
    });
    expect(rig.feed.readers()).toBe(1);
    rig.log.append();
    const isEvent = ({ data }: { data: unknown }) => JSON.stringify(data).includes('"data":"1"');
    expect(await stream.messages.next(isEvent)).toMatchObject({ data: { id: 'b' } });
    expect(stream.messages.all.filter(isEvent)).toHaveLength(1);
  });

  it.each([
    ['a syntax error', '{ hello', /Syntax Error/],
    ['an unknown field', '{ nothing }', /Cannot query field/],
    ['an unknown operation', 'query A { hello } query B { hello }', /not named/],
  ])('answers %s as a GraphQL error', async (_name, query, message) => {
    const { response, messages } = await openStream(`${rig.url}/graphql/stream`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ query }),
    });
    expect(response.status).toBe(200);
    expect(await messages.next()).toMatchObject({ data: { errors: [{ message: expect.stringMatching(message) }] } });
    expect((await messages.next()).event).toBe('complete');
    await rig.expectNothingOpen();
  });

  it('takes mutations by POST of JSON alone', async () => {
    const accept = { accept: 'text/event-stream' };
    const get = await fetch(`${rig.url}/graphql/stream?query=${encodeURIComponent('mutation { slow }')}`, {
      headers: { ...headers, ...accept },
    });
    expect(get.status).toBe(405);
    const disguised = await post(
      { query: 'mutation { slow }' },
      { ...accept, 'content-type': 'text/plain; application/json' },
    );
    expect(disguised.status).toBe(415);
    expect(rig.streamsHeld()).toBe(0);
  });

  it('refuses a body above 64 kB', async () => {
    const answer = await post({ query: `# ${'x'.repeat(70_000)}\n{ hello }` }, { accept: 'text/event-stream' });
    expect(answer.status).toBe(413);
    expect(rig.streamsHeld()).toBe(0);
  });
});

describe('graphql-ws', () => {
  it('runs at most 100 operations on one connection', async () => {
    const client = await openWebSocket(`ws://${host}/graphql`);
    await client.init();
    for (let n = 0; n <= 100; n += 1) client.send({ type: 'subscribe', id: `${n}`, payload: { query: EVENTS } });
    const { id, payload } = await client.messages.next(({ type }) => type === 'error');
    expect({ id, payload }).toMatchObject({ id: '100', payload: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect(rig.feed.readers()).toBe(100);
    client.socket.terminate();
    await rig.expectNothingOpen();
  });

  it('closes on a message above 64 kB, and on another protocol', async () => {
    const large = await openWebSocket(`ws://${host}/graphql`);
    large.send({ type: 'ping', payload: { text: 'x'.repeat(70_000) } });
    expect((await large.closed).code).toBe(1009);
    const other = new WebSocket(`ws://${host}/graphql`);
    expect(await new Promise((resolve) => other.once('close', resolve))).toBe(4406);
  });

  it('answers a syntax error with an error message', async () => {
    const client = await openWebSocket(`ws://${host}/graphql`);
    await client.init();
    client.send({ type: 'subscribe', id: '1', payload: { query: '{ hello' } });
    expect(await client.messages.next()).toMatchObject({ type: 'error', id: '1' });
    client.socket.close();
  });
});

it('cuts a Socket.io client that sends more than 64 kB', async () => {
  const { connected, disconnected, socket } = openSocketIo(host, { key: KEY });
  await connected;
  socket.emit('anything', 'x'.repeat(70_000));
  await disconnected;
  await rig.expectNothingOpen();
});
