import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestGateway } from '../support/gateway.ts';
import { expectWorking, startAttacked, startLive } from './support.ts';

// What an answer lets a browser do that was led to it: framed, sniffed, cached, run or opened from another site.

let sandbox: TestGateway;
let live: TestGateway;
beforeAll(async () => {
  sandbox = await startAttacked();
  live = await startLive({ PUBLIC_URL: 'https://gateway.example' });
});
afterAll(() => Promise.all([sandbox.close(), live.close()]));

const key = () => ({ 'x-dijla-key': sandbox.key });
const html = { accept: 'text/html' };
const events = { accept: 'text/event-stream' };
type Ask = readonly [method: string, path: string, headers: () => Record<string, string>, body?: string];
const none = () => ({});

/** Every kind of answer: by what is asked, and how it is answered. */
const ANSWERS: Readonly<Record<string, readonly [Ask, number]>> = {
  'the front page': [['GET', '/', none], 200],
  'the dashboard of nobody': [['GET', '/dashboard', none], 303],
  'a sign-in link that is none': [['GET', '/signin?token=x', none], 401],
  'a style sheet': [['GET', '/assets/site.css', none], 200],
  'a page that is not there': [['GET', '/<script>alert(1)</script>', () => html], 404],
  'a route that is not there': [['GET', '/api/v1/<script>', () => html], 404],
  'the OpenAPI document': [['GET', '/api/v1/openapi.json', none], 200],
  'a failure of REST': [['POST', '/api/v1/whatsapp/send', none, '{}'], 401],
  'a message': [['GET', '/api/v1/whatsapp/messages/msg_1', key], 404],
  'a page of events': [['GET', '/api/v1/whatsapp/events', key], 200],
  'a file that is not there': [['GET', '/api/v1/whatsapp/media/med_1', key], 404],
  'a webhook without a signature': [['POST', '/api/v1/whatsapp/webhook', none, '{}'], 401],
  'a challenge for the wrong token': [['GET', '/api/v1/whatsapp/webhook?hub.challenge=<script>', none], 403],
  'a session of nobody': [['GET', '/api/v1/session', none], 401],
  'a probe': [['GET', '/healthz', none], 200],
  figures: [['GET', '/metrics', key], 200],
  GraphiQL: [['GET', '/graphql', () => html], 200],
  'a GraphQL answer': [['GET', '/graphql?query={cursor}', key], 200],
  'a GraphQL refusal': [['POST', '/graphql', key, 'no json'], 415],
  'a stream at /graphql': [
    ['GET', '/graphql?query=subscription{events{cursor}}', () => ({ ...key(), ...events })],
    200,
  ],
  'a reserved stream': [['PUT', '/graphql/stream', key], 201],
  'graphql-sse to nobody': [['GET', '/graphql/stream', none], 401],
  'plain SSE': [['GET', '/api/v1/whatsapp/events', () => ({ ...key(), ...events })], 200],
  'a Socket.io handshake': [['GET', '/socket.io/?EIO=4&transport=polling', none], 200],
  'a Socket.io refusal': [['GET', '/socket.io/?EIO=3&transport=nothing', none], 400],
  'the Socket.io client': [['GET', '/socket.io/socket.io.js', none], 200],
  'nothing of Socket.io’s': [['GET', '/socket.io/package.json', none], 404],
  'the sandbox': [['GET', '/sandbox/people', key], 200],
};

async function ask(gateway: TestGateway, [method, path, headers, body]: Ask): Promise<Response> {
  const init = { method, headers: headers(), redirect: 'manual', ...(body !== undefined && { body }) } as const;
  const answer = await fetch(`${gateway.url}${path}`, init);
  await answer.body?.cancel();
  return answer;
}

describe.each(Object.entries(ANSWERS))('%s', (name, [asked, status]) => {
  it('is framed by nobody, sniffed by nobody, and tells nobody where it was', async () => {
    const answer = await ask(sandbox, asked);
    expect(answer.status).toBe(status);
    const { headers } = answer;
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toMatch(/^(?:no-referrer|same-origin)$/);
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/frame-ancestors 'none'|^sandbox/);
    // Only GraphiQL, which is there in sandbox alone, runs what stands in its page.
    if (name !== 'GraphiQL') expect(policy).toMatch(/default-src 'none'/);
    expect(policy).not.toContain('unsafe');
    // Pages elsewhere may load the stock client as a script; nothing else is theirs to load.
    const loadable = name === 'the Socket.io client' ? 'cross-origin' : 'same-origin';
    expect(headers.get('cross-origin-resource-policy')).toBe(loadable);
    const kept = name === 'a style sheet' || name === 'the Socket.io client' ? /^public/ : /no-store/;
    expect(headers.get('cache-control')).toMatch(kept);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });
});

it('behind https every answer asks to be asked by https alone', async () => {
  for (const path of ['/', '/healthz', '/graphql', '/api/v1/whatsapp/webhook', '/socket.io/socket.io.js', '/nowhere']) {
    const { headers } = await ask(live, ['GET', path, none]);
    expect([path, headers.get('strict-transport-security')]).toEqual([path, 'max-age=31536000']);
  }
});

it('live, GraphiQL is not there', async () => {
  const page = await ask(live, ['GET', '/graphql', () => html]);
  expect(page.headers.get('content-type') ?? '').not.toContain('text/html');
  await expectWorking(live);
});

it('no answer of an API is taken for a page, whatever it echoes', async () => {
  const script = '<script>alert(1)</script>';
  for (const path of [
    `/api/v1/${script}`,
    `/api/v1/whatsapp/messages/${script}`,
    `/api/v1/whatsapp/events?after=${script}`,
    `/api/v1/whatsapp/webhook?hub.mode=${script}&hub.challenge=${script}`,
    `/graphql?query=${script}`,
    `/graphql/stream?token=${script}`,
    `/socket.io/?EIO=${script}`,
    `/${script}`,
  ]) {
    const { headers } = await ask(sandbox, ['GET', path, key]);
    expect([path, headers.get('content-type')?.includes('html') ?? false]).toEqual([path, false]);
  }
  await expectWorking(sandbox);
});
