import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SESSION_KINDS } from '../realtime/kinds.ts';
import type { TestGateway } from '../support/gateway.ts';
import { expectWorking, rawRequest, startAttacked, statusOf } from './support.ts';

// What a page elsewhere can make a browser send along with its visitor's cookie, should SameSite not stop it. That no
// stolen session opens a socket from another origin is proven in ../realtime/sessions-stay-home.test.ts.

const MUTATION = 'mutation { createTenant(name: "forged") { __typename } }';
let gateway: TestGateway;
let host: string;
let cookie: string;
beforeAll(async () => {
  gateway = await startAttacked({ ALLOWED_ORIGINS: '*' });
  host = new URL(gateway.url).host;
});
afterAll(() => gateway.close());
beforeEach(async () => {
  const answer = await gateway.call('POST', '/api/v1/session', { key: gateway.key });
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
});

const send = (method: string, path: string, headers: Record<string, string>, body?: string | FormData) =>
  fetch(`${gateway.url}${path}`, { method, headers: { cookie, ...headers }, ...(body !== undefined && { body }) });
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const upload = () => {
  const parts = new FormData();
  parts.set('file', new Blob(['%PDF-1.4'], { type: 'application/pdf' }), 'forged.pdf');
  return parts;
};
async function tenants(): Promise<unknown> {
  const { data } = await (await gateway.call('POST', '/graphql', { query: '{ tenants { name } }' })).json();
  return data.tenants;
}
const signedIn = async () =>
  (await fetch(`${gateway.url}/api/v1/session`, { headers: { cookie, 'sec-fetch-site': 'same-origin' } })).status;

/** Where a browser says that a request comes from when no page of the gateway made it. */
const ELSEWHERE: readonly (readonly [string, Record<string, string>])[] = [
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['another port of the same host', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
  ['a link or the address bar', { 'sec-fetch-site': 'none' }],
  ['another site by a link', { 'sec-fetch-site': 'cross-site' }],
  ['an old browser that says nothing', {}],
];

describe.each(ELSEWHERE)('from %s', (_name, from) => {
  it('a session changes nothing, in whatever form it is asked', async () => {
    const before = await tenants();
    const json = JSON.stringify({ query: MUTATION });
    const kinds: readonly (readonly [string, string])[] = [
      ['application/json', json],
      ['application/graphql+json', json],
      ['text/plain', json],
      ['text/plain; application/json', json],
      ['application/x-www-form-urlencoded', form({ query: MUTATION })],
      [
        'multipart/form-data; boundary=x',
        `--x\r\nContent-Disposition: form-data; name="query"\r\n\r\n${MUTATION}\r\n--x--`,
      ],
      ['', json],
    ];
    for (const path of ['/graphql', '/graphql/stream']) {
      for (const [type, body] of kinds) {
        const { status } = await send('POST', path, { ...from, 'content-type': type }, body);
        expect([path, type, [401, 415].includes(status)]).toEqual([path, type, true]);
      }
      const asked = await send('GET', `${path}?${form({ query: MUTATION })}`, { ...from, accept: 'text/event-stream' });
      expect(asked.status).toBe(401);
    }
    expect(await tenants()).toEqual(before);
  });

  it('a session reserves no stream, uploads nothing, sends nothing and reads nothing', async () => {
    for (const [method, path, body] of [
      ['PUT', '/graphql/stream', undefined],
      ['DELETE', '/graphql/stream?operationId=1', undefined],
      ['GET', `/graphql?${form({ query: '{ messages { edges { cursor } } }' })}`, undefined],
      ['POST', '/api/v1/whatsapp/media', upload()],
      ['POST', '/api/v1/whatsapp/send', '{}'],
      ['GET', '/api/v1/whatsapp/events', undefined],
      ['GET', '/api/v1/whatsapp/media/med_1', undefined],
      ['GET', '/metrics', undefined],
      ['POST', '/sandbox/messages', '{}'],
    ] as const) {
      expect([path, (await send(method, path, from, body)).status]).toEqual([path, 401]);
    }
  });

  it('nobody signs a visitor in or out', async () => {
    const key = gateway.key;
    for (const [type, body] of [
      ['text/plain', JSON.stringify({ key })],
      ['application/x-www-form-urlencoded', form({ key })],
      ['multipart/form-data; boundary=x', `--x\r\nContent-Disposition: form-data; name="key"\r\n\r\n${key}\r\n--x--`],
    ] as const) {
      const answer = await send('POST', '/api/v1/session', { ...from, 'content-type': type }, body);
      expect([type, [400, 403, 415].includes(answer.status)]).toEqual([type, true]);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    if (!('origin' in from) && from['sec-fetch-site'] !== 'cross-site') return;
    const json = { ...from, 'content-type': 'application/json' };
    expect((await send('POST', '/api/v1/session', json, JSON.stringify({ key }))).status).toBe(403);
    expect((await send('PATCH', '/api/v1/session', json, JSON.stringify({ tenant: 'dijla' }))).status).toBe(403);
    for (const method of ['GET', 'DELETE']) expect((await send(method, '/api/v1/session', from)).status).toBe(403);
    expect(await signedIn()).toBe(200);
  });
});

it('a page of the gateway’s own does all of it with the same cookie', async () => {
  const own = { origin: gateway.url, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
  const asked = await send('POST', '/graphql', own, JSON.stringify({ query: '{ viewer { role } }' }));
  expect(await asked.json()).toEqual({ data: { viewer: { role: 'operator' } } });
  const read = await send('GET', `/graphql?${form({ query: '{ cursor }' })}`, { 'sec-fetch-site': 'same-origin' });
  expect(read.status).toBe(200);
  const get = await send('GET', `/graphql?${form({ query: MUTATION })}`, { 'sec-fetch-site': 'same-origin' });
  expect(get.status).toBe(405);
  const { 'content-type': _json, ...page } = own;
  expect((await send('POST', '/api/v1/whatsapp/media', page, upload())).status).toBe(200);
  for (const open of SESSION_KINDS) (await open(host, { cookie, origin: gateway.url })).stop();
  expect((await send('DELETE', '/api/v1/session', page)).status).toBe(200);
  expect(await signedIn()).toBe(401);
  await expectWorking(gateway);
});

it('behind https a page that came over plain http is not the gateway’s own', async () => {
  const secure = await startAttacked({ PUBLIC_URL: 'https://gateway.example', ALLOWED_ORIGINS: '*' });
  const ask = (method: string, lines: readonly string[], body: string) => {
    const own = new URL('https://gateway.example');
    const head = [`${method} HTTP/1.1`, `Content-Length: ${body.length}`, 'Content-Type: application/json', ...lines];
    return rawRequest(secure.url, head, body, own);
  };
  const signIn = (origin: string) =>
    ask('POST /api/v1/session', [`Origin: ${origin}`], JSON.stringify({ key: secure.key }));
  expect(statusOf(await signIn('http://gateway.example'))).toBe(403);
  const answer = await signIn('https://gateway.example');
  expect(statusOf(answer)).toBe(200);
  const stolen = `Cookie: ${/set-cookie: ([^;]*)/i.exec(answer)?.[1]}`;
  const query = JSON.stringify({ query: '{ viewer { role } }' });
  const read = (origin: string) => ask('POST /graphql', [stolen, `Origin: ${origin}`], query);
  expect(statusOf(await read('http://gateway.example'))).toBe(401);
  expect(await read('https://gateway.example')).toContain('"role":"operator"');
  await secure.close();
});
