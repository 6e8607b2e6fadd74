import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';

/**
 * Makes the instance collect its later routes' documentation, and nothing more: Fastify neither validates nor shapes by
 * these schemas, since the routes judge what they are given and old callers are treated leniently.
 */
export async function collectOpenApi(app: FastifyInstance, serverUrl: string | null): Promise<void> {
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (body) => JSON.stringify(body));
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Dijla WhatsApp Cloud API Gateway',
        version: '1',
        description: 'Send templates and session messages, and read every event of your numbers by cursor.',
      },
      servers: [{ url: serverUrl ?? '/' }],
      components: {
        securitySchemes: {
          key: { type: 'apiKey', in: 'header', name: 'x-dijla-key' },
          bearer: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ key: [] }, { bearer: [] }],
    },
  });
}

/** Serves the document, without a key. */
export function serveOpenApi(app: FastifyInstance): void {
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
