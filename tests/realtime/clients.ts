import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import { Frames } from '../support/frames.ts';
import { KEY } from './support.ts';

export const EVENTS = 'subscription ($after: String) { events(after: $after) { cursor at data } }';

/** What a consumer needs of a transport: the events' numbers in the order in which they came, and an end. */
export interface Consumer {
  /** Each event's number in the log. */
  readonly numbers: Frames<number>;
  stop(): Promise<void>;
}

/** Connects to the host and reads on from the cursor by the stock client's own reconnect. */
export type Consume = (host: string, after: string) => Consumer;

const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

interface GraphqlEvent {
  readonly data?: { readonly events: { readonly cursor: string; readonly data: string | null } } | null;
  readonly errors?: readonly unknown[] | undefined;
}

/** Both GraphQL clients send the same variables object again, so moving its cursor is all that resuming takes. */
function sinkOf(numbers: Frames<number>, variables: { after: string }) {
  return {
    next(result: unknown) {
      const { data, errors } = result as GraphqlEvent;
      if (!data) return numbers.end(errors);
      variables.after = data.events.cursor;
      if (data.events.data !== null) numbers.push(Number(data.events.data));
    },
    error: (error: unknown) => numbers.end(error),
    complete: () => numbers.end(),
  };
}

const overGraphqlWs: Consume = (host, after) => {
  const numbers = new Frames<number>();
  const variables = { after };
  const client = createWsClient({
    url: `ws://${host}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { key: KEY },
    retryAttempts: 100,
    retryWait: soon,
    shouldRetry: () => true,
  });
  client.subscribe({ query: EVENTS, variables }, sinkOf(numbers, variables));
  return { numbers, stop: async () => client.dispose() };
};

const overGraphqlSse =
  (singleConnection: boolean): Consume =>
  (host, after) => {
    const numbers = new Frames<number>();
    const variables = { after };
    const client = createSseClient({
      url: `http://${host}/graphql/stream`,
      singleConnection,
      headers: () => ({ 'x-dijla-key': KEY }),
      retryAttempts: 100,
      retry: soon,
    });
    client.subscribe({ query: EVENTS, variables }, sinkOf(numbers, variables));
    return { numbers, stop: async () => client.dispose() };
  };

const overSocketIo =
  (transport: 'websocket' | 'polling', ack = false): Consume =>
  (host, from) => {
    const numbers = new Frames<number>();
    let after = from;
    const socket = io(`http://${host}`, {
      transports: [transport],
      forceNew: true,
      reconnectionDelay: 5,
      reconnectionDelayMax: 10,
      auth: (give) => give({ key: KEY, after, ack }),
    });
    socket.on('event', (event: { cursor: string; data: number }, acknowledge?: () => void) => {
      after = event.cursor;
      numbers.push(event.data);
      acknowledge?.();
    });
    return { numbers, stop: async () => void socket.close() };
  };

/** Every way to follow the feed over a socket or stream of this server. */
export const CONSUMERS: readonly (readonly [string, Consume])[] = [
  ['graphql-ws', overGraphqlWs],
  ['graphql-sse, a connection per operation', overGraphqlSse(false)],
  ['graphql-sse, a single connection', overGraphqlSse(true)],
  ['Socket.io over WebSocket', overSocketIo('websocket')],
  ['Socket.io over polling', overSocketIo('polling')],
  ['Socket.io with acknowledgements', overSocketIo('websocket', true)],
];

/** What a raw WebSocket client sees: its messages as JSON, and the code and reason of its end. */
export async function openWebSocket(url: string, headers: Readonly<Record<string, string>> = {}) {
  const socket = new WebSocket(url, 'graphql-transport-ws', { headers });
  const messages = new Frames<{ type: string; id?: string; payload?: unknown }>();
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => {
      messages.end();
      resolve({ code, reason: String(reason) });
    });
  });
  socket.on('message', (data) => messages.push(JSON.parse(String(data))));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('unexpected-response', (_request, response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => reject(Object.assign(new Error(body), { status: response.statusCode })));
    });
    socket.once('error', reject);
  });
  return {
    socket,
    messages,
    closed,
    send: (message: object) => socket.send(JSON.stringify(message)),
    /** Signs in and waits for the acknowledgement. */
    async init(payload: object = { key: KEY }) {
      socket.send(JSON.stringify({ type: 'connection_init', payload }));
      return messages.next();
    },
  };
}

/** What a Socket.io client sees, kept in order by event. */
export function openSocketIo(
  host: string,
  auth: object,
  options: { headers?: Record<string, string>; transport?: 'websocket' | 'polling' } = {},
) {
  const socket = io(`http://${host}`, {
    transports: [options.transport ?? 'websocket'],
    forceNew: true,
    reconnection: false,
    auth,
    ...(options.headers === undefined ? {} : { extraHeaders: options.headers }),
  });
  const events = new Frames<{ name: string; body: Record<string, unknown>; acknowledge: () => void }>();
  socket.onAny((name, body, acknowledge) => events.push({ name, body, acknowledge }));
  const refused = new Promise<{ message: string; data?: { code: string } }>((resolve) => {
    socket.once('connect_error', (error) => resolve(error));
  });
  const connected = new Promise<void>((resolve) => void socket.once('connect', resolve));
  const disconnected = new Promise<string>((resolve) => {
    socket.once('disconnect', (reason) => {
      events.end();
      resolve(reason);
    });
  });
  return { socket, events, connected, refused, disconnected };
}

/** An event stream read chunk by chunk; `ended` tells whether it came to its end or was cut. */
export async function openStream(url: string, init: RequestInit) {
  const control = new AbortController();
  const headers = { accept: 'text/event-stream', ...init.headers };
  const response = await fetch(url, { ...init, headers, signal: control.signal });
  const messages = new Frames<{ event: string; data: unknown }>();
  const ended = (async () => {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    try {
      for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
        text += step.value;
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) {
          const [, event = '', data = ''] = /^event: (\w+)\ndata: ?(.*)$/.exec(block) ?? [];
          if (event !== '') messages.push({ event, data: data === '' ? null : JSON.parse(data) });
        }
      }
      return 'complete' as const;
    } catch {
      return 'cut' as const;
    } finally {
      messages.end();
    }
  })();
  return { response, messages, ended, stop: () => control.abort() };
}
