import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashing } from '../../src/adapters/system/hashing.ts';
import { randomIds } from '../../src/adapters/system/ids.ts';
import { formatKey } from '../../src/application/key-format.ts';
import type { Hashing } from '../../src/ports/system.ts';
import { TestClock } from '../application/support.ts';
import { openSocketIo, openWebSocket } from '../realtime/clients.ts';
import type { TestGateway } from '../support/gateway.ts';
import { expectWorking, startAttacked } from './support.ts';

// How many guesses an address has is tested in ../application/keys-checked.test.ts, and over every way in in
// ../realtime/wrong-keys-limited.test.ts.

/** Every hash, comparison and read of the store, in order, as far as keys and sessions are concerned. */
const work: string[] = [];
const counted: Hashing = {
  sha256(text) {
    work.push('hash');
    return hashing.sha256(text);
  },
  equal(a, b) {
    work.push(`compare ${a.length} with ${b.length}`);
    return hashing.equal(a, b);
  },
};

const clock = new TestClock();
let gateway: TestGateway;
let host: string;
/** By what is wrong with it. */
let guesses: Readonly<Record<string, string>>;
let right: string;
let session: string;
beforeAll(async () => {
  gateway = await startAttacked(
    { TRUSTED_PROXIES: '127.0.0.1' },
    {
      system: { clock, hashing: counted },
      store: (store) => ({
        ...store,
        keys: watched('keys', store.keys),
        sessions: watched('sessions', store.sessions),
        tenants: watched('tenants', store.tenants),
      }),
    },
  );
  host = new URL(gateway.url).host;
  const one = await issue('right');
  const revoked = await issue('revoked');
  const expired = await issue('expired', `, expiresAt: "${new Date(clock.now() + 1_000).toISOString()}"`);
  const { createTenant } = await ask('mutation { createTenant(name: "Acme") { ... on Tenant { id } } }');
  const foreign = await issue('foreign', `, tenant: "${createTenant.id}"`);
  await ask(`mutation { revokeApiKey(id: "${revoked.id}") { __typename } }`);
  clock.advance(1_000);
  right = one.key;
  guesses = {
    'an id that nobody has': formatKey('test', `key_${randomIds.fresh()}`, randomIds.secret()),
    'the right id with another secret': formatKey('test', one.id, randomIds.secret()),
    'a revoked key': revoked.key,
    'an expired key': expired.key,
    'the id of another tenant’s key with another secret': formatKey('test', foreign.id, randomIds.secret()),
  };
  const answer = await gateway.call('POST', '/api/v1/session', { key: right });
  session = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
});
afterAll(() => gateway.close());

function watched<T extends object>(name: string, store: T): T {
  return new Proxy(store, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        work.push(`${name}.${String(property)}`);
        return value.apply(target, args);
      };
    },
  });
}

async function ask(query: string) {
  const { data, errors } = await (await gateway.call('POST', '/graphql', { query })).json();
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

async function issue(name: string, more = '') {
  const { issueApiKey } = await ask(
    `mutation { issueApiKey(name: "${name}", scopes: [send, read] ${more}) { ... on IssuedApiKey { key apiKey { id } } } }`,
  );
  return { key: String(issueApiKey.key), id: String(issueApiKey.apiKey.id) };
}

/** Guesses come from everywhere, so that no limit by address hides what they are told. */
let addresses = 0;
const elsewhere = () => {
  addresses += 1;
  return { 'x-forwarded-for': `198.51.100.${addresses % 250}` };
};

/** Each way in: all that an attacker sees of the answer, but for its request id. */
const WAYS: Readonly<Record<string, (key: string) => Promise<unknown>>> = {
  REST: (key) => seen('GET', '/api/v1/whatsapp/messages/msg_1', { 'x-dijla-key': key }),
  'a bearer token': (key) => seen('GET', '/api/v1/whatsapp/events', { authorization: `Bearer ${key}` }),
  GraphQL: (key) => seen('POST', '/graphql', { 'x-dijla-key': key }, { query: '{ cursor }' }),
  'graphql-sse': (key) => seen('PUT', '/graphql/stream', { 'x-dijla-key': key }),
  'signing in': (key) => seen('POST', '/api/v1/session', {}, { key }),
  async 'graphql-ws'(key) {
    const { closed, send } = await openWebSocket(`ws://${host}/graphql`, elsewhere());
    send({ type: 'connection_init', payload: { key } });
    return closed;
  },
  async 'Socket.io'(key) {
    const { refused, socket } = openSocketIo(host, { key }, { headers: elsewhere() });
    const { message, data } = await refused;
    socket.close();
    return { message, data };
  },
};

async function seen(method: string, path: string, headers: Record<string, string>, body?: object) {
  const answer = await fetch(`${gateway.url}${path}`, {
    method,
    headers: { ...elsewhere(), ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = (await answer.text()).replace(/"requestId":"[^"]*"/, '');
  const { date: _date, 'x-request-id': _id, ...told } = Object.fromEntries(answer.headers);
  return { status: answer.status, told, text };
}

describe.each(Object.keys(WAYS))('by %s', (way) => {
  it('all wrong keys are answered alike, after the same work, none of it in the store', async () => {
    const answers = new Set<string>();
    const works = new Set<string>();
    for (const [name, key] of Object.entries(guesses)) {
      work.length = 0;
      answers.add(JSON.stringify(await WAYS[way]?.(key)));
      works.add(work.join(', '));
      expect(name + work.join().replaceAll(/hash|compare 64 with 64|,/g, '')).toBe(name);
    }
    expect([...answers]).toHaveLength(1);
    expect([...works]).toEqual(['hash, compare 64 with 64, compare 64 with 64']);
  });
});

it('a right key costs the check the same, and nothing of a guess is kept that would hold it up', async () => {
  work.length = 0;
  const answer = await gateway.call('GET', '/api/v1/whatsapp/messages/msg_1', undefined, { 'x-dijla-key': right });
  expect(answer.status).toBe(404);
  expect(work.filter((step) => !step.startsWith('keys.used'))).toEqual([
    'hash',
    'compare 64 with 64',
    'compare 64 with 64',
  ]);
  await expectWorking(gateway);
});

it('session cookies that cannot be ones are looked up nowhere, others once', async () => {
  const who = (cookie: string) => fetch(`${gateway.url}/api/v1/session`, { headers: { cookie } });
  const name = session.split('=')[0];
  for (const token of ['x', 'x'.repeat(42), 'x'.repeat(44), `${'x'.repeat(42)}!`, 'x'.repeat(8_000), '%00', '']) {
    work.length = 0;
    expect((await who(`${name}=${token}`)).status).toBe(401);
    expect(work.filter((step) => step.startsWith('sessions.'))).toEqual([]);
  }
  work.length = 0;
  expect((await who(`${name}=${randomIds.secret()}`)).status).toBe(401);
  expect(work).toEqual(['hash', 'sessions.get']);
  expect((await who(session)).status).toBe(200);
});

it('sign-in links cannot be guessed, nor used twice, nor is one used up by looking', async () => {
  const token = gateway.app.services.access.issueLink();
  const open = (guess: string, method = 'GET') =>
    fetch(`${gateway.url}/signin?token=${guess}`, { method, redirect: 'manual' });
  for (const guess of ['', 'x', token.slice(0, -1), token.toUpperCase(), `${token}x`, randomIds.secret()]) {
    expect((await open(guess)).status).toBe(401);
  }
  expect((await open(token, 'HEAD')).status).toBe(404);
  const answers = await Promise.all(Array.from({ length: 5 }, () => open(token)));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 401, 401, 401, 401]);
  await expectWorking(gateway);
});
