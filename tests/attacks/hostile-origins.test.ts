import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWebSocket } from '../realtime/clients.ts';
import { KEY_KINDS } from '../realtime/kinds.ts';
import type { TestGateway } from '../support/gateway.ts';
import { ALLOWED_ORIGIN, expectWorking, startLive } from './support.ts';

let gateway: TestGateway;
let host: string;
beforeAll(async () => {
  gateway = await startLive({ ALLOWED_ORIGINS: ALLOWED_ORIGIN, PUBLIC_URL: 'https://gateway.example' });
  host = new URL(gateway.url).host;
});
afterAll(() => gateway.close());

const HOSTILE = [
  'https://evil.example',
  'null',
  'file://',
  'http://localhost:3000',
  'http://127.0.0.1',
  // What a careless comparison lets pass.
  `${ALLOWED_ORIGIN}.evil.example`,
  `${ALLOWED_ORIGIN}:444`,
  `${ALLOWED_ORIGIN}/`,
  `${ALLOWED_ORIGIN}@evil.example`,
  `${ALLOWED_ORIGIN}, https://evil.example`,
  ALLOWED_ORIGIN.replace('https', 'http'),
  ALLOWED_ORIGIN.toUpperCase(),
  'https://notallowed.example',
  'https://gateway.example.evil.example',
  'http://gateway.example',
];

describe.each(HOSTILE)('a page at %s, though it has a key,', (origin) => {
  it('opens no socket, no stream and no poll', async () => {
    const headers = { origin, 'x-dijla-key': gateway.key };
    const tried = await Promise.allSettled(KEY_KINDS.map((open) => open(host, headers)));
    expect(tried.map(({ status }) => status)).toEqual(KEY_KINDS.map(() => 'rejected'));
  });

  it('asks, sends, uploads and signs in to nothing, and may read no answer', async () => {
    const headers = { origin, 'content-type': 'application/json' };
    for (const [method, path, body] of [
      ['POST', '/graphql', { query: '{ cursor }' }],
      ['PUT', '/graphql/stream', undefined],
      ['POST', '/graphql/stream', { query: '{ cursor }' }],
      ['POST', '/api/v1/whatsapp/send', {}],
      ['POST', '/api/v1/whatsapp/reply', {}],
      ['POST', '/api/v1/whatsapp/media', {}],
      ['GET', '/api/v1/whatsapp/messages/msg_1', undefined],
      ['POST', '/api/v1/session', { key: gateway.key }],
      ['OPTIONS', '/graphql', undefined],
      ['OPTIONS', '/graphql/stream', undefined],
      ['OPTIONS', '/api/v1/whatsapp/send', undefined],
    ] as const) {
      const answer = await gateway.call(method, path, body, headers);
      expect([path, answer.status]).toEqual([path, 403]);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(await answer.text()).toContain('ALLOWED_ORIGINS');
    }
  });
});

it('an upgrade says why it is refused, on every path, before anything else is looked at', async () => {
  for (const path of [
    '/graphql',
    '/socket.io/?EIO=4&transport=websocket',
    '/socket.io/?EIO=4&transport=websocket&sid=x',
  ]) {
    const opened = openWebSocket(`ws://${host}${path}`, { origin: 'https://evil.example' });
    await expect(opened).rejects.toMatchObject({ status: 403, message: expect.stringContaining('ALLOWED_ORIGINS') });
  }
});

it.each([ALLOWED_ORIGIN, 'https://gateway.example'])(
  'a page at %s opens all of them, and so does no page',
  async (origin) => {
    for (const headers of [{ origin }, {}]) {
      const opened = await Promise.all(KEY_KINDS.map((open) => open(host, { ...headers, 'x-dijla-key': gateway.key })));
      for (const { stop } of opened) stop();
    }
    await expectWorking(gateway);
  },
);
