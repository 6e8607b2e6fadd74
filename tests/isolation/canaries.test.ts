import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { io } from 'socket.io-client';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { schema } from '../../src/transport/graphql/schema.ts';
import { DAYS, IDS, OPERATIONS } from './graphql-recipes.ts';
import { entryFor, operationsOf, placesOf } from './places.ts';
import { run, variablesWith } from './running.ts';
import { COMMON, canaryOf, type Kind, type Side } from './tenant-story.ts';
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

/** The tenant writes to its person, who answers: on a shared number, whoever wrote last is answered. */
async function act(world: World, side: Side, word: string): Promise<void> {
  const { ids, key } = side;
  const message = {
    to: ids.person,
    text: `${canaryOf(side.name)} answer to ${word}`,
    reference: `${canaryOf(side.name)} ref`,
  };
  expect((await world.call(key, 'POST', '/api/v1/whatsapp/reply', { message })).status).toBe(200);
  await say(world, side, { text: `${canaryOf(side.name)} ${word}` });
}

/** Resolves with the `wamid` of what the person says. */
async function say({ app, call }: World, { ids }: Side, what: object): Promise<string> {
  const said = { from: ids.person.slice(1), to: ids.metaNumber, ...what };
  const response = await call(app.masterKey, 'POST', '/sandbox/messages', said);
  expect(response.status).toBe(200);
  return JSON.parse(await response.text()).id;
}

/** Where words or ids were heard that are one tenant's alone: `<from>: <what>`. */
function strays(heard: Heard, { accessToken, ids, name }: Side, { shared }: World): readonly string[] {
  const kinds = Object.keys(ids).filter((kind) => !(shared && COMMON.includes(kind as Kind)));
  const all = [canaryOf(name), accessToken, ...kinds.map((kind) => ids[kind as Kind])];
  const theirs = all.filter((one) => one !== '');
  return [...heard].flatMap(([from, text]) =>
    theirs.filter((one) => text.includes(one)).map((one) => `${from}: ${one}`),
  );
}

it.each([
  ['with a number each', false],
  ['sharing a number and a customer', true],
])('nothing of one tenant’s is in what another can read or hears, over any transport: %s', async (_with, shared) => {
  await using world = await startWorld({ statuses: true, shared });
  const sides: readonly (readonly [Side, Side])[] = [
    [world.alpha, world.beta],
    [world.beta, world.alpha],
  ];
  for (const [side, other] of sides) {
    const heard = await readAll(world, side);
    expect(strays(heard, other, world)).toEqual([]);
    // Only a tenant whose number has webhooks of its own is told how they fare; its verify token is told to nobody.
    const webhooks = heard.get('Query.connection');
    if (shared || side === world.alpha) expect(webhooks).toContain('"connection":null');
    else expect(webhooks).toMatch(/\/webhook\/ten_\w+".*"verifyToken":null/);
    // The control: the same search finds what is the tenant's own.
    const own = new Set(strays(heard, side, world).map((stray) => stray.slice(0, stray.indexOf(': '))));
    for (const from of [
      'Query.messages',
      'Query.conversations',
      'Query.viewer',
      'Query.apiKeys',
      'Query.auditLog',
      ...(shared ? [] : ['Query.phoneNumbers']),
    ]) {
      expect(own).toContain(from);
    }
    expect([...own].filter((from) => from.startsWith(`GET ${MEDIA}`)).length).toBeGreaterThanOrEqual(2);
  }

  await using following = new AsyncDisposableStack();
  const heard = sides.map(([side]) => following.use(follow(world, side, side.ids.cursor)).heard);
  for (const [side] of sides) await act(world, side, 'live');
  for (const [side, other] of sides) {
    await act(world, other, 'between');
    // What points at a tenant's message is that tenant's, whoever wrote last.
    const { sentMessage } = side.ids;
    const sent = await (await world.call(side.key, 'GET', `/api/v1/whatsapp/messages/${sentMessage}`)).text();
    const { messageId } = JSON.parse(sent);
    await say(world, side, { text: `${canaryOf(side.name)} quotes`, replyTo: messageId });
    await say(world, side, { type: 'reaction', reaction: { message_id: messageId, emoji: '👍' } });
  }
  for (const [side] of sides) await act(world, side, 'last');
  for (const [index, [side, other]] of sides.entries()) {
    const mine = heard[index] ?? new Map();
    await expect
      .poll(() => [...mine.values()].filter((text) => text.includes(`${canaryOf(side.name)} last`)).length)
      .toBe(7);
    expect(strays(mine, other, world)).toEqual([]);
    const quoted = [...mine.values()].filter((text) => text.includes(`${canaryOf(side.name)} quotes`));
    expect(quoted.length).toBe(7);
  }
});

it('nothing that a tenant counts moves when another talks with the same customer over the same number', async () => {
  await using world = await startWorld({ shared: true });
  const { alpha, beta } = world;
  const COUNTS = `query ($from: DateTime!, $to: DateTime!, $day: String!, $next: String!, $conversation: ID!) {
    unread { conversations messages } conversation(id: $conversation) { unreadCount readUpTo lastMessage { id } }
    usage(from: $day, to: $next) { totals { messages inbound outbound } stored { files bytes } rows { messages } }
    delivery(from: $from, to: $to) { total statuses { status count } numbers { total } templates { name total } }
    phoneNumbers { queue { depth oldestAt rate pausedUntil } }
    messages { edges { node { id status reactions { emoji } } } } auditLog(first: 100) { edges { node { id } } } cursor }`;
  // An answer about the same range may come from memory.
  let range = 0;
  const counts = async ({ key, ids }: Side) => {
    const from = new Date(Date.now() - 2 * 3_600_000 + range++).toISOString();
    const to = new Date(Date.now() + 3_600_000).toISOString();
    const variables = { from, to, day: DAYS.from, next: DAYS.to, conversation: ids.conversation };
    const text = await (await world.call(key, 'POST', '/graphql', { query: COUNTS, variables })).text();
    expect(text).not.toContain('"errors"');
    return text;
  };
  const [alphas, betas] = [await counts(alpha), await counts(beta)];
  expect(alphas).toContain('"queue":{');
  await act(world, beta, 'counted');
  const log = async () => (await world.call(beta.key, 'GET', '/api/v1/whatsapp/events?limit=500')).text();
  await expect.poll(log).toContain(`${canaryOf('beta')} counted`);
  expect(await counts(alpha)).toBe(alphas);
  expect(await counts(beta)).not.toBe(betas);
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
