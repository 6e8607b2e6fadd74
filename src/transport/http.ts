import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { type FastifyInstance, type FastifyPluginAsync, fastify } from 'fastify';
import type { Services } from '../application/services.ts';
import { GatewayError } from '../domain/errors.ts';
import type { Authenticator } from './auth.ts';
import { watchConnections } from './connections.ts';
import { GatewayResponse, InFlight } from './in-flight.ts';
import type { Origins } from './origins.ts';
import { answerFailure } from './raw-answer.ts';
import type { GraphqlSse } from './realtime/graphql-sse.ts';
import type { GraphqlWs } from './realtime/graphql-ws.ts';
import type { SocketIo } from './realtime/socket-io.ts';
import type { Sockets } from './realtime/sockets.ts';
import { createReceiving, GatewayRequest, type ReceivingLimits } from './receiving.ts';
import { SANDBOX_NOTICE } from './sandbox-notice.ts';
import { createSecurityHeaders } from './security-headers.ts';
import { createStallGuard, STALL_LIMITS, type StallLimits } from './stall-guard.ts';
import { within } from './tally.ts';
import { createUpgrades, isWebSocketUpgrade, pathOf } from './upgrade.ts';

/** A request's head must have arrived within this. */
const HEADERS_TIMEOUT_MS = 10_000;
/** And all of it within this: a media file over a slow line. Neither limits how long an answer takes. */
const REQUEST_TIMEOUT_MS = 300_000;
/** Longer than proxies keep idle connections, so that none of them sends into one that is being closed. */
const KEEP_ALIVE_MS = 72_000;
const MAX_HEADER_BYTES = 16 * 1024;
const MAX_CONNECTIONS = 20_000;
const CONNECTIONS_PER_ADDRESS = 2_000;
/** What is left for close handshakes after the grace; then connections are cut. */
const CLOSE_MS = 1_500;
/** Probes are answered to the end. */
const PROBES = new Set(['/healthz', '/readyz']);
/** Its requests wait for events. */
const EVENTS_PATH = '/api/v1/whatsapp/events';
/** Its bodies go to disk as they come, and may take their time. */
const UPLOAD_PATH = '/api/v1/whatsapp/media';

/** What tests make small. */
export interface HttpLimits {
  readonly headersTimeoutMs: number;
  /** Connections from one address that have not said whose they are. */
  readonly newcomersPerAddress: number;
  readonly receiving: ReceivingLimits;
  readonly stall: StallLimits;
}

export interface HttpOptions {
  readonly services: Pick<Services, 'operations'>;
  readonly authenticator: Authenticator;
  readonly origins: Origins;
  readonly sockets: Sockets;
  /** REST, webhook, pages: everything that is not at a path of its own below. */
  readonly plugins: readonly FastifyPluginAsync[];
  /** `/graphql` over HTTP. */
  readonly yoga: (request: IncomingMessage, response: ServerResponse) => unknown;
  readonly graphqlWs: GraphqlWs;
  readonly graphqlSse: GraphqlSse;
  readonly socketIo: SocketIo;
  /** Handlers of whole path prefixes (`/sandbox`), for the operator alone. */
  readonly mounts?: Readonly<Record<string, RequestListener>>;
  /** Connections that one IPv4 address or IPv6 /64 may have open, proxies of one's own excepted. */
  readonly connectionsPerAddress?: number;
  /** True when browsers come by https, to a proxy of one's own. */
  readonly https?: boolean;
  readonly limits?: Partial<HttpLimits>;
}

export interface Http {
  /** Port 0 takes a free one. Rejects when the port is taken. */
  listen(port: number, host: string): Promise<{ readonly port: number }>;
  /** True from the moment `close` was called. */
  draining(): boolean;
  /**
   * Stops accepting, finishes the requests under way (at most `graceMs`), then drops streams and sockets without
   * completing them, so that their clients connect again and resume by cursor.
   */
  close(graceMs: number): Promise<void>;
  /** Asks the plugins without a port. */
  readonly inject: FastifyInstance['inject'];
  /** Connections that are watched because they may stall: upgraded ones and event streams. */
  watched(): number;
}

/** The one server: requests and upgrades are told apart here, by exact path, and nowhere else. */
export async function createHttp(options: HttpOptions): Promise<Http> {
  const { authenticator, graphqlWs, graphqlSse, socketIo, sockets } = options;
  const { report, mode } = options.services.operations;
  const inFlight = new InFlight();
  const { limits = {} } = options;
  const stall = limits.stall ?? STALL_LIMITS;
  const guard = createStallGuard(stall);
  // An ordinary answer may be large, so that only one that is not taken ends its connection.
  const answerGuard = createStallGuard({ ...stall, maxUnsentBytes: Number.POSITIVE_INFINITY });
  const receiving = createReceiving(limits.receiving);
  const secure = createSecurityHeaders(options.https ?? false);
  const headersTimeout = limits.headersTimeoutMs ?? HEADERS_TIMEOUT_MS;
  let draining = false;
  let closing: Promise<void> | null = null;
  let app: RequestListener = (_request, response) => response.destroy();

  const server = createServer<typeof GatewayRequest, typeof GatewayResponse>(
    {
      IncomingMessage: GatewayRequest,
      ServerResponse: GatewayResponse,
      headersTimeout,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: headersTimeout / 2,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
      shouldUpgradeCallback: isWebSocketUpgrade,
    },
    handle,
  );
  server.maxConnections = MAX_CONNECTIONS;
  const connections = watchConnections({
    server,
    perAddress: options.connectionsPerAddress ?? CONNECTIONS_PER_ADDRESS,
    isProxy: authenticator.isProxy,
    guard: answerGuard,
    report,
  });

  const upgrades = createUpgrades({
    origins: options.origins,
    draining: () => draining,
    guard,
    routes: new Map([
      ['/graphql', graphqlWs.handleUpgrade],
      ['/socket.io/', socketIo.handleUpgrade],
    ]),
  });
  server.on('upgrade', upgrades.handle);

  const fastifyApp = fastify({
    serverFactory(handler) {
      app = handler;
      return server;
    },
    genReqId: () => randomUUID(),
    // Whether a request is still taken is decided above, for every path alike.
    return503OnClosing: false,
  });
  for (const plugin of options.plugins) await fastifyApp.register(plugin);
  await fastifyApp.ready();

  function handle(request: GatewayRequest, response: GatewayResponse): void {
    if (connections.refused(request.socket)) return void response.destroy();
    const path = pathOf(request);
    secure(response);
    if (path !== UPLOAD_PATH) receiving.watch(request, response);
    if (mode === 'sandbox') response.setHeader('x-dijla-notice', SANDBOX_NOTICE);
    if (draining) {
      response.shouldKeepAlive = false;
      if (!PROBES.has(path)) {
        answerFailure(response, shuttingDown(), report);
        return;
      }
    }
    inFlight.enter(response);
    response.onStream = () => void watchStream(request, response);
    route(path, request.method)(request, response);
  }

  function route(path: string, method = 'GET'): RequestListener<typeof IncomingMessage, typeof GatewayResponse> {
    if (path === '/graphql') return guarded(async (request, response) => options.yoga(request, response));
    if (path === '/graphql/stream') return graphqlSse.handle;
    if (path.startsWith('/socket.io/')) return waiting(socketIo.handleRequest);
    for (const [prefix, handler] of Object.entries(options.mounts ?? {})) {
      if (path !== prefix && !path.startsWith(`${prefix}/`)) continue;
      // What is only asked may wait for news, and is asked again.
      return method === 'GET' ? waiting(forOperator(handler)) : forOperator(handler);
    }
    return path === EVENTS_PATH ? waiting(app) : app;
  }

  /** Nothing that a handler forgot may leave a client without an answer. */
  function guarded(handler: (request: IncomingMessage, response: ServerResponse) => Promise<unknown>): RequestListener {
    return (request, response) => {
      handler(request, response).catch((error: unknown) => {
        answerFailure(response, error, report);
        if (!response.writableEnded) response.destroy();
      });
    };
  }

  function waiting(handler: RequestListener): RequestListener {
    return (request, response) => {
      inFlight.waits(response);
      handler(request, response);
    };
  }

  function forOperator(handler: RequestListener): RequestListener {
    return guarded(async (request, response) => {
      const caller = await authenticator.ofHeaders(request.headers, {
        cookies: true,
        peer: request.socket.remoteAddress,
      });
      if (caller.kind !== 'operator') throw new GatewayError('FORBIDDEN', 'This is for the operator alone.');
      handler(request, response);
    });
  }

  /** Event streams, whichever transport began them, end with their key and when their client stops reading. */
  async function watchStream(request: IncomingMessage, response: ServerResponse): Promise<void> {
    inFlight.streams(response);
    const unwatch = guard.watch(request.socket);
    response.once('close', unwatch);
    const peer = request.socket.remoteAddress;
    try {
      const caller = await authenticator.ofHeaders(request.headers, { cookies: true, peer });
      const address = authenticator.addressOf(request.headers, peer);
      const leave = sockets.add(caller, address, () => response.destroy());
      if (response.destroyed) leave();
      else response.once('close', leave);
    } catch (error) {
      if (!(error instanceof GatewayError)) report('An event stream could not be bound to its key.', error);
      response.destroy();
    }
  }

  async function close(graceMs: number): Promise<void> {
    draining = true;
    // An idle connection ends now, a busy one with its answer.
    const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
    inFlight.endConnections();
    await within(graceMs, Promise.all([inFlight.answered(), graphqlWs.settled()]));

    inFlight.cutStreams();
    const ended = Promise.all([fastifyApp.close(), graphqlWs.close(), socketIo.close(), upgrades.closed(), stopped]);
    await within(CLOSE_MS, ended);
    upgrades.destroyAll();
    server.closeAllConnections();
    await within(CLOSE_MS, ended);
    graphqlSse.dispose();
    guard.close();
    answerGuard.close();
    receiving.close();
  }

  return {
    inject: fastifyApp.inject.bind(fastifyApp),
    draining: () => draining,
    watched: () => guard.watched(),

    async listen(port, host) {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      const address = server.address();
      return { port: typeof address === 'object' && address !== null ? address.port : port };
    },

    close(graceMs) {
      closing ??= close(graceMs);
      return closing;
    },
  };
}

function shuttingDown(): GatewayError {
  return new GatewayError('OVERLOADED', 'The gateway is shutting down.', {
    retryable: true,
    retryAfterSeconds: 1,
    action: 'Send the request again on a new connection.',
  });
}
