import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import { createGatewayClient } from '../../client/index.ts';
import { Signal } from './concurrency.ts';
import { KEY } from './gateway-process.ts';
import { type Line, lineOf } from './ledger.ts';
import type { World } from './world.ts';

/** Reads the log from a cursor on, over restarts and cuts, and keeps everything that it saw, in order. */
export interface Consumer {
  readonly name: string;
  readonly lines: readonly Line[];
  /** False when it did not come true in time. */
  until(holds: (lines: readonly Line[]) => boolean, ms: number): Promise<boolean>;
  stop(): void;
}

type Event = Parameters<typeof lineOf>[0] & { readonly cursor: string };

/** What a consumer has stored: its lines, and the cursor that it will come back with. */
class Inbox {
  readonly lines: Line[] = [];
  readonly #heard = new Signal();
  after: string;

  constructor(after: string) {
    this.after = after;
  }

  take(event: Event): void {
    this.after = event.cursor;
    if (event.type.toLowerCase() === 'checkpoint') return;
    this.lines.push(lineOf(event));
    this.#heard.changed();
  }

  as(name: string, stop: () => void): Consumer {
    const until: Consumer['until'] = (holds, ms) => this.#heard.until(() => holds(this.lines), ms);
    return { name, lines: this.lines, until, stop };
  }
}

/** Comes back at once after a failure, but lets others have the processor first. */
const RETRY_MS = 20;
const soon = () => new Promise<void>((resolve) => setTimeout(resolve, RETRY_MS));
const KEY_HEADER = { 'x-dijla-key': KEY };

/** The cursor of now. */
export async function now(world: World): Promise<string> {
  const answer = await world.call('POST', '/graphql', { query: '{ cursor }' });
  const { data } = (await answer.json()) as { data: { cursor: string } };
  return data.cursor;
}

export function longPoll(world: World, after: string): Consumer {
  const inbox = new Inbox(after);
  const leave = new AbortController();
  const read = async () => {
    const url = await world.up();
    const path = `/api/v1/whatsapp/events?limit=200&wait=2&after=${inbox.after}`;
    const response = await fetch(url + path, { headers: KEY_HEADER, signal: leave.signal });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const page = (await response.json()) as { events: readonly Event[] };
    for (const event of page.events) inbox.take(event);
  };
  const loop = async () => {
    while (!leave.signal.aborted) await read().catch(soon);
  };
  void loop();
  return inbox.as('long poll', () => leave.abort());
}

export function plainSse(world: World, after: string): Consumer {
  const inbox = new Inbox(after);
  const leave = new AbortController();
  const read = async () => {
    const response = await fetch(`${world.network.url}/api/v1/whatsapp/events`, {
      headers: { ...KEY_HEADER, accept: 'text/event-stream', 'last-event-id': inbox.after },
      signal: leave.signal,
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (text + chunk).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^data: ?(.*)$/m.exec(block)?.[1];
        if (data !== undefined && /^id:/m.test(block)) inbox.take(JSON.parse(data));
      }
    }
  };
  const loop = async () => {
    while (!leave.signal.aborted)
      await read()
        .catch(() => {})
        .then(soon);
  };
  void loop();
  return inbox.as('plain SSE', () => leave.abort());
}

function overSocketIo(name: string, transports: readonly ('polling' | 'websocket')[]) {
  return (world: World, from: string): Consumer => {
    const inbox = new Inbox(from);
    const socket = io(world.network.url, {
      forceNew: true,
      transports: [...transports],
      reconnectionDelay: RETRY_MS,
      reconnectionDelayMax: 5 * RETRY_MS,
      auth: (give) => give({ key: KEY, after: inbox.after }),
    });
    for (const name of ['inboundMessage', 'statusUpdate', 'event']) socket.on(name, (event) => inbox.take(event));
    // A connection that the server closed comes back only when asked to.
    socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') socket.connect();
    });
    return inbox.as(name, () => void socket.close());
  };
}

const socketIo = overSocketIo('Socket.io', ['websocket']);
const socketIoPolling = overSocketIo('Socket.io by polling', ['polling']);
/**
 * As Socket.io's clients do it when nothing else is said. A cut amid the change from polling to WebSocket leaves its
 * engine waiting for a ping that never comes: it is back, and resumes, up to 45 s later. For rigs with that patience.
 */
export const socketIoUpgrading = overSocketIo('Socket.io, upgrading', ['polling', 'websocket']);

const QUERY = `subscription ($after: Cursor) { events(after: $after) { cursor type
  ... on InboundMessage { message { id text } } ... on OutboundMessage { message { id text } }
  ... on StatusUpdate { status message { id } } } }`;

/** Subscribes with a payload whose cursor moves on, so that the stock client comes back with it. */
function graphql(
  name: string,
  after: string,
  subscribe: (payload: { query: string; variables: { after: string } }, next: (result: unknown) => void) => () => void,
): Consumer {
  const inbox = new Inbox(after);
  const variables = { after };
  const stop = subscribe({ query: QUERY, variables }, (result) => {
    const { data } = result as { data?: { events: Event } | null };
    if (!data) return;
    inbox.take(data.events);
    variables.after = inbox.after;
  });
  return inbox.as(name, stop);
}

const IGNORED = { error: () => {}, complete: () => {} };
const PERSISTENT = { retryAttempts: Number.POSITIVE_INFINITY, shouldRetry: () => true };

export function graphqlWs(world: World, after: string): Consumer {
  const client = createWsClient({
    url: `${world.network.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { key: KEY },
    retryWait: soon,
    ...PERSISTENT,
  });
  return graphql('graphql-ws', after, (payload, next) => {
    client.subscribe(payload, { next, ...IGNORED });
    return () => void Promise.resolve(client.dispose()).catch(() => {});
  });
}

export function graphqlSse(world: World, after: string): Consumer {
  const url = `${world.network.url}/graphql/stream`;
  const client = createSseClient({ url, headers: KEY_HEADER, retry: soon, ...PERSISTENT });
  return graphql('graphql-sse', after, (payload, next) => {
    client.subscribe(payload, { next, ...IGNORED });
    return () => client.dispose();
  });
}

/** The project's own client, exactly as its users have it. */
export function typedClient(world: World, after: string): Consumer {
  const inbox = new Inbox(after);
  const client = createGatewayClient({ url: world.network.url, key: KEY });
  const loop = async () => {
    for await (const event of client.events({ after })) inbox.take(event);
  };
  void loop().catch(() => {});
  return inbox.as('typed client', () => client.dispose());
}

export const TRANSPORTS = { longPoll, plainSse, socketIo, socketIoPolling, graphqlWs, graphqlSse, typedClient };
