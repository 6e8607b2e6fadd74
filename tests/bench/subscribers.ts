import { request } from 'node:http';
import { WebSocket } from 'ws';
import { KEY } from './webhooks.ts';

/** One subscription. Text arrives as the transport cut it. */
export interface Subscriber {
  close(): void;
}

/** Opens a subscription to inbound messages; `heard` gets everything that arrives on it. */
type Open = (port: number, heard: (text: string) => void) => Promise<Subscriber>;

const QUERY = 'subscription { inboundMessages { cursor message { id whatsappId text contact { phone name } } } }';

/** Raw clients, so that a hundred of them cost the load's process less than the events cost the gateway. */
const overGraphqlWs: Open = async (port, heard) => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws');
  await opened(socket);
  socket.send(JSON.stringify({ type: 'connection_init', payload: { key: KEY } }));
  await new Promise<void>((resolve) => void socket.once('message', () => resolve()));
  socket.on('message', (data) => {
    const text = String(data);
    if (text.startsWith('{"type":"ping"')) socket.send('{"type":"pong"}');
    else heard(text);
  });
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: QUERY } }));
  return { close: () => socket.terminate() };
};

const overSocketIo: Open = async (port, heard) => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
  const connected = Promise.withResolvers<void>();
  socket.once('error', connected.reject);
  // The server speaks first, as soon as the socket is open.
  socket.on('message', (data) => {
    const text = String(data);
    if (text.startsWith('0')) socket.send(`40${JSON.stringify({ key: KEY })}`);
    else if (text.startsWith('40')) connected.resolve();
    else if (text === '2') socket.send('3');
    else heard(text);
  });
  await connected.promise;
  return { close: () => socket.terminate() };
};

function overStream(method: 'GET' | 'POST', path: string, body: string): Open {
  return (port, heard) => {
    const headers = {
      accept: 'text/event-stream',
      'x-dijla-key': KEY,
      ...(body === '' ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
    };
    const { promise, resolve, reject } = Promise.withResolvers<Subscriber>();
    const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`${path} answered ${response.statusCode}`));
      response.setEncoding('utf8').on('data', heard);
      response.on('error', () => {});
      resolve({ close: () => asked.destroy() });
    });
    asked.on('error', reject);
    asked.end(body);
    return promise;
  };
}

function opened(socket: WebSocket): Promise<void> {
  return new Promise((resolve, reject) => void socket.once('open', resolve).once('error', reject));
}

/** `most` is how many of them one key may hold. */
export const TRANSPORTS = {
  'graphql-ws': { open: overGraphqlWs, most: 100 },
  'Yoga SSE': { open: overStream('POST', '/graphql', JSON.stringify({ query: QUERY })), most: 100 },
  'graphql-sse': { open: overStream('POST', '/graphql/stream', JSON.stringify({ query: QUERY })), most: 50 },
  'plain SSE': { open: overStream('GET', '/api/v1/whatsapp/events', ''), most: 100 },
  'Socket.io': { open: overSocketIo, most: 100 },
} as const satisfies Readonly<Record<string, { readonly open: Open; readonly most: number }>>;

export type Transport = keyof typeof TRANSPORTS;
export const TRANSPORT_NAMES = Object.keys(TRANSPORTS) as readonly Transport[];
