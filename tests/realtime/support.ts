import { createServer, connect as dial, type Socket } from 'node:net';
import {
  type ExecutionArgs,
  execute,
  GraphQLError,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  parse,
  subscribe,
  validate,
} from 'graphql';
import { expect } from 'vitest';
import type { Access } from '../../src/application/access.ts';
import { createFeed, type FeedItem } from '../../src/application/feed.ts';
import { GatewayError } from '../../src/domain/errors.ts';
import type { Caller } from '../../src/domain/tenant.ts';
import type { EventStore } from '../../src/ports/store.ts';
import { createAuthenticator } from '../../src/transport/auth.ts';
import { createHttp, type HttpOptions } from '../../src/transport/http.ts';
import { createNewcomers } from '../../src/transport/newcomers.ts';
import { createOrigins } from '../../src/transport/origins.ts';
import type { SocketExecution } from '../../src/transport/realtime/execution.ts';
import { createGraphqlSse } from '../../src/transport/realtime/graphql-sse.ts';
import { createGraphqlWs } from '../../src/transport/realtime/graphql-ws.ts';
import { createSocketIo } from '../../src/transport/realtime/socket-io.ts';
import { createSockets } from '../../src/transport/realtime/sockets.ts';
import type { StallLimits } from '../../src/transport/stall-guard.ts';
import { memoryLog, operator, reader, TestClock } from '../application/support.ts';

export const KEY = 'operator-key';
export const OTHER_KEY = 'other-key';
/** Of tenant `dijla` too, so that what it is refused is refused for the key's sake. */
export const READER_KEY = 'reader-key';
export const SEND_ONLY_KEY = 'send-only-key';
export const SESSION = 'session-token';
export const ALLOWED_ORIGIN = 'https://allowed.example';

export type Rig = Awaited<ReturnType<typeof startRig>>;

/** The real transports over the real feed, an event log in memory, and keys made up here. */
export async function startRig(
  options: Partial<Pick<HttpOptions, 'plugins' | 'mounts' | 'yoga'>> & {
    readonly stallLimits?: StallLimits;
    readonly sweepMs?: number;
    /** The log of a gateway that was stopped. */
    readonly log?: ReturnType<typeof memoryLog>;
    /** Makes every event so much longer. */
    readonly padding?: number;
  } = {},
) {
  const log = options.log ?? memoryLog();
  const padding = 'x'.repeat(options.padding ?? 0);
  let rowsRead = 0;
  const events: EventStore = {
    ...log.events,
    async page(...args) {
      const rows = await log.events.page(...args);
      rowsRead += rows.length;
      return rows.map((row) => ({ ...row, body: { ...row.body, at: row.body.at + padding } }));
    },
  };
  const feed = createFeed({ events, wakeup: log.wakeup, clock: new TestClock() });
  const keys = new Map<string, Caller>([
    [KEY, operator()],
    [OTHER_KEY, reader('other')],
    [READER_KEY, { ...reader('dijla'), credential: 'key:reader' }],
    [SEND_ONLY_KEY, { ...reader('dijla'), credential: 'key:send', scopes: ['send'] } as Caller],
  ]);
  const origins = createOrigins({ allowed: [ALLOWED_ORIGIN], publicUrl: null, anyLocalhost: false });
  const authenticator = createAuthenticator({ access: accessOf(keys), origins, secureCookies: false });
  const sockets = createSockets();
  const newcomers = createNewcomers();
  const reports: unknown[] = [];
  const report = (_problem: string, error: unknown) => void reports.push(error);
  const slow = new Gate();
  let preparing: Gate | null = null;
  const direct = executionOver(feed, slow);
  const execution: SocketExecution = {
    ...direct,
    async prepare(...args) {
      await preparing?.pass();
      return direct.prepare(...args);
    },
  };
  const graphqlSse = createGraphqlSse({
    execution,
    authenticator,
    origins,
    sockets,
    report,
    ...(options.sweepMs === undefined ? {} : { reservationSweepMs: options.sweepMs }),
  });
  const http = await createHttp({
    services: { operations: { mode: 'sandbox', ready: async () => {}, metrics: () => Promise.reject(), report } },
    authenticator,
    origins,
    sockets,
    plugins: options.plugins ?? [],
    yoga: options.yoga ?? ((_request, response) => response.end('yoga')),
    graphqlWs: createGraphqlWs({ execution, authenticator, newcomers, sockets, report }),
    graphqlSse,
    socketIo: createSocketIo({ feed, authenticator, newcomers, origins, sockets, report }),
    ...(options.mounts === undefined ? {} : { mounts: options.mounts }),
    ...(options.stallLimits === undefined ? {} : { limits: { stall: options.stallLimits } }),
  });
  const { port } = await http.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;

  return {
    http,
    port,
    url,
    log,
    feed,
    sockets,
    reports,
    slow,
    /** Events that were taken out of the log. */
    rowsRead: () => rowsRead,
    /** Operations are prepared no further until the gate is opened. */
    holdPreparing() {
      preparing = new Gate();
      return preparing;
    },
    streamsHeld: () => graphqlSse.held(),
    now: () => feed.now(operator()),
    /** Revokes as the application does: the key first, then what it holds open. */
    revoke(key: string) {
      const caller = keys.get(key);
      keys.delete(key);
      if (caller !== undefined) sockets.revoke(caller.credential);
    },
    /** Nothing is open, read or reserved any more. */
    async expectNothingOpen() {
      const open = () => ({
        readers: feed.readers(),
        sockets: sockets.count(),
        streams: graphqlSse.held(),
        watched: http.watched(),
      });
      await expect.poll(open, { timeout: 5_000 }).toEqual({ readers: 0, sockets: 0, streams: 0, watched: 0 });
    },
    async close() {
      slow.open();
      await http.close(1_000);
      feed.close();
    },
  };
}

/** Holds whoever comes to it until it is opened. */
export class Gate {
  #opened = Promise.withResolvers<void>();
  #reached = Promise.withResolvers<void>();

  open(): void {
    this.#opened.resolve();
  }

  /** Resolves when somebody waits at it. */
  get reached(): Promise<void> {
    return this.#reached.promise;
  }

  async pass(): Promise<void> {
    this.#reached.resolve();
    await this.#opened.promise;
  }
}

function accessOf(keys: ReadonlyMap<string, Caller>): Access {
  const byKey: Access['byKey'] = async (key, tenant) => {
    const caller = keys.get(key ?? '');
    if (caller === undefined)
      throw new GatewayError('UNAUTHENTICATED', 'Unauthorized: the API key is missing or wrong.');
    return tenant == null ? caller : { ...caller, tenantId: tenant };
  };
  const unused = () => Promise.reject(new Error('not used here'));
  return {
    byKey,
    bySession: (token) => byKey(token === SESSION ? KEY : null),
    signIn: unused,
    redeemLink: unused,
    switchTenant: unused,
    issueLink: () => 'unused',
    signOut: unused,
    listen: () => {},
  };
}

/** A GraphQL API of one subscription over the feed, run by graphql-js: sockets do not depend on what executes. */
function executionOver(feed: ReturnType<typeof createFeed>, slow: Gate): SocketExecution {
  const Event = new GraphQLObjectType<FeedItem>({
    name: 'Event',
    fields: {
      cursor: { type: GraphQLString },
      at: { type: GraphQLString, resolve: (item) => (item.kind === 'event' ? item.event.body.at : null) },
      data: { type: GraphQLString, resolve: (item) => (item.kind === 'event' ? String(item.event.body.data) : null) },
    },
  });
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { hello: { type: GraphQLString, resolve: () => 'hello' } } }),
    mutation: new GraphQLObjectType({
      name: 'Mutation',
      fields: {
        slow: {
          type: GraphQLString,
          async resolve() {
            await slow.pass();
            return 'done';
          },
        },
      },
    }),
    subscription: new GraphQLObjectType<unknown, { caller: Caller }>({
      name: 'Subscription',
      fields: {
        events: {
          type: Event,
          args: { after: { type: GraphQLString } },
          resolve: (item) => item,
          async subscribe(_root, { after }, { caller }) {
            try {
              return feed.read(await feed.start(caller, after));
            } catch (error) {
              if (!(error instanceof GatewayError)) throw error;
              throw new GraphQLError(error.message, { extensions: { code: error.code } });
            }
          },
        },
      },
    }),
  });
  return {
    async prepare({ caller }, { query, operationName, variables }) {
      try {
        const document = parse(query);
        const errors = validate(schema, document);
        if (errors.length > 0) return errors;
        return {
          schema,
          document,
          contextValue: { caller },
          ...(operationName == null ? {} : { operationName }),
          ...(variables == null ? {} : { variableValues: variables }),
        } satisfies ExecutionArgs;
      } catch (error) {
        if (error instanceof GraphQLError) return [error];
        throw error;
      }
    },
    execute: async (args) => execute(args),
    subscribe: async (args) => subscribe(args),
  };
}

/** A network that can be cut: what clients connect through, so that neither end says goodbye. */
export async function startNetwork(to: number) {
  let port = to;
  const ends = new Set<Socket>();
  let frozen = false;
  let connections = 0;
  const server = createServer((near) => {
    if (frozen) {
      near.destroy();
      return;
    }
    connections += 1;
    const far = dial(port, '127.0.0.1');
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end);
      end.on('error', () => {});
      end.once('close', () => {
        ends.delete(end);
        other.destroy();
      });
      end.pipe(other);
    }
  });
  const each = (run: (end: Socket) => void) => {
    for (const end of ends) run(end);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the network has no port');
  return {
    host: `127.0.0.1:${address.port}`,
    /** How many connections were made through it. */
    connections: () => connections,
    leadTo(other: number) {
      port = other;
    },
    cut: () => each((end) => end.resetAndDestroy()),
    /** From now on nobody reads what is sent, and nobody new gets through. */
    freeze() {
      frozen = true;
      each((end) => end.unpipe().pause());
    },
    thaw() {
      frozen = false;
      each((end) => end.destroy());
    },
    close() {
      each((end) => end.destroy());
      server.close();
    },
  };
}
