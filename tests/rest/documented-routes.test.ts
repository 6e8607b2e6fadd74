import { expect, it } from 'vitest';
import { restBench } from './support.ts';

it('describes every route of the API as OpenAPI 3.1, without a key', async () => {
  const { app } = await restBench();
  const answer = await app.inject({ url: '/api/v1/openapi.json' });
  expect(answer.statusCode).toBe(200);
  const { openapi, paths } = answer.json();
  expect(openapi).toBe('3.1.0');
  const routes = Object.entries<object>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(routes.sort()).toEqual([
    'DELETE /api/v1/session',
    'GET /api/v1/session',
    'GET /api/v1/whatsapp/events',
    'GET /api/v1/whatsapp/media/{id}',
    'GET /api/v1/whatsapp/media/{id}/thumbnail',
    'GET /api/v1/whatsapp/messages/export',
    'GET /api/v1/whatsapp/messages/{id}',
    'GET /api/v1/whatsapp/usage',
    'GET /api/v1/whatsapp/webhook',
    'GET /api/v1/whatsapp/webhook/{tenantId}',
    'HEAD /api/v1/whatsapp/media/{id}',
    'HEAD /api/v1/whatsapp/media/{id}/thumbnail',
    'PATCH /api/v1/session',
    'POST /api/v1/session',
    'POST /api/v1/whatsapp/media',
    'POST /api/v1/whatsapp/reply',
    'POST /api/v1/whatsapp/send',
    'POST /api/v1/whatsapp/webhook',
    'POST /api/v1/whatsapp/webhook/{tenantId}',
  ]);
  const { post } = paths['/api/v1/whatsapp/send'];
  const message = post.requestBody.content['application/json'].schema.properties.message;
  expect(Object.keys(message.properties)).toEqual(expect.arrayContaining(['to', 'templateName', 'parameters']));
  expect(Object.keys(post.responses)).toEqual(['200', '202', 'default']);
  expect(post.responses['200'].content['application/json'].schema.properties).toHaveProperty('messageId');
  // What Fastify documents it must not judge by: this body fits no schema, and is still the route's to refuse.
  expect(answer.body).not.toContain('$schema');
});

it('tells probes that the process is up, and whether it can work', async () => {
  const up = await restBench();
  const status = async (bench: typeof up, url: string) => (await bench.app.inject({ url })).statusCode;
  expect([await status(up, '/healthz'), await status(up, '/readyz')]).toEqual([200, 200]);
  up.state.draining = true;
  expect([await status(up, '/healthz'), await status(up, '/readyz')]).toEqual([200, 503]);
  const down = await restBench({
    ready: async () => {
      throw new Error('no store');
    },
  });
  expect([await status(down, '/healthz'), await status(down, '/readyz')]).toEqual([200, 503]);
  expect(down.reports).toHaveLength(1);
});

it('shows its figures to whoever has the key', async () => {
  const bench = await restBench();
  expect((await bench.app.inject({ url: '/metrics' })).statusCode).toBe(401);
  const answer = await bench.call('GET', '/metrics');
  expect([answer.body, answer.headers['content-type']]).toEqual(['figures 1\n', 'text/plain; version=0.0.4']);
});
