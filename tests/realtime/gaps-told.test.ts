import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeCursor } from '../../src/domain/event.ts';
import { EVENTS, openSocketIo, openStream, openWebSocket } from './clients.ts';
import { KEY, type Rig, startRig } from './support.ts';

let rig: Rig;
let host: string;
beforeEach(async () => {
  rig = await startRig();
  host = `127.0.0.1:${rig.port}`;
  for (let n = 0; n < 10; n += 1) rig.log.append();
  rig.log.prune(5);
});
afterEach(async () => {
  await rig.expectNothingOpen();
  await rig.close();
});

const at = (seq: number, epoch = 'epoch-1', tenantId = 'dijla') => encodeCursor({ tenantId, epoch, seq });
const CURSORS = [
  ['of events no longer kept', at(3), 'CURSOR_EXPIRED'],
  ['of a log that was replaced', at(7, 'epoch-0'), 'CURSOR_EXPIRED'],
  ['ahead of the log', at(11), 'CURSOR_INVALID'],
  ["of another tenant's log", at(7, 'epoch-1', 'other'), 'CURSOR_INVALID'],
  ['that is none', 'nonsense', 'CURSOR_INVALID'],
] as const;

describe.each(CURSORS)('a cursor %s', (_name, after, code) => {
  it('ends a graphql-ws subscription with its code', async () => {
    const client = await openWebSocket(`ws://${host}/graphql`);
    await client.init();
    client.send({ type: 'subscribe', id: '1', payload: { query: EVENTS, variables: { after } } });
    const { payload } = await client.messages.next(({ type }) => type === 'next');
    expect(payload).toMatchObject({ errors: [{ extensions: { code } }] });
    await client.messages.next(({ type }) => type === 'complete');
    client.socket.close();
  });

  it('ends a graphql-sse subscription with its code', async () => {
    const { messages, ended } = await openStream(`${rig.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'x-dijla-key': KEY, 'content-type': 'application/json' },
      body: JSON.stringify({ query: EVENTS, variables: { after } }),
    });
    expect(await messages.next()).toMatchObject({ event: 'next', data: { errors: [{ extensions: { code } }] } });
    expect((await messages.next()).event).toBe('complete');
    expect(await ended).toBe('complete');
  });

  it('is told to a Socket.io client before it is disconnected for good', async () => {
    const { events, disconnected } = openSocketIo(host, { key: KEY, after });
    expect(await events.next()).toMatchObject({ name: 'gap', body: { code } });
    expect(await disconnected).toBe('io server disconnect');
  });
});

it('takes a cursor that is no string for an invalid one', async () => {
  const { events } = openSocketIo(host, { key: KEY, after: 7 });
  expect(await events.next()).toMatchObject({ name: 'gap', body: { code: 'CURSOR_INVALID' } });
});

it('takes an empty `after` for none', async () => {
  const { connected, events, socket } = openSocketIo(host, { key: KEY, after: null });
  await connected;
  rig.log.append();
  expect(await events.next(({ name }) => name === 'event')).toMatchObject({ body: { data: 11 } });
  socket.close();
});

it('tells a Socket.io client whose next events were pruned while it read', async () => {
  for (let n = 0; n < 500; n += 1) rig.log.append();
  const { events, disconnected } = openSocketIo(host, { key: KEY, after: at(5), ack: true });
  await events.take(64, ({ name }) => name === 'event');
  rig.log.prune(505);
  for (const { acknowledge } of events.all.filter(({ name }) => name === 'event')) acknowledge();
  // What was read before goes on, and is acknowledged as it comes.
  for (;;) {
    const frame = await events.next();
    if (frame.name === 'event') frame.acknowledge();
    if (frame.name !== 'gap') continue;
    expect(frame.body).toEqual({ code: 'CURSOR_EXPIRED' });
    break;
  }
  expect(await disconnected).toBe('io server disconnect');
});
