import { afterEach, describe, expect, it } from 'vitest';
import type { HttpLimits } from '../../src/transport/http.ts';
import { openSocketIo, openWebSocket } from '../realtime/clients.ts';
import { type Held, KEY_KINDS, openAll, SESSION_KINDS } from '../realtime/kinds.ts';
import type { TestGateway } from '../support/gateway.ts';
import { errorsIn, expectWorking, openRaw, startAttacked, statusOf } from './support.ts';

// Reservations of streams and operations on one connection have their own bounds: ../realtime/limits-held.test.ts.

let gateway: TestGateway;
let host: string;
const held: Held[] = [];
afterEach(async () => {
  for (const { stop } of held.splice(0)) stop();
  await gateway.close();
});

async function start(env: Readonly<Record<string, string>> = {}, limits: Partial<HttpLimits> = {}) {
  gateway = await startAttacked(env, { limits });
  host = new URL(gateway.url).host;
}

let keys = 0;
async function issue(): Promise<string> {
  keys += 1;
  const query = `mutation { issueApiKey(name: "flood ${keys}", scopes: [send, read]) { ... on IssuedApiKey { key } } }`;
  const { data } = await (await gateway.call('POST', '/graphql', { query })).json();
  return data.issueApiKey.key;
}
const hold = async (kinds: typeof KEY_KINDS, headers: Readonly<Record<string, string>>) => {
  const opened = await openAll(kinds, host, headers);
  held.push(...opened);
  return opened;
};
const socketsOpen = async (): Promise<number> => {
  const text = await (await gateway.call('GET', '/metrics')).text();
  return Number(/^dijla_sockets_open (\d+)$/m.exec(text)?.[1]);
};

/** Tells in each protocol's own way why a connection is refused. */
async function refusals(headers: Readonly<Record<string, string>>) {
  const body = { query: 'subscription { events { cursor } }' };
  const http = async (method: string, path: string) => {
    const answer = await fetch(`${gateway.url}${path}`, {
      method,
      headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    });
    expect([path, Number(answer.headers.get('retry-after'))]).toEqual([path, 10]);
    expect(await answer.text()).toContain('RATE_LIMITED');
    return answer.status;
  };
  const poll = fetch(`${gateway.url}/api/v1/whatsapp/events?wait=30`, { headers });
  const ws = await openWebSocket(`ws://${host}/graphql`, headers);
  ws.send({ type: 'connection_init' });
  const { refused, socket } = openSocketIo(host, {}, { headers });
  const polling = openSocketIo(host, {}, { headers, transport: 'polling' });
  const told = {
    yogaSse: await http('POST', '/graphql'),
    graphqlSse: await http('POST', '/graphql/stream'),
    plainSse: await http('GET', '/api/v1/whatsapp/events'),
    longPoll: (await poll).status,
    graphqlWs: (await ws.closed).code,
    socketIo: (await refused).data?.code,
    polling: (await polling.refused).data?.code,
  };
  socket.close();
  polling.socket.close();
  return told;
}
const REFUSED = {
  yogaSse: 429,
  graphqlSse: 429,
  plainSse: 429,
  longPoll: 429,
  // Stock clients come back after it, with growing pauses.
  graphqlWs: 1013,
  socketIo: 'RATE_LIMITED',
  polling: 'RATE_LIMITED',
};

it('one key opens no more than its share, whatever it opens; another key is not held up', async () => {
  await start({ CONNECTIONS_PER_KEY: '16' });
  const [flooding, other] = [{ 'x-dijla-key': await issue() }, { 'x-dijla-key': await issue() }];
  await hold([...KEY_KINDS, ...KEY_KINDS], flooding);
  await expect.poll(socketsOpen).toBe(16);
  expect(await refusals(flooding)).toEqual(REFUSED);
  await hold(KEY_KINDS, other);
  held[0]?.stop();
  await expect.poll(socketsOpen).toBe(16 + 8 - 1);
  await hold(KEY_KINDS.slice(0, 1), flooding);
  await expectWorking(gateway);
});

it('of many that ask for the last place at the same moment one gets it, and nothing breaks', async () => {
  await start({ CONNECTIONS_PER_KEY: '3' });
  const headers = { 'x-dijla-key': await issue() };
  const tried = await Promise.allSettled(
    Array.from({ length: 6 }, () => SESSION_KINDS.slice(0, 5))
      .flat()
      .map((open) => open(host, headers)),
  );
  for (const one of tried) if (one.status === 'fulfilled') held.push(one.value);
  await expect.poll(socketsOpen).toBeLessThanOrEqual(3);
  for (const { stop } of held.splice(0)) stop();
  await expect.poll(socketsOpen).toBe(0);
  await hold(KEY_KINDS.slice(0, 3), headers);
  await expectWorking(gateway);
});

describe('behind a proxy of one’s own', () => {
  const from = (address: string) => ({ 'x-forwarded-for': address });

  it('one address opens no more than its share with all keys together; other addresses are not held up', async () => {
    await start({ TRUSTED_PROXIES: '127.0.0.1', CONNECTIONS_PER_ADDRESS: '16' });
    const [one, two] = [{ 'x-dijla-key': await issue() }, { 'x-dijla-key': await issue() }];
    await hold(KEY_KINDS, { ...one, ...from('192.0.2.1') });
    await hold(KEY_KINDS, { ...two, ...from('192.0.2.1') });
    await expect.poll(socketsOpen).toBe(16);
    expect(await refusals({ ...one, ...from('192.0.2.1') })).toEqual(REFUSED);
    // What the client itself writes there, the proxy's word stands behind.
    expect(await refusals({ ...one, ...from('203.0.113.5, 192.0.2.1') })).toEqual(REFUSED);
    await hold(KEY_KINDS, { ...one, ...from('192.0.2.2') });
    await expectWorking(gateway);
  });

  it('all addresses of one IPv6 network share', async () => {
    await start({ TRUSTED_PROXIES: '127.0.0.1', CONNECTIONS_PER_ADDRESS: '8' });
    const key = { 'x-dijla-key': await issue() };
    for (const [n, kind] of KEY_KINDS.entries()) await hold([kind], { ...key, ...from(`2001:db8::${n}`) });
    await expect.poll(socketsOpen).toBe(8);
    expect(await refusals({ ...key, ...from('2001:db8::abcd') })).toEqual(REFUSED);
    await hold(KEY_KINDS, { ...key, ...from('2001:db8:0:1::1') });
  });
});

describe('connections that never say whose they are', () => {
  it('over graphql-ws: few of one address wait at a time, then come 429 and later room again', async () => {
    await start({ TRUSTED_PROXIES: '127.0.0.1' }, { newcomersPerAddress: 20 });
    const headers = { 'x-forwarded-for': '192.0.2.1' };
    const silent = await Promise.all(Array.from({ length: 20 }, () => openWebSocket(`ws://${host}/graphql`, headers)));
    await expect(openWebSocket(`ws://${host}/graphql`, headers)).rejects.toMatchObject({
      status: 429,
      message: expect.stringContaining('RATE_LIMITED'),
    });
    // Who has said it makes room, and so does who leaves.
    expect(await silent[0]?.init({ key: gateway.key })).toEqual({ type: 'connection_ack' });
    const next = await openWebSocket(`ws://${host}/graphql`, headers);
    await expect(openWebSocket(`ws://${host}/graphql`, headers)).rejects.toMatchObject({ status: 429 });
    const elsewhere = await openWebSocket(`ws://${host}/graphql`, { 'x-forwarded-for': '192.0.2.2' });
    // Nobody may wait for longer than 3 s.
    for (const { closed } of silent.slice(1)) expect((await closed).code).toBe(4408);
    for (const { socket } of [next, elsewhere, ...silent]) socket.terminate();
    const after = await openWebSocket(`ws://${host}/graphql`, headers);
    after.socket.terminate();
    await expectWorking(gateway);
  });

  it('over Socket.io: handshakes of one address are bounded, polling or not, and who has a key is not counted', async () => {
    await start({ TRUSTED_PROXIES: '127.0.0.1' }, { newcomersPerAddress: 20 });
    const headers = { 'x-forwarded-for': '192.0.2.1' };
    const handshake = () => fetch(`${gateway.url}/socket.io/?EIO=4&transport=polling`, { headers });
    const rightful = openSocketIo(host, { key: gateway.key }, { headers });
    await rightful.connected;
    for (let n = 0; n < 20; n += 1) expect((await handshake()).status).toBe(200);
    const refused = await handshake();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
    expect((await refused.json()).error.code).toBe('RATE_LIMITED');
    const upgrade = openWebSocket(`ws://${host}/socket.io/?EIO=4&transport=websocket`, headers);
    await expect(upgrade).rejects.toMatchObject({ status: 429 });
    const elsewhere = openSocketIo(host, { key: gateway.key }, { headers: { 'x-forwarded-for': '192.0.2.2' } });
    await elsewhere.connected;
    expect(rightful.socket.connected).toBe(true);
    for (const { socket } of [rightful, elsewhere]) socket.close();
    await expectWorking(gateway);
  });
});

it('plain connections of one address are bounded, idle ones too; proxies of one’s own may have more', async () => {
  await start({ CONNECTIONS_PER_ADDRESS: '20' });
  const flood = await Promise.all(Array.from({ length: 20 }, () => openRaw(gateway.url, '127.0.0.2')));
  const refused = await openRaw(gateway.url, '127.0.0.2');
  const answer = await refused.closed;
  expect(statusOf(answer)).toBe(429);
  expect(answer).toContain('RATE_LIMITED');
  for (const { socket } of flood) expect(socket.destroyed).toBe(false);
  // Another address is let in, and the first as soon as one of its connections is closed.
  expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);
  flood[0]?.socket.destroy();
  await expect
    .poll(async () => {
      const again = await openRaw(gateway.url, '127.0.0.2');
      again.write('GET /healthz HTTP/1.1\r\nHost: flood\r\nConnection: close\r\n\r\n');
      return statusOf(await again.closed);
    })
    .toBe(200);
  for (const { socket } of flood) socket.destroy();
  // Once, however many are refused; who runs the gateway behind a proxy must learn of it.
  expect(errorsIn(gateway)).toEqual([expect.stringMatching(/127\.0\.0\.2; .*TRUSTED_PROXIES/)]);
  await gateway.close();

  await start({ CONNECTIONS_PER_ADDRESS: '20', TRUSTED_PROXIES: '127.0.0.2' });
  const proxied = await Promise.all(Array.from({ length: 40 }, () => openRaw(gateway.url, '127.0.0.2')));
  for (const { write } of proxied) write('GET /healthz HTTP/1.1\r\nHost: proxied\r\nConnection: close\r\n\r\n');
  for (const { closed } of proxied) expect(statusOf(await closed)).toBe(200);
  await expectWorking(gateway);
});
