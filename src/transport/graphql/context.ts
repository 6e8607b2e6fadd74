import type { IncomingMessage } from 'node:http';
import type { Services } from '../../application/services.ts';
import { GatewayError } from '../../domain/errors.ts';
import type { Caller } from '../../domain/tenant.ts';
import { createLoaders, type Loaders } from './loaders.ts';

/** What a transport knows about an operation before GraphQL does: an HTTP request, or the caller of an open socket. */
export interface ServerContext {
  /** Who asks. Sockets give it; for HTTP it is found out from the request's headers. */
  caller?: Caller | undefined;
  req?: IncomingMessage | undefined;
  /** Over HTTP: aborts when the client leaves, which may be before its subscription has begun. */
  request?: { readonly signal: AbortSignal } | undefined;
}

/** What resolvers get: one per operation. A subscription keeps its own for as long as it lives. */
export interface GraphQLContext {
  readonly caller: Caller;
  readonly services: Services;
  readonly loaders: Loaders;
  /** The gateway's address as the request names it, without a slash at its end; null when it names none. */
  readonly address: string | null;
  /** Aborts when nobody is left to answer. */
  readonly signal: AbortSignal | undefined;
}

/** UNAUTHENTICATED without a caller: nothing is resolved for nobody. */
export function operationContext(services: Services, server: ServerContext): GraphQLContext {
  const { caller } = server;
  if (caller === undefined) {
    throw new GatewayError('UNAUTHENTICATED', 'Unauthorized: the API key is missing or wrong.', {
      action: 'Send your key in the header x-dijla-key, on a WebSocket as connectionParams.key.',
    });
  }
  const loaders = createLoaders(services, caller);
  return { caller, services, loaders, address: addressOf(server.req), signal: server.request?.signal };
}

/** Both headers are the caller's words, and shown to that caller alone; only a plain host and port is taken. */
function addressOf(request: IncomingMessage | undefined): string | null {
  const { host = '', origin } = request?.headers ?? {};
  if (!/^(?:[\w.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(host)) return null;
  return origin === `https://${host}` ? origin : `http://${host}`;
}
