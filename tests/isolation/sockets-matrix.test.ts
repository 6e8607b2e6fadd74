import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ROOT } from '../architecture/imports.ts';
import { compared, rowsOf, strangerOf } from './comparing.ts';
import type { Kind } from './tenant-story.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => world?.[Symbol.asyncDispose]());

/** What a Socket.io client is told first: a refusal, a gap, or an event. */
async function overSocketIo(auth: object): Promise<string> {
  const { key } = world.alpha;
  const socket = io(world.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { key, ...auth },
  });
  try {
    return await new Promise<string>((resolve) => {
      socket.onAny((...event) => resolve(JSON.stringify(event)));
      socket.once('connect_error', (error) =>
        resolve(JSON.stringify([error.message, 'data' in error ? error.data : null])),
      );
    });
  } finally {
    socket.close();
  }
}

/** What a graphql-ws client is told first once it has subscribed; or how it was sent away. */
async function overGraphqlWs(params: object, after: string): Promise<string> {
  const { key } = world.alpha;
  const socket = new WebSocket(`${world.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
  const send = (message: object) => socket.send(JSON.stringify(message));
  const query = 'subscription ($after: Cursor) { events(after: $after) { __typename type cursor } }';
  socket.once('open', () => send({ type: 'connection_init', payload: { key, ...params } }));
  const told = new Promise<string>((resolve) => {
    socket.on('message', (data) => {
      const text = String(data);
      if (text.includes('connection_ack'))
        send({ id: '1', type: 'subscribe', payload: { query, variables: { after } } });
      else resolve(text);
    });
    socket.once('close', (code, reason) => resolve(`${code} ${reason}`));
  });
  const text = await told;
  socket.close();
  return text;
}

/** What is answered to a call about a reserved stream, to its first bytes. */
async function overStream(method: string, token: string, more: string, body?: unknown): Promise<string> {
  const headers = { 'x-graphql-event-stream-token': token };
  const response = await world.call(world.alpha.key, method, `/graphql/stream${more}`, body, headers);
  return `${response.status} ${await response.text()}`;
}

/** What every client says when it connects, by transport; the sources below are read for more. */
const CELLS: Readonly<Record<string, readonly [Kind, (id: string) => Promise<string>]>> = {
  'Socket.io: auth.after': ['cursor', (after) => overSocketIo({ after })],
  'Socket.io: auth.tenant': ['tenant', (tenant) => overSocketIo({ tenant, after: world.alpha.ids.cursor })],
  'Socket.io: auth.x-dijla-tenant': [
    'tenant',
    (tenant) => overSocketIo({ 'x-dijla-tenant': tenant, after: world.alpha.ids.cursor }),
  ],
  'graphql-ws: connectionParams.tenant': ['tenant', (tenant) => overGraphqlWs({ tenant }, world.alpha.ids.cursor)],
  'graphql-ws: connectionParams.x-dijla-tenant': [
    'tenant',
    (tenant) => overGraphqlWs({ 'x-dijla-tenant': tenant }, world.alpha.ids.cursor),
  ],
  'graphql-ws: a cursor': ['cursor', (after) => overGraphqlWs({}, after)],
  'graphql-sse: an operation on a stream': [
    'streamToken',
    (token) => overStream('POST', token, '', { query: '{ cursor }', extensions: { operationId: '1' } }),
  ],
  'graphql-sse: ending an operation of a stream': [
    'streamToken',
    (token) => overStream('DELETE', token, '?operationId=1'),
  ],
};

it.each(Object.keys(CELLS))('answers for what is another’s as for what nobody has: %s', async (name) => {
  const { alpha, beta } = world;
  const [kind, ask] = CELLS[name] ?? [];
  if (kind === undefined || ask === undefined) throw new Error(`there is no cell ${name}`);
  const answer = async (id: string) => compared({ status: '', body: await ask(id) }, id, [alpha, beta]);
  const before = rowsOf(world, beta);
  const strangers = await answer(strangerOf(kind, beta));
  expect(await answer(beta.ids[kind])).toBe(strangers);
  expect(await answer(alpha.ids[kind])).not.toBe(strangers);
  expect(rowsOf(world, beta)).toEqual(before);
});

it('leaves another’s reserved stream as it was', async () => {
  const { beta } = world;
  const headers = { 'x-graphql-event-stream-token': beta.ids.streamToken };
  const body = { query: '{ cursor }', extensions: { operationId: '1' } };
  expect((await world.call(beta.key, 'POST', '/graphql/stream', body, headers)).status).toBe(202);
});

it('puts no client into a room that it names', async () => {
  const { alpha, beta } = world;
  const socket = io(world.url, {
    transports: ['websocket'],
    forceNew: true,
    auth: { key: alpha.key, after: alpha.ids.cursor },
  });
  try {
    const heard: string[] = [];
    const live = Promise.withResolvers<void>();
    socket.onAny((...event) => {
      heard.push(JSON.stringify(event));
      if (heard.at(-1)?.includes('"after the rest"')) live.resolve();
    });
    await once(socket as unknown as NodeJS.EventEmitter, 'connect');
    for (const room of [beta.tenantId, beta.key, beta.ids.number, 'dijla']) {
      for (const verb of ['join', 'subscribe', 'room']) socket.emit(verb, room);
    }
    const write = (to: string, from: string, text: string) =>
      world.call(world.app.masterKey, 'POST', '/sandbox/messages', { from: from.slice(1), to, text });
    await write(beta.ids.metaNumber, beta.ids.person, 'for beta alone');
    await expect
      .poll(async () => (await world.call(beta.key, 'GET', '/api/v1/whatsapp/events?limit=500')).text())
      .toContain('for beta alone');
    await write(alpha.ids.metaNumber, alpha.ids.person, 'after the rest');
    await live.promise;
    expect(heard.join()).not.toContain('for beta alone');
  } finally {
    socket.close();
  }
});

it('knows everything that a client may say when it connects', async () => {
  const read = (file: string) => readFile(join(ROOT, 'src/transport', file), 'utf8');
  const socketIo = await read('realtime/socket-io.ts');
  const authenticator = await read('auth.ts');
  const said = [
    ...[...socketIo.matchAll(/auth\['(\w+)'\]/g)].map(([, name]) => name),
    ...[...authenticator.matchAll(/word\(([^)]*)\)/g)].flatMap(([, names = '']) => names.match(/[\w-]+/g) ?? []),
  ];
  const known = ['ack', 'after', 'key', 'tenant', 'x-dijla-key', 'x-dijla-tenant'];
  expect([...new Set(said)].toSorted(), 'give it a cell in CELLS, and name it here').toEqual(
    expect.arrayContaining(known),
  );
  expect(said.filter((name) => !known.includes(name ?? '') && name !== 'names' && name !== 'string')).toEqual([]);
});
