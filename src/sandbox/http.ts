import type { FastifyInstance } from 'fastify';

/** Takes every body as bytes, whatever its type: what a body means is for the route to say. */
export function takeBodiesAsBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

/** The JSON object in a body; undefined when it is none. */
export function jsonObject(body: unknown): object | undefined {
  const value = jsonValue(body);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

function jsonValue(body: unknown): unknown {
  if (!Buffer.isBuffer(body)) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A query parameter given once. */
export function queryText(query: unknown, name: string): string | undefined {
  if (typeof query !== 'object' || query === null) return undefined;
  const value = (query as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
}
