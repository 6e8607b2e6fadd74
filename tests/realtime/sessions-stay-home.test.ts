import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { KEY_KINDS, SESSION_KINDS } from './kinds.ts';

const FOREIGN = 'https://elsewhere.example';
let gateway: TestGateway;
let host: string;
let cookie: string;
beforeAll(async () => {
  // Even where every page may call, no page but the gateway's own acts with its visitors' sessions.
  gateway = await startGateway({ ALLOWED_ORIGINS: '*' });
  host = new URL(gateway.url).host;
  const answer = await gateway.call('POST', '/api/v1/session', { key: gateway.key });
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
});
afterAll(() => gateway.close());

it('a session opens everything from the gateway’s own pages', async () => {
  for (const open of SESSION_KINDS) (await open(host, { cookie, origin: gateway.url })).stop();
});

describe.each([
  ['another origin', { origin: FOREIGN }],
  ['another port', { origin: 'http://127.0.0.1:1' }],
  ['a page without an origin', { origin: 'null' }],
  ['no origin', {}],
])('from %s a stolen session', (_name, headers) => {
  it('opens no socket and no stream', async () => {
    const tried = await Promise.allSettled(KEY_KINDS.map((open) => open(host, { cookie, ...headers })));
    expect(tried.map(({ status }) => status)).toEqual(KEY_KINDS.map(() => 'rejected'));
  });

  it('asks nothing', async () => {
    const json = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ viewer { tenant } }' });
    const asked = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { ...json, cookie, ...headers },
      body,
    });
    expect(asked.status).toBe(401);
    const sent = await fetch(`${gateway.url}/api/v1/whatsapp/send`, {
      method: 'POST',
      headers: { ...json, cookie, ...headers },
      body: '{}',
    });
    expect(sent.status).toBe(401);
  });
});
