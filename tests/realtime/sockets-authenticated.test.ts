import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVENTS, openSocketIo, openStream, openWebSocket } from './clients.ts';
import { ALLOWED_ORIGIN, KEY, READER_KEY, type Rig, SEND_ONLY_KEY, SESSION, startRig } from './support.ts';

let rig: Rig;
let host: string;
beforeAll(async () => {
  rig = await startRig();
  host = `127.0.0.1:${rig.port}`;
});
afterAll(() => rig.close());

const cookie = { cookie: `dijla-session=${SESSION}` };

describe('graphql-ws', () => {
  it.each([
    ['no key', {}],
    ['a wrong key', { key: 'wrong' }],
    ['a key of the wrong kind', { key: 1 }],
  ])('closes with 4403 for %s', async (_name, params) => {
    const { send, closed } = await openWebSocket(`ws://${host}/graphql`);
    send({ type: 'connection_init', payload: params });
    expect(await closed).toEqual({ code: 4403, reason: 'Forbidden' });
  });

  it('takes the key from connectionParams, either header of the upgrade, or the session cookie of an own page', async () => {
    const ways = [
      openWebSocket(`ws://${host}/graphql`).then((client) => ({ client, params: { key: KEY } })),
      openWebSocket(`ws://${host}/graphql`, { 'x-dijla-key': KEY }).then((client) => ({ client, params: {} })),
      openWebSocket(`ws://${host}/graphql`, { authorization: `Bearer ${KEY}` }).then((client) => ({
        client,
        params: {},
      })),
      openWebSocket(`ws://${host}/graphql`, { ...cookie, origin: `http://${host}` }).then((client) => ({
        client,
        params: {},
      })),
    ];
    for (const way of ways) {
      const { client, params } = await way;
      expect(await client.init(params)).toEqual({ type: 'connection_ack' });
      client.socket.terminate();
    }
  });

  it.each([
    ['a foreign, allowed origin', { origin: ALLOWED_ORIGIN }],
    ['no origin', {}],
  ])('does not count a cookie from %s', async (_name, headers) => {
    const { send, closed } = await openWebSocket(`ws://${host}/graphql`, { ...cookie, ...headers });
    send({ type: 'connection_init' });
    expect((await closed).code).toBe(4403);
  });

  it('runs nothing before the key was seen', async () => {
    const { send, closed } = await openWebSocket(`ws://${host}/graphql`);
    send({ type: 'subscribe', id: '1', payload: { query: '{ hello }' } });
    expect((await closed).code).toBe(4401);
  });

  it('closes a socket that says nothing', async () => {
    const { closed } = await openWebSocket(`ws://${host}/graphql`);
    expect((await closed).code).toBe(4408);
  });
});

describe('graphql-sse', () => {
  it.each([
    ['PUT', undefined],
    ['POST', JSON.stringify({ query: EVENTS })],
    ['GET', undefined],
  ])('answers 401 to %s without a key', async (method, body) => {
    const response = await fetch(`${rig.url}/graphql/stream`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body }),
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ success: false, error: { code: 'UNAUTHENTICATED' } });
    expect(rig.streamsHeld()).toBe(0);
  });

  it('takes the session cookie of an own page', async () => {
    const headers = { ...cookie, 'sec-fetch-site': 'same-origin' };
    const { response, messages } = await openStream(
      `${rig.url}/graphql/stream?query=${encodeURIComponent('{ hello }')}`,
      { headers },
    );
    expect(response.status).toBe(200);
    expect(await messages.next()).toEqual({ event: 'next', data: { data: { hello: 'hello' } } });
  });

  it("refuses another key's stream token", async () => {
    const put = await fetch(`${rig.url}/graphql/stream`, { method: 'PUT', headers: { 'x-dijla-key': KEY } });
    const token = await put.text();
    for (const theirs of [READER_KEY, SEND_ONLY_KEY]) {
      const response = await fetch(`${rig.url}/graphql/stream?token=${token}`, {
        headers: { 'x-dijla-key': theirs, accept: 'text/event-stream' },
      });
      expect(response.status).toBe(401);
    }
    const { response } = await openStream(`${rig.url}/graphql/stream?token=${token}`, {
      headers: { 'x-dijla-key': KEY },
    });
    expect(response.status).toBe(200);
  });
});

describe('Socket.io', () => {
  it.each([
    ['no key', {}],
    ['a wrong key', { key: 'wrong' }],
    ['a key of the wrong kind', { key: { $ne: '' } }],
  ])('refuses %s by connect_error', async (_name, auth) => {
    const { refused, socket } = openSocketIo(host, auth);
    expect(await refused).toMatchObject({
      message: 'Unauthorized: the API key is missing or wrong.',
      data: { code: 'UNAUTHENTICATED' },
    });
    socket.close();
  });

  it('refuses a key that may not read', async () => {
    const { refused, socket } = openSocketIo(host, { key: SEND_ONLY_KEY });
    expect((await refused).data?.code).toBe('FORBIDDEN');
    socket.close();
  });

  it.each([
    ['x-dijla-key', { 'x-dijla-key': KEY }],
    ['Authorization', { authorization: `Bearer ${KEY}` }],
    ['the session cookie', { ...cookie, origin: '' }],
  ])('takes the key from %s in the handshake', async (_name, headers) => {
    const own = 'origin' in headers ? { ...headers, origin: `http://${host}` } : headers;
    for (const transport of ['websocket', 'polling'] as const) {
      const { connected, refused, socket } = openSocketIo(host, {}, { headers: own, transport });
      expect(await Promise.race([connected, refused])).toBeUndefined();
      socket.close();
    }
  });

  it('shows a client its own tenant alone', async () => {
    const named = openSocketIo(host, { key: KEY, tenant: 'other', after: null });
    await named.connected;
    const home = openSocketIo(host, { key: KEY });
    await home.connected;
    rig.log.append();
    await home.events.next(({ name }) => name === 'event');
    expect(named.events.all.filter(({ name }) => name === 'event')).toEqual([]);
    named.socket.close();
    home.socket.close();
  });

  it('has no other namespace', async () => {
    const { refused, socket } = openSocketIo(`${host}/admin`, { key: KEY });
    expect((await refused).message).toBe('Invalid namespace');
    socket.close();
  });
});
