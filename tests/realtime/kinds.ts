import { expect } from 'vitest';
import { EVENTS, openSocketIo, openStream, openWebSocket } from './clients.ts';

/** Something that a credential holds open. */
export interface Held {
  readonly kind: string;
  /** How it ended. */
  readonly ended: Promise<unknown>;
  stop(): void;
}

type Open = (host: string, headers: Readonly<Record<string, string>>) => Promise<Held>;

const query = JSON.stringify({ query: 'subscription { events { cursor } }' });
const json = { 'content-type': 'application/json' };

const webSocket: Open = async (host, headers) => {
  const { closed, init, messages, send, socket } = await openWebSocket(`ws://${host}/graphql`, headers);
  await init({});
  send({ type: 'subscribe', id: '1', payload: { query: 'subscription { events { cursor } }' } });
  await messages.next(({ type }) => type === 'next');
  return { kind: 'graphql-ws', ended: closed.then(({ code }) => code), stop: () => socket.terminate() };
};

const socketIo =
  (transport: 'websocket' | 'polling'): Open =>
  async (host, headers) => {
    const { connected, disconnected, refused, socket } = openSocketIo(host, {}, { headers, transport });
    await Promise.race([connected, refused.then((error) => Promise.reject(error))]);
    return { kind: `Socket.io over ${transport}`, ended: disconnected, stop: () => socket.close() };
  };

const stream =
  (kind: string, path: string, init: RequestInit = {}): Open =>
  async (host, headers) => {
    const sent = { ...(init.method === 'POST' ? json : {}), ...headers };
    const { ended, response, stop } = await openStream(`http://${host}${path}`, { ...init, headers: sent });
    if (response.status !== 200) throw new Error(`${kind} was answered ${response.status}`);
    return { kind, ended, stop };
  };

/** graphql-sse's single-connection mode: a reserved stream with an operation on it. */
const reserved: Open = async (host, headers) => {
  const url = `http://${host}/graphql/stream`;
  const token = await (await fetch(url, { method: 'PUT', headers })).text();
  const held = await stream('graphql-sse, a single connection', `/graphql/stream?token=${token}`)(host, headers);
  const operation = JSON.stringify({ query: EVENTS.replaceAll(' at data', ''), extensions: { operationId: '1' } });
  const headersOf = { ...json, ...headers, 'x-graphql-event-stream-token': token };
  const accepted = await fetch(url, { method: 'POST', headers: headersOf, body: operation });
  if (accepted.status !== 202) throw new Error(`an operation was answered ${accepted.status}`);
  return held;
};

const poll: Open = async (host, headers) => {
  const gone = new AbortController();
  const url = `http://${host}/api/v1/whatsapp/events?wait=30`;
  const first = await fetch(url.replace('wait=30', 'limit=500'), { headers });
  if (first.status !== 200) throw new Error(`a poll was answered ${first.status}`);
  const { cursor } = await first.json();
  const answer = fetch(`${url}&after=${cursor}`, { headers, signal: gone.signal });
  return {
    kind: 'long poll',
    ended: answer.then(
      ({ status }) => status,
      () => 'stopped',
    ),
    stop: () => gone.abort(),
  };
};

/** Everything that a session may open. */
export const SESSION_KINDS: readonly Open[] = [
  webSocket,
  socketIo('websocket'),
  socketIo('polling'),
  stream('SSE at /graphql', '/graphql', { method: 'POST', body: query }),
  stream('graphql-sse, a connection per operation', '/graphql/stream', { method: 'POST', body: query }),
  reserved,
];

/** Everything that a key may open. */
export const KEY_KINDS: readonly Open[] = [...SESSION_KINDS, stream('plain SSE', '/api/v1/whatsapp/events'), poll];

export function openAll(
  kinds: readonly Open[],
  host: string,
  headers: Readonly<Record<string, string>>,
): Promise<Held[]> {
  return Promise.all(kinds.map((open) => open(host, headers)));
}

/** How each kind ends when its key, session or tenant does; the others are cut. */
const WAYS: Readonly<Record<string, unknown>> = {
  'graphql-ws': 4403,
  'Socket.io over websocket': 'io server disconnect',
  'long poll': 401,
};

/** A poll is answered, a socket closed; a stream is cut so that no client takes it for complete. */
export async function expectEnded(held: readonly Held[]) {
  const ends = await Promise.all(held.map(async ({ kind, ended }) => [kind, await ended] as const));
  for (const [kind, end] of ends) {
    if (kind === 'Socket.io over polling') expect(end).toBeTypeOf('string');
    else expect([kind, end]).toEqual([kind, WAYS[kind] ?? 'cut']);
  }
}
