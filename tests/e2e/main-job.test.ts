import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { Frames } from '../support/frames.ts';
import { discard, type GatewayProcess, runGateway } from '../support/process.ts';

/*
 * The main job, over real sockets against the real process: send a template, see its ticks, get a reply, answer it. The
 * same story is heard over every transport.
 */
let gateway: GatewayProcess;
const leave: (() => void)[] = [];
beforeAll(async () => {
  gateway = await runGateway();
});
afterAll(async () => {
  for (const end of leave) end();
  await discard(gateway);
});

const KEY = () => ({ 'x-dijla-key': gateway.key });
const PERSON = '9647700000000';

async function post(path: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(gateway.url + path, {
    method: 'POST',
    headers: { ...KEY(), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { ...(await response.json()), http: response.status };
}

async function now(): Promise<string> {
  const { data } = (await post('/graphql', { query: '{ cursor }' })) as { data: { cursor: string } } & object;
  return data.cursor;
}

/** Meta has it; its next news may have come before the answer. */
const TAKEN = expect.stringMatching(/^(ACCEPTED|SENT|DELIVERED|READ)$/);

/** What a listener hears of the story, in the words of one line each. */
type Heard = Frames<string>;

const STORY = [
  'outbound_message QUEUED',
  'message_status ACCEPTED',
  'message_status SENT',
  'message_status DELIVERED',
  'message_status READ',
];

async function tellStory(): Promise<void> {
  expect(await post('/api/v1/whatsapp/send', { message: { to: PERSON, templateName: 'hello_world' } })).toMatchObject({
    http: 200,
    success: true,
    status: TAKEN,
  });
}

interface EventJson {
  readonly type: string;
  readonly status: string | null;
}
const lineOf = ({ type, status }: EventJson) => `${type} ${status}`;

const EVENTS = `subscription ($after: Cursor) {
  events(after: $after) { type ... on OutboundMessage { message { status } } ... on StatusUpdate { status } }
}`;

/** An item of the GraphQL subscription; checkpoints say nothing. */
function hearGraphql(heard: Heard, result: { data?: unknown }): void {
  const { events } = result.data as { events: { type: string; status?: string; message?: { status: string } } };
  if (events.type.toLowerCase() === 'checkpoint') return;
  heard.push(`${events.type.toLowerCase()} ${events.status ?? events.message?.status}`);
}

/** Reads server-sent events: the `data:` of each, as text. */
async function readSse(response: Response, onData: (data: string) => void): Promise<void> {
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += new TextDecoder().decode(chunk);
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: ?(.*)$/m.exec(block)?.[1];
      if (data) onData(data);
    }
  }
}

const LISTENERS: Readonly<Record<string, (heard: Heard, after: string) => void | Promise<void>>> = {
  'graphql-ws': (heard, after) => {
    const client = createWsClient({
      url: `${gateway.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { key: gateway.key },
    });
    client.subscribe({ query: EVENTS, variables: { after } }, listenerOf(heard));
    leave.push(() => void client.dispose());
  },
  'graphql-sse, distinct connections': (heard, after) => listenSse(heard, after, false),
  'graphql-sse, single connection': (heard, after) => listenSse(heard, after, true),
  "Yoga's own SSE": async (heard, after) => {
    const response = await stream('/graphql', {
      method: 'POST',
      body: JSON.stringify({ query: EVENTS, variables: { after } }),
    });
    void readSse(response, (data) => hearGraphql(heard, JSON.parse(data))).catch(() => {});
  },
  'plain SSE': async (heard, after) => {
    const response = await stream('/api/v1/whatsapp/events', { headers: { 'last-event-id': after } });
    void readSse(response, (data) => hearJson(heard, JSON.parse(data))).catch(() => {});
  },
  'Socket.io': (heard, after) => {
    const socket = io(gateway.url, { auth: { key: gateway.key, after }, transports: ['websocket'] });
    for (const name of ['inboundMessage', 'statusUpdate', 'event']) socket.on(name, (event) => hearJson(heard, event));
    leave.push(() => void socket.close());
  },
  'Socket.io by polling': (heard, after) => {
    const socket = io(gateway.url, { auth: { key: gateway.key, after }, transports: ['polling'] });
    for (const name of ['inboundMessage', 'statusUpdate', 'event']) socket.on(name, (event) => hearJson(heard, event));
    leave.push(() => void socket.close());
  },
  'long poll': (heard, after) => {
    let stopped = false;
    leave.push(() => {
      stopped = true;
    });
    void (async () => {
      for (let cursor = after; !stopped; ) {
        const response = await fetch(`${gateway.url}/api/v1/whatsapp/events?wait=5&after=${cursor}`, {
          headers: KEY(),
        });
        const page: { events: EventJson[]; cursor: string } = await response.json();
        for (const event of page.events) hearJson(heard, event);
        cursor = page.cursor;
      }
    })().catch(() => {});
  },
};

function listenerOf(heard: Heard) {
  return {
    next: (result: { data?: unknown }) => hearGraphql(heard, result),
    error: (error: unknown) => heard.end(error),
    complete: () => heard.end(),
  };
}

function listenSse(heard: Heard, after: string, singleConnection: boolean): void {
  const url = `${gateway.url}/graphql/stream`;
  const client = createSseClient({ url, headers: KEY(), singleConnection });
  client.subscribe({ query: EVENTS, variables: { after } }, listenerOf(heard));
  leave.push(() => client.dispose());
}

function hearJson(heard: Heard, event: EventJson): void {
  if (event.type !== 'checkpoint') heard.push(lineOf(event));
}

async function stream(path: string, init: RequestInit): Promise<Response> {
  const abort = new AbortController();
  leave.push(() => abort.abort());
  const headers = { ...KEY(), accept: 'text/event-stream', 'content-type': 'application/json', ...init.headers };
  const response = await fetch(gateway.url + path, { ...init, headers, signal: abort.signal });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  return response;
}

const NAMES = Object.keys(LISTENERS);

/** All listeners at once hear one story. */
async function listenAll(after: string): Promise<ReadonlyMap<string, Heard>> {
  const heard = new Map<string, Heard>();
  for (const name of NAMES) {
    const frames: Heard = new Frames();
    heard.set(name, frames);
    await LISTENERS[name]?.(frames, after);
  }
  return heard;
}

describe('a template and its ticks', () => {
  let live: ReadonlyMap<string, Heard>;
  let replayed: ReadonlyMap<string, Heard>;
  beforeAll(async () => {
    const after = await now();
    live = await listenAll(after);
    await tellStory();
    await live.get('long poll')?.take(STORY.length);
    replayed = await listenAll(after);
  });

  it.each(NAMES)('are heard live over %s', async (name) => {
    const heard = live.get(name);
    while ((heard?.all.length ?? 0) < STORY.length) await heard?.next();
    expect(heard?.all).toEqual(STORY);
  });

  it.each(NAMES)('are replayed from a cursor over %s', async (name) => {
    const heard = replayed.get(name);
    while ((heard?.all.length ?? 0) < STORY.length) await heard?.next();
    expect(heard?.all).toEqual(STORY);
  });
});

it('lets a customer write and be answered, over REST and GraphQL alike', async () => {
  const after = await now();
  await post('/sandbox/messages', { from: PERSON, text: 'Is my order on its way?' });
  const page = await fetch(`${gateway.url}/api/v1/whatsapp/events?wait=10&after=${after}`, { headers: KEY() });
  const { events } = await page.json();
  const asked = events.find((event: EventJson) => event.type === 'inbound_message');
  expect(asked.message).toMatchObject({ text: 'Is my order on its way?', contact: { phone: `+${PERSON}` } });

  const answered = await post('/api/v1/whatsapp/reply', {
    message: { to: PERSON, text: 'It is.', replyTo: asked.message.id },
  });
  expect(answered).toMatchObject({ http: 200, status: TAKEN });

  const again = await post('/graphql', {
    query: `mutation ($to: RecipientInput!) { sendReply(input: { to: $to, content: { text: { body: "Tomorrow." } } }) {
      __typename ... on Message { status conversation { window { open } messages(first: 3) { edges { node { text } } } } }
    } }`,
    variables: { to: { conversationId: asked.message.conversationId } },
  });
  expect(again).toMatchObject({
    data: {
      sendReply: {
        __typename: 'Message',
        status: TAKEN,
        conversation: {
          window: { open: true },
          messages: { edges: [{ node: { text: 'Tomorrow.' } }, { node: { text: 'It is.' } }, {}] },
        },
      },
    },
  });
});
