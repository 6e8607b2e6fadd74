import { expect, it } from 'vitest';
import { ALLOWED_ORIGIN, KEY, restBench } from './support.ts';

const MESSAGE = '/api/v1/whatsapp/messages/msg_1';

it('lets pages of an allowed origin call and read, but never with cookies', async () => {
  const { app } = await restBench();
  const headers = { origin: ALLOWED_ORIGIN };
  const asked = await app.inject({
    method: 'OPTIONS',
    url: '/api/v1/whatsapp/send',
    headers: { ...headers, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-dijla-key' },
  });
  expect(asked.statusCode).toBe(204);
  expect(asked.headers).toMatchObject({ 'access-control-allow-origin': ALLOWED_ORIGIN, vary: 'Origin' });
  expect(asked.headers['access-control-allow-methods']).toContain('POST');
  for (const name of ['x-dijla-key', 'content-type', 'idempotency-key', 'prefer', 'authorization', 'last-event-id']) {
    expect(asked.headers['access-control-allow-headers']).toContain(name);
  }
  const answer = await app.inject({ url: MESSAGE, headers: { ...headers, 'x-dijla-key': KEY } });
  expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([200, ALLOWED_ORIGIN]);
  // Failures too, or the page cannot read what went wrong.
  const failed = await app.inject({ url: MESSAGE, headers });
  expect([failed.statusCode, failed.headers['access-control-allow-origin']]).toEqual([401, ALLOWED_ORIGIN]);
  for (const { headers: given } of [asked, answer, failed]) {
    expect(given['access-control-allow-credentials']).toBeUndefined();
  }
});

it('refuses pages of any other origin, naming the variable', async () => {
  const { app } = await restBench();
  for (const method of ['OPTIONS', 'GET'] as const) {
    const answer = await app.inject({
      method,
      url: MESSAGE,
      headers: { origin: 'https://evil.example', 'x-dijla-key': KEY },
    });
    expect(answer.statusCode).toBe(403);
    expect(answer.json().message).toContain('ALLOWED_ORIGINS');
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  }
});

it('asks callers that are no web pages for no origin', async () => {
  const { app } = await restBench();
  expect((await app.inject({ url: MESSAGE, headers: { 'x-dijla-key': KEY } })).statusCode).toBe(200);
});
