import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSocketIo, openWebSocket } from './clients.ts';
import { ALLOWED_ORIGIN, KEY, READER_KEY, type Rig, startRig } from './support.ts';

let rig: Rig;
let host: string;
beforeAll(async () => {
  rig = await startRig({
    plugins: [async (app) => void app.get('/plain', async () => ({ plain: true }))],
    mounts: { '/sandbox': (incoming, response) => response.end(`mounted ${incoming.url}`) },
  });
  host = `127.0.0.1:${rig.port}`;
});
afterAll(() => rig.close());

it.each([
  '/',
  '/graphql/',
  '/graphql/stream',
  '/socket.io',
  '/socket.iox/',
  '/socket.io/socket.io.js',
  '/api',
  '//graphql',
])('answers 404 to an upgrade of %s', async (path) => {
  await expect(openWebSocket(`ws://${host}${path}`)).rejects.toMatchObject({ status: 404 });
});

it.each(['/graphql', '/socket.io/?EIO=4&transport=websocket'])('refuses a foreign origin at %s', async (path) => {
  await expect(openWebSocket(`ws://${host}${path}`, { origin: 'https://evil.example' })).rejects.toMatchObject({
    status: 403,
    message: expect.stringContaining('ALLOWED_ORIGINS'),
  });
});

it('refuses a foreign origin to Socket.io polling, and names the variable', async () => {
  const response = await fetch(`${rig.url}/socket.io/?EIO=4&transport=polling`, {
    headers: { origin: 'https://evil.example' },
  });
  expect(response.status).toBe(403);
  expect(await response.text()).toContain('ALLOWED_ORIGINS');
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});

it('lets an allowed origin in, and tells the browser so, without credentials', async () => {
  const { socket } = await openWebSocket(`ws://${host}/graphql`, { origin: ALLOWED_ORIGIN });
  socket.terminate();
  for (const path of ['/socket.io/?EIO=4&transport=polling', '/graphql/stream']) {
    const response = await fetch(`${rig.url}${path}`, { headers: { origin: ALLOWED_ORIGIN, 'x-dijla-key': KEY } });
    expect(response.headers.get('access-control-allow-origin')).toBe(ALLOWED_ORIGIN);
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    await response.body?.cancel();
  }
});

it('answers preflights of the event stream', async () => {
  const ask = (origin: string) => fetch(`${rig.url}/graphql/stream`, { method: 'OPTIONS', headers: { origin } });
  const allowed = await ask(ALLOWED_ORIGIN);
  expect(allowed.status).toBe(204);
  expect(allowed.headers.get('access-control-allow-headers')).toContain('x-graphql-event-stream-token');
  const refused = await ask('https://evil.example');
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain('ALLOWED_ORIGINS');
});

it('serves the stock Socket.io client, with 304 for who has it', async () => {
  const response = await fetch(`${rig.url}/socket.io/socket.io.js`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/javascript; charset=utf-8');
  expect(await response.text()).toContain('Socket.IO');
  const again = await fetch(`${rig.url}/socket.io/socket.io.js`, {
    headers: { 'if-none-match': response.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
  expect((await fetch(`${rig.url}/socket.io/../package.json`)).status).toBe(404);
  expect((await fetch(`${rig.url}/socket.io/package.json`)).status).toBe(404);
});

it('hands a mount to the operator alone, by whole path segments', async () => {
  const ask = (path: string, headers: Record<string, string> = {}) => fetch(`${rig.url}${path}`, { headers });
  expect((await ask('/sandbox')).status).toBe(401);
  const reader = await ask('/sandbox/people', { 'x-dijla-key': READER_KEY });
  expect(reader.status).toBe(403);
  expect(await reader.json()).toMatchObject({ error: { code: 'FORBIDDEN' } });
  const operator = await ask('/sandbox/people?all', { 'x-dijla-key': KEY });
  expect(await operator.text()).toBe('mounted /sandbox/people?all');
  expect((await ask('/sandboxed', { 'x-dijla-key': KEY })).status).toBe(404);
});

it('answers over HTTP/1.1 to a client that offers an upgrade to HTTP/2', async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const offer = {
      connection: 'Upgrade, HTTP2-Settings',
      upgrade: 'h2c',
      'http2-settings': 'AAMAAABkAAQAoAAAAAIAAAAA',
    };
    request(`${rig.url}/plain`, { headers: offer }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(200);
});

it('survives peers that reset in the middle of an upgrade', async () => {
  const paths = ['/graphql', '/socket.io/?EIO=4&transport=websocket', '/nowhere'];
  for (const path of Array.from({ length: 10 }, () => paths).flat()) {
    await new Promise<void>((resolve) => {
      const socket = connect(rig.port, '127.0.0.1', () => {
        socket.write(
          `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n` +
            'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eA==\r\n\r\n',
        );
        setImmediate(() => socket.resetAndDestroy());
      });
      socket.on('error', () => {});
      socket.once('close', () => resolve());
    });
  }
  const { connected, socket } = openSocketIo(host, { key: KEY });
  await connected;
  socket.close();
  await rig.expectNothingOpen();
});
