import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSocketIo } from './clients.ts';
import { KEY, type Rig, startRig } from './support.ts';

let rig: Rig;
let host: string;
beforeEach(async () => {
  rig = await startRig();
  host = `127.0.0.1:${rig.port}`;
});
afterEach(async () => {
  await rig.expectNothingOpen();
  await rig.close();
});

it('names each kind of event, with the one event body', async () => {
  const { connected, events, socket } = openSocketIo(host, { key: KEY });
  await connected;
  for (const type of ['inbound_message', 'message_status', 'outbound_message', 'unrouted', 'platform'] as const) {
    rig.log.append(type);
  }
  const got = await events.take(5, ({ name }) => name !== 'checkpoint');
  expect(got.map(({ name, body }) => [name, body['type'], body['data']])).toEqual([
    ['inboundMessage', 'inbound_message', 1],
    ['statusUpdate', 'message_status', 2],
    ['event', 'outbound_message', 3],
    ['event', 'unrouted', 4],
    ['event', 'platform', 5],
  ]);
  expect(Object.keys(got[0]?.body ?? {}).sort()).toEqual([
    'at',
    'cursor',
    'data',
    'error',
    'message',
    'status',
    'type',
  ]);
  socket.close();
});

it('misses nothing that happens after the client heard that it is connected', async () => {
  const { connected, events, socket } = openSocketIo(host, { key: KEY });
  rig.log.append();
  await connected;
  rig.log.append();
  const { body } = await events.next(({ body }) => body['data'] === 2);
  expect(body['data']).toBe(2);
  socket.close();
});

it('says where live begins, and now and again where it is', async () => {
  const start = await rig.now();
  for (let n = 0; n < 600; n += 1) rig.log.append();
  const { events, socket } = openSocketIo(host, { key: KEY, after: start });
  await events.next(({ body }) => body['live'] === true);
  const checkpoints = events.all.filter(({ name }) => name === 'checkpoint');
  expect(checkpoints.map(({ body }) => body['live'])).toEqual([false, false, true]);
  const [first, , last] = checkpoints;
  expect(Object.keys(first?.body ?? {})).toEqual(['cursor', 'live']);
  expect(last?.body['cursor']).toBe(await rig.now());
  socket.close();
});

it('with acknowledgements never has more than 64 events under way', async () => {
  const start = await rig.now();
  for (let n = 0; n < 200; n += 1) rig.log.append();
  const { events, socket } = openSocketIo(host, { key: KEY, after: start, ack: true });
  const isEvent = ({ name }: { name: string }) => name === 'event';
  const first = await events.take(64, isEvent);
  // A client that need not acknowledge gets all of them meanwhile.
  const free = openSocketIo(host, { key: KEY, after: start });
  await free.events.take(200, isEvent);
  free.socket.close();
  expect(events.all.filter(isEvent)).toHaveLength(64);
  for (const { acknowledge } of first.slice(0, 10)) acknowledge();
  await events.take(10, isEvent);
  expect(events.all.filter(isEvent)).toHaveLength(74);
  socket.close();
});
