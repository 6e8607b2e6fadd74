import { afterEach, beforeEach, expect, it } from 'vitest';
import { reader } from '../application/support.ts';
import { EVENTS, openSocketIo, openStream, openWebSocket } from './clients.ts';
import { KEY, READER_KEY, type Rig, startRig } from './support.ts';

let rig: Rig;
let host: string;
beforeEach(async () => {
  rig = await startRig({
    // Any event stream, whoever writes it.
    yoga: (_request, response) => response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(':\n\n'),
  });
  host = `127.0.0.1:${rig.port}`;
});
afterEach(() => rig.close());

it('ends every socket and stream of the key within a second, and nobody else', async () => {
  const headers = { 'x-dijla-key': READER_KEY, 'content-type': 'application/json' };
  const ws = await openWebSocket(`ws://${host}/graphql`);
  await ws.init({ key: READER_KEY });
  ws.send({ type: 'subscribe', id: '1', payload: { query: EVENTS } });
  const live = openSocketIo(host, { key: READER_KEY });
  await live.connected;
  const polling = openSocketIo(host, { key: READER_KEY }, { transport: 'polling' });
  await polling.connected;
  const sse = await openStream(`${rig.url}/graphql/stream`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: EVENTS }),
  });
  const yogaSse = await openStream(`${rig.url}/graphql`, { headers });
  const another = openSocketIo(host, { key: KEY });
  await another.connected;
  await expect.poll(() => rig.sockets.count()).toBe(6);
  await expect.poll(() => rig.feed.readers()).toBe(5);

  rig.revoke(READER_KEY);
  expect(await ws.closed).toEqual({ code: 4403, reason: 'Key revoked' });
  expect(await live.disconnected).toBe('io server disconnect');
  await polling.disconnected;
  expect(await sse.ended).toBe('cut');
  expect(await yogaSse.ended).toBe('cut');

  rig.log.append();
  await another.events.next(({ name }) => name === 'event');
  expect(rig.sockets.count()).toBe(1);
  expect(rig.feed.readers()).toBe(1);
  another.socket.close();
  await rig.expectNothingOpen();
});

it('ends a socket whose key is revoked while it signs in', () => {
  let ended = 0;
  rig.revoke(READER_KEY);
  const leave = rig.sockets.add({ ...reader('dijla'), credential: 'key:reader' }, '', () => {
    ended += 1;
  });
  leave();
  expect(ended).toBe(1);
  expect(rig.sockets.count()).toBe(0);
});

it('refuses a reserved stream to a key that was revoked since', async () => {
  const headers = { 'x-dijla-key': READER_KEY };
  const token = await (await fetch(`${rig.url}/graphql/stream`, { method: 'PUT', headers })).text();
  rig.revoke(READER_KEY);
  const { response } = await openStream(`${rig.url}/graphql/stream?token=${token}`, { headers });
  expect(response.status).toBe(401);
});
