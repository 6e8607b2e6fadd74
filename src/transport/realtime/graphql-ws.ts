import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError } from 'graphql';
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { GatewayError } from '../../domain/errors.ts';
import type { Caller } from '../../domain/tenant.ts';
import type { Authenticator } from '../auth.ts';
import type { Newcomers } from '../newcomers.ts';
import { answerRawFailure } from '../raw-answer.ts';
import { Tally } from '../tally.ts';
import { endingInErrors, masked, type Report, type SocketExecution } from './execution.ts';
import type { Sockets } from './sockets.ts';

const INIT_WAIT_MS = 3_000;
const KEEP_ALIVE_MS = 12_000;
/** Together with what the kernel holds; a client that does not read is cut and resumes by cursor. */
const MAX_UNSENT_BYTES = 1024 * 1024;
const SUBSCRIPTIONS_PER_SOCKET = 100;
/** For failures of ours: its clients come back, as they do not after 4500. */
const TRY_AGAIN_LATER = 1013;
const GOING_AWAY = 1001;

/** What is known of a connection. */
interface Connection {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  readonly address: string;
  caller: Caller | null;
  leave: () => void;
}

/** GraphQL over WebSocket, subprotocol `graphql-transport-ws`, key in `connectionParams`. */
export interface GraphqlWs {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Resolves when no query or mutation is under way. */
  settled(): Promise<void>;
  /** Sends every client away without completing its subscriptions, so that it connects again. */
  close(): Promise<void>;
}

export function createGraphqlWs(deps: {
  readonly execution: SocketExecution;
  readonly authenticator: Authenticator;
  readonly sockets: Sockets;
  readonly newcomers: Newcomers;
  readonly report: Report;
}): GraphqlWs {
  const { execution, authenticator, newcomers, sockets, report } = deps;
  const underWay = new Tally();
  // `closeTimeout` is younger than its types.
  const options = {
    noServer: true,
    handleProtocols,
    perMessageDeflate: false,
    maxPayload: 64 * 1024,
    closeTimeout: 1_000,
  };
  const wss = new WebSocketServer(options);

  async function authenticate(connection: Connection, params: { key?: unknown; tenant?: unknown }): Promise<boolean> {
    const { address, socket, request } = connection;
    try {
      const caller = await authenticator.ofSocket(params, request.headers, request.socket.remoteAddress);
      if (socket.readyState !== socket.OPEN) return false;
      connection.caller = caller;
      const leave = sockets.add(caller, address, (name) => socket.close(CloseCode.Forbidden, reasonOf(name)));
      // No newcomer any more.
      connection.leave();
      connection.leave = leave;
      return true;
    } catch (error) {
      if (error instanceof GatewayError) {
        if (error.code === 'RATE_LIMITED') refuseForNow(socket, error);
        return false;
      }
      report('A WebSocket could not be authenticated.', error);
      socket.close(TRY_AGAIN_LATER, 'Try again later');
      return false;
    }
  }

  const server = makeServer<Record<string, unknown>, Connection>({
    connectionInitWaitTimeout: INIT_WAIT_MS,
    onConnect: (context) => authenticate(context.extra, context.connectionParams ?? {}),
    async onSubscribe({ extra, subscriptions }, _id, params) {
      const { caller, request } = extra;
      if (caller === null) return [new GraphQLError('Unauthorized', { extensions: { code: 'UNAUTHENTICATED' } })];
      if (Object.keys(subscriptions).length > SUBSCRIPTIONS_PER_SOCKET) return [tooMany()];
      try {
        return await execution.prepare({ caller, req: request }, params);
      } catch (error) {
        return [masked(error, report)];
      }
    },
    async execute(args) {
      const leave = underWay.enter();
      try {
        return await execution.execute(args);
      } finally {
        leave();
      }
    },
    subscribe: (args) => endingInErrors(execution.subscribe(args), report),
  });

  function accept(socket: WebSocket, request: IncomingMessage, address: string, leave: () => void): void {
    const connection: Connection = { socket, request, address, caller: null, leave };
    // ws closes the socket by itself after a protocol error; there is nothing to add, and nothing to tell.
    socket.on('error', () => {});
    const gone = Promise.withResolvers<void>();
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (data) => send(socket, data, gone.promise),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (receive) =>
          socket.on('message', (data) => {
            receive(String(data)).catch((error) => {
              report('A WebSocket message could not be handled.', error);
              socket.close(CloseCode.InternalServerError, 'Internal server error');
            });
          }),
      },
      connection,
    );
    const keepAlive = new KeepAlive(socket);
    alive.set(socket, keepAlive);
    socket.once('close', (code, reason) => {
      alive.delete(socket);
      connection.leave();
      closed(code, String(reason)).catch((error) => report('A WebSocket could not be cleaned up.', error));
      gone.resolve();
    });
  }

  const alive = new Map<WebSocket, KeepAlive>();
  const pinging = setInterval(() => {
    for (const keepAlive of alive.values()) keepAlive.ping();
  }, KEEP_ALIVE_MS);
  pinging.unref();

  return {
    handleUpgrade(request, socket, head) {
      const address = authenticator.addressOf(request.headers, request.socket.remoteAddress);
      try {
        const leave = newcomers.enter(address);
        // ws may refuse the handshake by itself.
        socket.once('close', leave);
        wss.handleUpgrade(request, socket, head, (ws) => accept(ws, request, address, leave));
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error;
        answerRawFailure(socket, error);
      }
    },
    settled: () => underWay.empty(),
    async close() {
      clearInterval(pinging);
      for (const client of wss.clients) client.close(GOING_AWAY, 'Going away');
      await new Promise<void>((resolve) => wss.close(() => resolve()));
    },
  };
}

/**
 * Resolves when the frame is handed to the system, so that each subscription has one event in flight. On a socket that is
 * closing it waits for `gone`: otherwise subscriptions would run through the log for nobody until they are returned.
 */
async function send(socket: WebSocket, data: string, gone: Promise<void>): Promise<void> {
  if (socket.bufferedAmount > MAX_UNSENT_BYTES) socket.terminate();
  if (socket.readyState !== socket.OPEN) return gone;
  const failed = await new Promise<boolean>((resolve) => socket.send(data, (error) => resolve(Boolean(error))));
  if (failed) await gone;
}

/** Clients come back after 1013, and stay away after 4429: a wrong key will not become right. */
function refuseForNow(socket: WebSocket, { details, message }: GatewayError): void {
  const code = details.field === undefined ? CloseCode.TooManyInitialisationRequests : TRY_AGAIN_LATER;
  socket.close(code, `RATE_LIMITED: ${message}`);
}

function reasonOf(ended: string): string {
  if (ended.startsWith('session:')) return 'Session ended';
  return ended.startsWith('ten_') ? 'Tenant suspended' : 'Key revoked';
}

function tooMany(): GraphQLError {
  return new GraphQLError(`At most ${SUBSCRIPTIONS_PER_SOCKET} operations may be open on one connection.`, {
    extensions: { code: 'RATE_LIMITED' },
  });
}

/** Cuts a socket that did not answer the last ping. */
class KeepAlive {
  readonly #socket: WebSocket;
  #answered = true;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('pong', () => {
      this.#answered = true;
    });
  }

  ping(): void {
    if (!this.#answered) this.#socket.terminate();
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#answered = false;
    this.#socket.ping();
  }
}
