import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { Frames } from '../support/frames.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { startNetwork } from './support.ts';

/*
 * The whole gateway with its store and its schema, while customers write, the network is cut and the gateway restarts.
 * The log itself, read by page, says what each listener must have heard.
 */
const QUERY = 'subscription ($after: Cursor) { events(after: $after) { cursor type } }';
const ROUNDS = 6;
const WRITERS = 5;

let gateway: TestGateway;
let network: Awaited<ReturnType<typeof startNetwork>>;
beforeAll(async () => {
  gateway = await startGateway();
  network = await startNetwork(Number(new URL(gateway.url).port));
});
afterAll(async () => {
  network.close();
  await gateway.close();
});

interface Heard {
  readonly cursors: Frames<string>;
  stop(): void;
}
interface Answer {
  readonly data?: { readonly events: { readonly cursor: string; readonly type: string } } | null;
}

const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 10));
const retries = { retryAttempts: 500, shouldRetry: () => true };

/** Subscribes, and moves the cursor of the payload that the stock client sends again when it comes back. */
function hear(after: string, subscribe: (payload: object, next: (answer: unknown) => void) => () => void): Heard {
  const cursors = new Frames<string>();
  const variables = { after };
  const stop = subscribe({ query: QUERY, variables }, (answer) => {
    const event = (answer as Answer).data?.events;
    if (event === undefined) return cursors.end(new Error(JSON.stringify(answer)));
    variables.after = event.cursor;
    if (event.type !== 'checkpoint') cursors.push(event.cursor);
  });
  return { cursors, stop };
}

function overGraphqlWs(after: string): Heard {
  const url = `ws://${network.host}/graphql`;
  const connectionParams = { key: gateway.key };
  const client = createWsClient({ url, webSocketImpl: WebSocket, connectionParams, retryWait: soon, ...retries });
  return hear(after, (payload, next) => {
    client.subscribe({ query: '', ...payload }, { next, error: () => {}, complete: () => {} });
    return () => void client.dispose();
  });
}

const overSse = (path: string, singleConnection: boolean) => (after: string) => {
  const headers = () => ({ 'x-dijla-key': gateway.key });
  const url = `http://${network.host}${path}`;
  const client = createSseClient({ url, singleConnection, headers, retry: soon, ...retries });
  return hear(after, (payload, next) => {
    client.subscribe({ query: '', ...payload }, { next, error: () => {}, complete: () => {} });
    return () => client.dispose();
  });
};

function overSocketIo(from: string): Heard {
  const cursors = new Frames<string>();
  let after = from;
  const socket = io(`http://${network.host}`, {
    forceNew: true,
    // A polling session that is cut between two polls ends by its missing pong only, after 45 s.
    transports: ['websocket'],
    reconnectionDelay: 10,
    reconnectionDelayMax: 20,
    auth: (give) => give({ key: gateway.key, after }),
  });
  for (const name of ['inboundMessage', 'statusUpdate', 'event']) {
    socket.on(name, ({ cursor }: { cursor: string }) => {
      after = cursor;
      cursors.push(cursor);
    });
  }
  return { cursors, stop: () => void socket.close() };
}

async function logAfter(cursor: string): Promise<string[]> {
  const cursors: string[] = [];
  for (let after = cursor; ; ) {
    const answer = await gateway.call('GET', `/api/v1/whatsapp/events?limit=500&after=${after}`);
    const page = (await answer.json()) as { events: readonly { cursor: string }[]; cursor: string };
    if (page.events.length === 0) return cursors;
    cursors.push(...page.events.map(({ cursor }) => cursor));
    after = page.cursor;
  }
}

/** Everyone hears the log to its end while it is written and everything breaks. */
async function expectHeard(...listen: readonly ((after: string) => Heard)[]): Promise<void> {
  const answer = await gateway.call('POST', '/graphql', { query: '{ cursor }' });
  const start = ((await answer.json()) as { data: { cursor: string } }).data.cursor;
  const listeners = listen.map((from) => from(start));
  for (let round = 1; round <= ROUNDS; round += 1) {
    const writing = Array.from({ length: WRITERS }, (_, writer) =>
      gateway.call('POST', '/sandbox/messages', { text: `round ${round}, writer ${writer}` }),
    );
    network.cut();
    for (const { status } of await Promise.all(writing)) expect(status).toBe(200);
    if (round === ROUNDS / 2) await gateway.restart();
  }
  await gateway.app.sandbox?.idle();
  const log = await logAfter(start);
  expect(log.length).toBeGreaterThanOrEqual(ROUNDS * WRITERS);
  for (const { cursors, stop } of listeners) {
    await cursors.next((cursor) => cursor === log.at(-1));
    expect(cursors.all).toEqual(log);
    stop();
  }
}

it('is heard without gap or repeat over sockets and streams at once, and nothing stays open', async () => {
  const streams = [overSse('/graphql/stream', false), overSse('/graphql/stream', true)];
  await expectHeard(overGraphqlWs, ...streams, overSocketIo);
  await expect.poll(() => gateway.app.services.feed.readers()).toBe(0);
});

it("is heard without gap or repeat over Yoga's own event streams, and nothing stays open", async () => {
  await expectHeard(overSse('/graphql', false), overSse('/graphql', false));
  await expect.poll(() => gateway.app.services.feed.readers()).toBe(0);
});

it('restarts though a client holds on and never speaks', async () => {
  const socket = new WebSocket(`ws://${network.host}/graphql`, 'graphql-transport-ws');
  await new Promise((resolve) => socket.once('open', resolve));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await gateway.restart();
  await closed;
  expect((await gateway.call('GET', '/readyz')).status).toBe(200);
});
