import { afterEach, beforeEach, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { openSocketIo, openWebSocket } from './clients.ts';

let gateway: TestGateway;
let host: string;
beforeEach(async () => {
  gateway = await startGateway();
  host = new URL(gateway.url).host;
});
afterEach(() => gateway.close());

const STREAM = { accept: 'text/event-stream' };

async function http(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const response = await gateway.call(method, path, body, { 'x-dijla-key': 'guess', ...headers });
  return { answer: response.status, retryAfter: response.headers.get('retry-after') };
}

async function webSocket() {
  const { closed, send } = await openWebSocket(`ws://${host}/graphql`);
  send({ type: 'connection_init', payload: { key: 'guess' } });
  return { answer: (await closed).code };
}

async function socketIo() {
  const { refused } = openSocketIo(host, { key: 'guess' });
  return { answer: (await refused).data?.code };
}

const subscription = { query: 'subscription { events { cursor } }' };
/** Every way in, with what a wrong key is told at first and in the end. */
const WAYS: readonly (readonly [
  string,
  () => Promise<{ answer: unknown; retryAfter?: string | null }>,
  unknown,
  unknown,
])[] = [
  ['REST', () => http('GET', '/api/v1/whatsapp/messages/msg_1'), 401, 429],
  ['a send', () => http('POST', '/api/v1/whatsapp/send', {}), 401, 429],
  ['long poll', () => http('GET', '/api/v1/whatsapp/events?wait=30'), 401, 429],
  ['plain SSE', () => http('GET', '/api/v1/whatsapp/events', undefined, STREAM), 401, 429],
  ['GraphQL', () => http('POST', '/graphql', { query: '{ cursor }' }), 401, 429],
  ['SSE at /graphql', () => http('POST', '/graphql', subscription, STREAM), 401, 429],
  ['graphql-sse', () => http('POST', '/graphql/stream', subscription, STREAM), 401, 429],
  ['figures', () => http('GET', '/metrics'), 401, 429],
  ['the sandbox', () => http('POST', '/sandbox/messages', {}), 401, 429],
  ['graphql-ws', webSocket, 4403, 4429],
  ['Socket.io', socketIo, 'UNAUTHENTICATED', 'RATE_LIMITED'],
  ['signing in', () => http('POST', '/api/v1/session', { key: 'guess' }), 401, 429],
];

it('counts wrong keys over every way in together, and then refuses them on each', async () => {
  for (const [name, ask, first] of WAYS) expect([name, (await ask()).answer]).toEqual([name, first]);
  for (let more = WAYS.length; more < 60; more += 1) await http('GET', '/metrics');
  for (const [name, ask, , last] of WAYS) {
    const { answer, retryAfter } = await ask();
    expect([name, answer]).toEqual([name, last]);
    if (retryAfter !== undefined) expect(Number(retryAfter)).toBeGreaterThan(0);
  }
  expect((await gateway.call('GET', '/metrics')).status).toBe(200);
});
