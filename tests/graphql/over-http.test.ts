import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALLOWED_ORIGIN, KEY, type Rig, startRig } from './support.ts';

const URL_ = 'http://gateway.test/graphql';
const SEND =
  'mutation { sendReply(input: { to: { phone: "+9647701234567" }, content: { text: { body: "a" } } }) { __typename } }';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig({ graphiql: true });
});
afterAll(() => rig.close());

const post = (body: string, headers: Record<string, string> = {}) =>
  rig.yoga.fetch(URL_, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-dijla-key': KEY, ...headers },
    body,
  });
const viewer = JSON.stringify({ query: '{ viewer { tenant } }' });

describe('the audits of GraphQL over HTTP', () => {
  const fetchFn = (url: string, init: RequestInit = {}) =>
    rig.yoga.fetch(url, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), 'x-dijla-key': KEY } });
  for (const audit of serverAudits({ url: URL_, fetchFn })) {
    it(audit.name, async () => {
      const result = await audit.fn();
      if (result.status !== 'ok') throw new Error(`${result.status}: ${result.reason}`);
    });
  }
});

it('takes the key from either header, or a session cookie from its own pages', async () => {
  const ask = (headers: Record<string, string>) =>
    rig.yoga.fetch(URL_, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: viewer });
  expect((await ask({ 'x-dijla-key': KEY })).status).toBe(200);
  expect((await ask({ authorization: `Bearer ${KEY}` })).status).toBe(200);
  const cookie = 'dijla-session=session';
  expect((await ask({ cookie, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  expect((await ask({ cookie, origin: ALLOWED_ORIGIN })).status).toBe(401);
});

it('refuses a missing or wrong key with 401 before it looks at the operation', async () => {
  const accepts: Record<string, string>[] = [{}, { accept: 'application/json' }, { accept: 'text/event-stream' }];
  for (const headers of accepts) {
    for (const query of ['{ viewer { tenant } }', '{ viewr }', '{', '{ __schema { types { name } } }', SEND]) {
      const response = await rig.yoga.fetch(URL_, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-dijla-key': 'wrong', ...headers },
        body: JSON.stringify({ query }),
      });
      expect(response.status).toBe(401);
      const text = await response.text();
      expect(text).toContain('UNAUTHENTICATED');
      expect(text).toContain('Unauthorized');
      expect(text).not.toContain('viewer');
    }
  }
  expect((await rig.yoga.fetch(`${URL_}?query=%7B__typename%7D`)).status).toBe(401);
  expect(rig.reports).toEqual([]);
});

it('takes mutations by POST with application/json only', async () => {
  const params = new URLSearchParams({ query: SEND });
  const get = await rig.yoga.fetch(`${URL_}?${params}`, { headers: { 'x-dijla-key': KEY } });
  expect(get.status).toBe(405);
  for (const [type, body] of [
    ['application/x-www-form-urlencoded', params.toString()],
    ['application/graphql', SEND],
    ['text/plain', JSON.stringify({ query: SEND })],
    ['multipart/form-data; boundary=x', `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--`],
  ] as const) {
    const response = await post(body, { 'content-type': type });
    expect(response.status, type).toBe(415);
    expect(await response.text()).toContain('application/json');
  }
  expect(rig.calls).toEqual([]);
  expect(
    (await post(JSON.stringify({ query: SEND }), { 'content-type': 'application/json; charset=utf-8' })).status,
  ).toBe(200);
  expect(rig.calls).toHaveLength(1);
});

it('takes one operation at a time, and no more than a megabyte', async () => {
  expect((await post(`[${viewer},${viewer}]`)).status).toBe(400);
  const huge = await post(JSON.stringify({ query: `{ viewer { tenant } } #${'x'.repeat(1_000_000)}` }));
  expect(huge.status).toBe(413);
});

it('lets allowed pages call, without cookies, and tells the others what to change', async () => {
  const allowed = await post(viewer, { origin: ALLOWED_ORIGIN });
  expect(allowed.headers.get('access-control-allow-origin')).toBe(ALLOWED_ORIGIN);
  expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
  const preflight = await rig.yoga.fetch(URL_, {
    method: 'OPTIONS',
    headers: {
      origin: ALLOWED_ORIGIN,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-dijla-key',
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')).toContain('x-dijla-key');
  for (const method of ['POST', 'OPTIONS']) {
    const refused = await rig.yoga.fetch(URL_, {
      method,
      headers: { origin: 'https://evil.example', 'content-type': 'application/json', 'x-dijla-key': KEY },
      ...(method === 'POST' && { body: viewer }),
    });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('ALLOWED_ORIGINS');
    expect(refused.headers.get('access-control-allow-origin')).toBeNull();
  }
});

it('shows GraphiQL to a browser without a key, when it is asked to', async () => {
  const page = await rig.yoga.fetch(URL_, { headers: { accept: 'text/html' } });
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('x-dijla-key');
  const without = await startRig();
  const refused = await without.yoga.fetch(URL_, { headers: { accept: 'text/html' } });
  expect(refused.headers.get('content-type') ?? '').not.toContain('text/html');
  await without.close();
});
