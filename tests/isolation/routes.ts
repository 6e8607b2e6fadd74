import { type FastifyInstance, fastify, type RouteOptions } from 'fastify';
import { createAuthenticator } from '../../src/transport/auth.ts';
import { createOrigins } from '../../src/transport/origins.ts';
import { createSockets } from '../../src/transport/realtime/sockets.ts';
import { createRestApi } from '../../src/transport/rest/api.ts';
import type { Place } from './places.ts';
import type { World } from './world.ts';

/** A route of the gateway's plain HTTP, as it was registered: `GET /api/v1/whatsapp/messages/:id`. */
export interface Route {
  readonly name: string;
  readonly places: readonly Place[];
}

const SUSPICIOUS =
  /(?:^|[a-z_-])(?:id|ids|cursor|after|before|tenant|from|to|phone|number|contact|reference|key|token|data|match|name)$|Ids?$|Name$/i;

/** Registers every route of the gateway once more, to see what there is and what each documents. */
export async function routesOf({ app }: World): Promise<readonly Route[]> {
  const registered: RouteOptions[] = [];
  const { services } = app;
  const origins = createOrigins({ allowed: [], publicUrl: null, anyLocalhost: true });
  const authenticator = createAuthenticator({ access: services.access, origins, secureCookies: false });
  const sockets = createSockets(services.quotas.sockets);
  const server: FastifyInstance = fastify();
  server.addHook('onRoute', (route) => void registered.push(route));
  const off = { secureCookies: false, publicUrl: null, supportUrl: null, draining: () => false };
  await server.register(createRestApi({ services, authenticator, origins, sockets, ...off }));
  await server.ready();
  await server.close();
  return registered.flatMap(({ method, url, schema }) =>
    [method].flat().map((verb) => {
      const name = `${verb} ${url}`;
      const parts = {
        params: schema?.params,
        query: schema?.querystring,
        headers: schema?.headers,
        body: schema?.body,
      };
      return { name, places: Object.entries(parts).flatMap(([part, shape]) => within(name, [part], shape)) };
    }),
  );
}

/** Places of a JSON Schema whose name, or whose being any JSON, says that an id may stand there. */
function within(operation: string, path: readonly string[], schema: unknown): Place[] {
  if (!isRecord(schema)) return [];
  const { properties, items, anyOf, oneOf, type } = schema;
  const parts = [anyOf, oneOf, items].flatMap((one) => (one === undefined ? [] : one));
  const inner = [
    ...Object.entries(isRecord(properties) ? properties : {}).flatMap(([name, one]) =>
      within(operation, [...path, name], one),
    ),
    ...parts.flatMap((one) => within(operation, path, one)),
  ];
  const anything = type === undefined && properties === undefined && parts.length === 0;
  const isText = [type].flat().includes('string') && SUSPICIOUS.test(path.at(-1) ?? '');
  const place = { operation, path, name: [operation, ...path].join('.') };
  const all = anything || isText ? [place, ...inner] : inner;
  return all.filter(({ name }, index) => all.findIndex((one) => one.name === name) === index);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy with a value at a path. */
export function withAt(given: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  const before = isRecord(given) ? given : {};
  return { ...before, [name]: withAt(before[name], rest, value) };
}
