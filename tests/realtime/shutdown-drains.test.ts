import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CONSUMERS, openSocketIo, openStream, openWebSocket } from './clients.ts';
import { Gate, KEY, type Rig, startNetwork, startRig } from './support.ts';

let rig: Rig;
let host: string;
let gate: Gate;
let flow: Gate;
let poll: Gate;

beforeEach(async () => {
  gate = new Gate();
  flow = new Gate();
  poll = new Gate();
  const [held, rest, polls] = [gate, flow, poll];
  rig = await startRig({
    plugins: [
      async (app) => {
        app.get('/held', async () => {
          await held.pass();
          return { held: true };
        });
        app.get('/begun', async (_request, reply) => {
          reply.hijack();
          reply.raw.writeHead(200).write('begun');
          await rest.pass();
          reply.raw.end(' and done');
        });
        app.get('/healthz', async () => ({ status: 'up' }));
        app.get('/api/v1/whatsapp/events', () => polls.pass());
      },
    ],
    yoga: (_request, response) => response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n'),
  });
  host = `127.0.0.1:${rig.port}`;
});
afterEach(async () => {
  gate.open();
  flow.open();
  await rig.close();
});

/** Resolves with the answer's head; its body is to come. */
function begin(path: string, agent: Agent): Promise<{ readonly body: Promise<string> }> {
  return new Promise((resolve, reject) => {
    request(`${rig.url}${path}`, { agent }, (response) => resolve({ body: text(response) }))
      .on('error', reject)
      .end();
  });
}

function ask(path: string, agent: Agent) {
  return new Promise<{ status: number | undefined; connection: string | undefined; body: string }>(
    (resolve, reject) => {
      request(`${rig.url}${path}`, { agent }, async (response) => {
        const { statusCode: status, headers } = response;
        resolve({ status, connection: headers.connection, body: await text(response) });
      })
        .on('error', reject)
        .end();
    },
  );
}

it('finishes what is under way before it drops anything', async () => {
  const order: string[] = [];
  const held = fetch(`${rig.url}/held`);
  await gate.reached;
  const ws = await openWebSocket(`ws://${host}/graphql`);
  await ws.init();
  const stream = await openStream(`${rig.url}/graphql`, { headers: { 'x-dijla-key': KEY } });
  void ws.closed.then(() => order.push('socket'));
  void stream.ended.then(() => order.push('stream'));

  const closed = rig.http.close(5_000).then(() => order.push('closed'));
  expect(rig.http.draining()).toBe(true);
  await expect(fetch(`${rig.url}/held`)).rejects.toThrow();
  ws.send({ type: 'ping' });
  await ws.messages.next(({ type }) => type === 'pong');
  expect(order).toEqual([]);

  gate.open();
  const answer = await held;
  order.push('answered');
  expect(await answer.json()).toEqual({ held: true });
  expect(await ws.closed).toEqual({ code: 1001, reason: 'Going away' });
  expect(await stream.ended).toBe('cut');
  await closed;
  expect(order[0]).toBe('answered');
  expect(order.at(-1)).toBe('closed');
  await rig.expectNothingOpen();
});

it('refuses new requests on old connections with 503, but answers probes', async () => {
  const held = fetch(`${rig.url}/held`);
  const old = new Agent({ keepAlive: true, maxSockets: 1 });
  const other = new Agent({ keepAlive: true, maxSockets: 1 });
  const begun = [await begin('/begun', old), await begin('/begun', other)];
  await gate.reached;
  const closed = rig.http.close(5_000);
  // Their heads were out before: these connections are kept, and used again.
  flow.open();
  for (const { body } of begun) expect(await body).toBe('begun and done');
  expect(await ask('/held', old)).toMatchObject({
    status: 503,
    connection: 'close',
    body: expect.stringContaining('OVERLOADED'),
  });
  expect(await ask('/healthz', other)).toMatchObject({ status: 200, connection: 'close' });
  gate.open();
  expect((await held).status).toBe(200);
  await closed;
});

it('cuts whoever does not let go, within its bound', async () => {
  const deaf = await openWebSocket(`ws://${host}/graphql`);
  await deaf.init();
  // Never answers the close frame.
  deaf.socket.pause();
  const held = fetch(`${rig.url}/held`).catch(() => 'cut');
  await gate.reached;
  await rig.http.close(200);
  expect(await held).toBe('cut');
  await rig.expectNothingOpen();
});

it('cuts a Socket.io client that does not let go', async () => {
  const network = await startNetwork(rig.port);
  const { connected } = openSocketIo(network.host, { key: KEY });
  await connected;
  network.freeze();
  await rig.http.close(200);
  await rig.expectNothingOpen();
  network.close();
});

it('answers 503 to an upgrade on a connection that is still open', async () => {
  const held = fetch(`${rig.url}/held`);
  await gate.reached;
  const socket = connect(rig.port, '127.0.0.1');
  // Half a request: this connection is busy, so that it outlives the closing of idle ones.
  socket.write(`GET /graphql HTTP/1.1\r\nHost: ${host}\r\n`);
  await expect.poll(() => socket.bytesWritten > 0 && !socket.connecting).toBe(true);
  await rig.http.inject('/healthz');
  const closed = rig.http.close(5_000);
  socket.write(
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eA==\r\n\r\n',
  );
  expect(await text(socket)).toMatch(/^HTTP\/1.1 503 .*shutting down/s);
  gate.open();
  await held;
  await closed;
});

it('does not wait for long polls', async () => {
  const polling = fetch(`${rig.url}/api/v1/whatsapp/events?wait=30`).catch(() => 'cut');
  await poll.reached;
  await rig.http.close(30_000);
  expect(await polling).toBe('cut');
});

it('finishes a mutation that came over a WebSocket', async () => {
  const ws = await openWebSocket(`ws://${host}/graphql`);
  await ws.init();
  ws.send({ type: 'subscribe', id: '1', payload: { query: 'mutation { slow }' } });
  await rig.slow.reached;
  const closed = rig.http.close(5_000);
  rig.slow.open();
  expect(await ws.messages.next(({ type }) => type === 'next')).toMatchObject({ payload: { data: { slow: 'done' } } });
  await closed;
});

it.each(CONSUMERS)('a client of %s comes back after a restart and misses nothing', async (_name, consume) => {
  // The network stays and leads to whichever gateway runs: as a load balancer would.
  const network = await startNetwork(rig.port);
  const consumer = consume(network.host, await rig.now());
  rig.log.append();
  await consumer.numbers.next();
  const old = rig;
  const closing = old.http.close(1_000);
  rig = await startRig({ log: old.log });
  network.leadTo(rig.port);
  await closing;
  rig.log.append();
  rig.log.append();
  await consumer.numbers.take(2);
  expect(consumer.numbers.all).toEqual([1, 2, 3]);
  await consumer.stop();
  await rig.expectNothingOpen();
  network.close();
});
