import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Socket as Connection, Server as Engine, type ServerOptions } from 'engine.io';
import { Server } from 'socket.io';
import type { Feed } from '../../application/feed.ts';
import { GatewayError } from '../../domain/errors.ts';
import type { Position } from '../../domain/event.ts';
import type { Caller } from '../../domain/tenant.ts';
import type { Authenticator } from '../auth.ts';
import type { Newcomers } from '../newcomers.ts';
import { ORIGIN_REFUSED, type Origins } from '../origins.ts';
import { answerFailure, answerRawFailure } from '../raw-answer.ts';
import type { Report } from './execution.ts';
import {
  type ClientEvents,
  deliver,
  endWithGap,
  type FeedSocket,
  gapCode,
  type ServerEvents,
} from './socket-io-delivery.ts';
import { serveClientFile } from './socket-io-files.ts';
import type { Sockets } from './sockets.ts';

/** As often as graphql-ws pings. */
const PING_INTERVAL_MS = 12_000;
const PING_TIMEOUT_MS = 10_000;
/** A client must name its namespace, and with it its key, within this time. */
const CONNECT_WAIT_MS = 10_000;

/** What the middleware found out about a connection before it was acknowledged. */
interface SocketData {
  caller: Caller;
  /** Where it starts, or why it cannot. */
  start: { readonly position: Position } | { readonly gap: string };
}
type GatewaySocket = FeedSocket<SocketData>;

/** The event feed over Socket.io: default namespace, `auth: { key, after?, tenant?, ack? }`. */
export interface SocketIo {
  /** Polling, and the stock client's files. */
  handleRequest(request: IncomingMessage, response: ServerResponse): void;
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Cuts every connection without telling the clients to stay away, so that they connect again. */
  close(): Promise<void>;
}

export function createSocketIo(deps: {
  readonly feed: Feed;
  readonly authenticator: Authenticator;
  readonly origins: Origins;
  readonly sockets: Sockets;
  readonly newcomers: Newcomers;
  readonly report: Report;
}): SocketIo {
  const { feed, authenticator, newcomers, sockets, report } = deps;
  const engine = new Engine(engineOptions(deps.origins));
  const io = new Server<ClientEvents, ServerEvents, Record<never, never>, SocketData>({
    path: '/socket.io',
    serveClient: false,
    connectTimeout: CONNECT_WAIT_MS,
  });
  io.bind(engine);
  const addressOf = ({ headers, socket }: IncomingMessage) => authenticator.addressOf(headers, socket.remoteAddress);
  /** How a connection stops being a newcomer. */
  const leaves = new WeakMap<object, () => void>();

  /** A handshake opens a connection that says only later whose it is; other requests belong to one. */
  function refuseNewcomer(request: IncomingMessage, refuse: (error: GatewayError) => void): boolean {
    if (new URLSearchParams((request.url ?? '').split('?', 2)[1]).get('sid')) return false;
    try {
      // Counted for good when the connection is there.
      newcomers.enter(addressOf(request))();
      return false;
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      refuse(error);
      return true;
    }
  }

  engine.on('connection', (connection: Connection) => {
    try {
      const leave = newcomers.enter(addressOf(connection.request));
      leaves.set(connection, leave);
      connection.once('close', leave);
    } catch {
      connection.close(true);
    }
  });

  /** "Now" is fixed here, before the client hears that it is connected. */
  async function admit(socket: GatewaySocket): Promise<void> {
    const { address, auth, headers } = socket.handshake;
    const caller = await authenticator.ofSocket(auth, headers, address);
    sockets.refuseOverfull(caller, authenticator.addressOf(headers, address));
    socket.data.caller = caller;
    try {
      const after: unknown = auth['after'];
      if (after !== undefined && after !== null && typeof after !== 'string') {
        throw new GatewayError('CURSOR_INVALID', 'A cursor is a string.', { field: 'after' });
      }
      socket.data.start = { position: await feed.start(caller, after) };
    } catch (error) {
      const gap = gapCode(error);
      if (gap === null) throw error;
      socket.data.start = { gap };
    }
  }

  io.use((socket, next) => {
    admit(socket).then(
      () => next(),
      (error: unknown) => {
        if (error instanceof GatewayError) return next(connectError(error));
        report('A Socket.io client could not be admitted.', error);
        // A refusal would keep the client away; a lost connection it tries again.
        socket.conn.close();
      },
    );
  });

  /** Null when others that were admitted at the same time have taken the last place. */
  function enter(...connection: Parameters<Sockets['add']>): (() => void) | null {
    try {
      return sockets.add(...connection);
    } catch (error) {
      if (error instanceof GatewayError) return null;
      throw error;
    }
  }

  io.on('connection', (socket) => {
    const { caller, start } = socket.data;
    const { address, headers } = socket.handshake;
    leaves.get(socket.conn)?.();
    const leave = enter(caller, authenticator.addressOf(headers, address), () => {
      socket.disconnect(true);
      // What was sent to a client that does not read must not reach it later.
      socket.conn.close(true);
    });
    if (leave === null) return void socket.disconnect(true);
    socket.once('disconnect', () => {
      leave();
      // There is no other namespace: a connection without this one would be counted nowhere.
      socket.conn.close();
    });
    if (!socket.connected) return leave();
    if ('gap' in start) return endWithGap(socket, start.gap);
    const acknowledged = socket.handshake.auth['ack'] === true;
    void deliver(socket, feed.read(start.position), { acknowledged, report });
  });

  return {
    handleRequest(request, response) {
      const path = (request.url ?? '').split('?', 1)[0] ?? '';
      if (path === '/socket.io/') {
        if (refuseNewcomer(request, (error) => answerFailure(response, error, report))) return;
        return engine.handleRequest(request, response);
      }
      if (!serveClientFile(path, request, response)) response.writeHead(404).end();
    },
    handleUpgrade(request, socket, head) {
      if (refuseNewcomer(request, (error) => answerRawFailure(socket, error))) return;
      engine.handleUpgrade(request, socket, head);
    },
    close: () => io.close(),
  };
}

function engineOptions(origins: Origins): ServerOptions {
  return {
    maxHttpBufferSize: 64 * 1024,
    // A connection that died in silence is noticed after both; the defaults would leave it for 45 s.
    pingInterval: PING_INTERVAL_MS,
    pingTimeout: PING_TIMEOUT_MS,
    perMessageDeflate: false,
    // Keys travel in `auth` or headers and cookies never cross origins, so no credentials are allowed.
    cors: (request, answer) =>
      answer(null, { origin: origins.allows(request.headers) ? (request.headers.origin ?? false) : false }),
    // CORS guards neither the WebSocket nor a polling client that ignores the answer.
    allowRequest(request, decide) {
      if (origins.allows(request.headers)) decide(null, true);
      else decide(ORIGIN_REFUSED, false);
    },
  };
}

/** What the client gets as `connect_error`: a message and `data.code`. */
function connectError(error: GatewayError): Error & { data: object } {
  const { action } = error.details;
  return Object.assign(new Error(error.message), {
    data: action === undefined ? { code: error.code } : { code: error.code, action },
  });
}
