import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { io } from 'socket.io-client';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { schema } from '../../src/transport/graphql/schema.ts';
import { IDS, OPERATIONS } from './graphql-recipes.ts';
import { entryFor, operationsOf, placesOf } from './places.ts';
import { run, variablesWith } from './running.ts';
import { canaryOf, type Side } from './tenant-story.ts';
import { type Headers, startWorld, type World } from './world.ts';

/** What a tenant received, by where it came from. */
type Heard = Map<string, string>;

const MEDIA = '/api/v1/whatsapp/media';
const MESSAGE = '{ id text raw reference sentBy contact { name phone userId username } }';
const EVENTS = `subscription ($after: Cursor) { events(after: $after) { __typename type cursor
  ... on InboundMessage { message ${MESSAGE} } ... on OutboundMessage { message ${MESSAGE} }
  ... on StatusUpdate { message ${MESSAGE} } ... on NoticeEvent { data } } }`;

/** Reads everything that a tenant can read without knowing another's ids. */
async function readAll(world: World, side: Side): Promise<Heard> {
  const heard: Heard = new Map();
  const read = async (path: string, headers: Headers = {}) => {
    const response = await world.call(side.key, 'GET', path, undefined, headers);
    const bytes = Buffer.from(await response.arrayBuffer());
    heard.set(`GET ${path} ${Object.keys(headers)}`, JSON.stringify([...response.headers]) + bytes.toString('utf8'));
  };
  const { ids } = side;
  for (const operation of operationsOf(schema)) {
    if (operation.startsWith('Mutation')) continue;
    heard.set(operation, (await run(world, side, operation, OPERATIONS[operation]?.(ids) ?? {})).body);
  }
  await read('/api/v1/whatsapp/events?limit=500');
  await read(`/api/v1/whatsapp/messages/${ids.message}`);
  await read(`/api/v1/whatsapp/messages/${ids.wamid}`);
  for (const file of [ids.document, ids.image, ids.receivedImage, ids.mediaMessage.replace('msg_', 'med_')]) {
    await read(`${MEDIA}/${file}`);
    await read(`${MEDIA}/${file}/thumbnail`);
  }
  await read('/api/v1/session', { 'x-dijla-key': '', cookie: ids.cookie });
  for (const path of ['/metrics', '/sandbox/calls', '/sandbox/people', '/api/v1/openapi.json', '/', '/dashboard'])
    await read(path);
  return heard;
}

/** Follows a tenant's log over every transport, from a cursor on, for as long as it is not disposed of. */
function follow(world: World, side: Side, after: string): { readonly heard: Heard } & AsyncDisposable {
  const heard: Heard = new Map();
  const add = (from: string, what: unknown) => heard.set(from, (heard.get(from) ?? '') + JSON.stringify(what));
  const { key } = side;
  const sink = (from: string) => ({
    next: (result: unknown) => add(from, result),
    error: (error: unknown) => add(from, String(error)),
    complete: () => {},
  });
  const operation = { query: EVENTS, variables: { after } };
  const ws = createWsClient({
    url: `${world.url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { key },
  });
  ws.subscribe(operation, sink('graphql-ws'));
  const sse = [true, false].map((singleConnection) => {
    const client = createSseClient({
      url: `${world.url}/graphql/stream`,
      headers: { 'x-dijla-key': key },
      singleConnection,
    });
    client.subscribe(operation, sink(`graphql-sse, ${singleConnection ? 'a single connection' : 'distinct'}`));
    return client;
  });
  const sockets = ['websocket', 'polling'].map((transport) => {
    const socket = io(world.url, { transports: [transport], forceNew: true, auth: { key, after } });
    socket.onAny((...event) => add(`Socket.io, ${transport}`, event));
    return socket;
  });
  const gone = new AbortController();
  const headers = { 'x-dijla-key': key, accept: 'text/event-stream' };
  const stream = async () => {
    const response = await fetch(`${world.url}/api/v1/whatsapp/events?after=${after}`, {
      headers,
      signal: gone.signal,
    });
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) add('SSE', chunk);
  };
  const polls = async () => {
    for (let cursor = after; !gone.signal.aborted; ) {
      const address = `${world.url}/api/v1/whatsapp/events?wait=5&after=${cursor}`;
      const text = await (await fetch(address, { headers: { 'x-dijla-key': key }, signal: gone.signal })).text();
      add('long poll', text);
      ({ cursor } = JSON.parse(text));
    }
  };
  for (const reading of [stream(), polls()]) reading.catch(() => {});
  const clients = [...sse.map((client) => () => client.dispose()), ...sockets.map((socket) => () => socket.close())];
  return {
    heard,
    async [Symbol.asyncDispose]() {
      gone.abort();
      await ws.dispose();
      for (const leave of clients) leave();
    },
  };
}

async function act(world: World, side: Side, word: string): Promise<void> {
  const { ids, key } = side;
  const said = { from: ids.person.slice(1), to: ids.metaNumber, text: `${canaryOf(side.name)} ${word}` };
  await world.call(world.app.masterKey, 'POST', '/sandbox/messages', said);
  const message = {
    to: ids.person,
    text: `${canaryOf(side.name)} answer to ${word}`,
    reference: `${canaryOf(side.name)} ref`,
  };
  expect((await world.call(key, 'POST', '/api/v1/whatsapp/reply', { message })).status).toBe(200);
}

/** Where one tenant heard words or ids of another's: `<from>: <what>`. */
function strays(heard: Heard, other: Side): readonly string[] {
  const theirs = [canaryOf(other.name), other.accessToken, ...Object.values(other.ids)].filter((one) => one !== '');
  return [...heard].flatMap(([from, text]) =>
    theirs.filter((one) => text.includes(one)).map((one) => `${from}: ${one}`),
  );
}

it('nothing of one tenant’s is in what another can read or hears, over any transport', async () => {
  await using world = await startWorld({ statuses: true });
  const sides: readonly (readonly [Side, Side])[] = [
    [world.alpha, world.beta],
    [world.beta, world.alpha],
  ];
  for (const [side, other] of sides) {
    const heard = await readAll(world, side);
    expect(strays(heard, other)).toEqual([]);
    // The control: the same search finds what is the tenant's own.
    const own = new Set(strays(heard, side).map((stray) => stray.slice(0, stray.indexOf(': '))));
    for (const from of [
      'Query.messages',
      'Query.conversations',
      'Query.viewer',
      'Query.apiKeys',
      'Query.phoneNumbers',
    ]) {
      expect(own).toContain(from);
    }
    expect([...own].filter((from) => from.startsWith(`GET ${MEDIA}`)).length).toBeGreaterThanOrEqual(2);
  }

  await using following = new AsyncDisposableStack();
  const heard = sides.map(([side]) => following.use(follow(world, side, side.ids.cursor)).heard);
  for (const [side] of sides) await act(world, side, 'live');
  for (const [side] of sides) await act(world, side, 'last');
  for (const [index, [side, other]] of sides.entries()) {
    const mine = heard[index] ?? new Map();
    await expect
      .poll(() => [...mine.values()].filter((text) => text.includes(`${canaryOf(side.name)} answer to last`)).length)
      .toBe(7);
    expect(strays(mine, other)).toEqual([]);
  }
});

it('no word of another’s is in the answers to questions for its ids', async () => {
  await using world = await startWorld();
  const { alpha, beta } = world;
  const found: string[] = [];
  let asked = 0;
  for (const place of placesOf(schema)) {
    const ids = entryFor(IDS, place.name);
    for (const kind of ids === undefined || typeof ids === 'string' ? [] : ids.kinds) {
      if (ids === undefined || typeof ids === 'string' || beta.ids[kind].includes(canaryOf('beta'))) continue;
      asked += 1;
      const { body } = await run(world, alpha, place.operation, variablesWith(alpha, place, ids, beta.ids[kind]));
      if (body.includes(canaryOf('beta'))) found.push(`${place.name} (${kind})`);
    }
  }
  expect(found).toEqual([]);
  expect(asked).toBeGreaterThan(60);
});
