import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ExecutionArgs, GraphQLError, getOperationAST } from 'graphql';
import { createHandler, type OperationArgs, type Request, TOKEN_HEADER_KEY, TOKEN_QUERY_KEY } from 'graphql-sse';
import { GatewayError } from '../../domain/errors.ts';
import type { Caller } from '../../domain/tenant.ts';
import type { Authenticator } from '../auth.ts';
import { ORIGIN_REFUSED, type Origins } from '../origins.ts';
import { answerFailure, RefusedRequest } from '../raw-answer.ts';
import { endingInErrors, masked, type Report, type SocketExecution } from './execution.ts';
import type { Sockets } from './sockets.ts';
import { type EventStream, EventStreams } from './sse-streams.ts';

const MAX_BODY_BYTES = 64 * 1024;
const OPERATIONS_PER_STREAM = 100;
const EVENT_STREAM = 'text/event-stream';

/** What is known of a request when graphql-sse gets it. */
interface SseContext {
  readonly caller: Caller;
  /** The stream that it opens or writes to; null when it has none, which graphql-sse refuses. */
  readonly stream: EventStream | null;
  /** Takes its operation off the stream. */
  over: () => void;
}
type SseRequest = Request<IncomingMessage, SseContext>;
/** What resolvers get; nothing here looks into it. */
type Resolved = Record<PropertyKey, unknown>;

/** GraphQL over server-sent events at `/graphql/stream`: a stream per operation, or one reserved stream for many. */
export interface GraphqlSse {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** How many streams and reservations are held. */
  held(): number;
  dispose(): void;
}

export function createGraphqlSse(deps: {
  readonly execution: SocketExecution;
  readonly authenticator: Authenticator;
  readonly origins: Origins;
  readonly sockets: Pick<Sockets, 'refuseOverfull'>;
  readonly report: Report;
  /** How often reservations are looked through for those that nobody opened. */
  readonly reservationSweepMs?: number;
}): GraphqlSse {
  const { execution, authenticator, origins, report, sockets } = deps;
  const streams = new EventStreams(giveUp, deps.reservationSweepMs);

  const handler = createHandler<IncomingMessage, SseContext, Resolved>({
    authenticate: ({ context }) => context.stream?.token ?? null,
    // `prepare` has validated with all of the schema's rules.
    validate: () => [],
    execute: (args) => execution.execute(args),
    subscribe: (args) => endingInErrors(execution.subscribe(args), report),
    async onSubscribe({ context, raw }, params) {
      const errors = (list: readonly GraphQLError[]) => once({ errors: list });
      if ((context.stream?.running ?? 0) >= OPERATIONS_PER_STREAM) return errors([tooMany()]);
      try {
        const prepared = await execution.prepare({ caller: context.caller, req: raw }, params);
        if (!('document' in prepared)) return errors(prepared);
        if (getOperationAST(prepared.document, prepared.operationName)) return typed(prepared);
        return errors([new GraphQLError('The operation to run is not named, or there is none of this name.')]);
      } catch (error) {
        return errors([masked(error, report)]);
      }
    },
    onOperation(_context, { context }, _args, result) {
      if (isAsyncIterator(result)) context.over = context.stream?.runs(result) ?? context.over;
    },
    onNext: (_context, { context }) => context.stream?.queued(),
    onComplete: (_context, { context }) => context.over(),
  });

  /** Opens the reserved stream and ends it at once: the only way to make graphql-sse forget it. */
  async function giveUp(stream: EventStream): Promise<void> {
    streams.close(stream);
    const context: SseContext = { caller: stream.caller, stream, over: () => {} };
    const get = (name: string) => (name === 'accept' ? EVENT_STREAM : null);
    const nobody: Request<unknown, SseContext> = {
      method: 'GET',
      url: '/graphql/stream',
      headers: { get },
      body: null,
      raw: null,
      context,
    };
    const [body] = await handler(nobody as SseRequest);
    if (body !== null && typeof body !== 'string') await body.return();
  }

  /** The stream that a request is about; opens one when it begins one. UNAUTHENTICATED, RATE_LIMITED, OVERLOADED. */
  function streamOf(request: IncomingMessage, caller: Caller): { stream: EventStream | null; begun: boolean } {
    if (request.method === 'PUT') return { stream: streams.reserve(caller), begun: true };
    const token = tokenOf(request);
    if (request.headers.accept === EVENT_STREAM) {
      sockets.refuseOverfull(caller, authenticator.addressOf(request.headers, request.socket.remoteAddress));
    }
    if (token !== null) return { stream: streams.reserved(token, caller), begun: false };
    if (request.headers.accept !== EVENT_STREAM) return { stream: null, begun: false };
    return { stream: streams.open(caller), begun: true };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const caller = await authenticator.ofHeaders(request.headers, {
      cookies: true,
      peer: request.socket.remoteAddress,
    });
    const body = await bodyOf(request);
    const { stream, begun } = streamOf(request, caller);
    const [content, init] = await handler({
      method: request.method ?? 'GET',
      url: request.url ?? '/',
      headers: { get: (name) => single(request.headers[name]) },
      body,
      raw: request,
      context: { caller, stream, over: () => {} },
    }).catch((error: unknown) => {
      if (stream !== null && begun) streams.close(stream);
      throw error;
    });
    const streaming = content !== null && typeof content !== 'string';
    if (stream !== null && begun && !streaming && init.status !== 201) streams.close(stream);
    // Proxies that buffer would hold events back.
    const headers = { ...init.headers, 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
    response.writeHead(init.status, init.statusText, headers);
    if (!streaming) {
      response.end(content ?? undefined);
      return;
    }
    stream?.open();
    const end = () => {
      if (stream !== null) streams.close(stream);
      void content.return();
    };
    response.once('close', end);
    if (response.destroyed) end();
    try {
      await pump(content, response, () => stream?.sent());
    } finally {
      end();
    }
  }

  return {
    handle(request, response) {
      if (!origins.allows(request.headers)) {
        return answerFailure(response, new GatewayError('FORBIDDEN', ORIGIN_REFUSED), report);
      }
      allowOrigin(request, response);
      if (request.method === 'OPTIONS') return void response.writeHead(204).end();
      answer(request, response).catch((error: unknown) => {
        if (isPeerGone(error)) return void response.destroy();
        if (response.headersSent) {
          report('An event stream failed unexpectedly.', error);
          return void response.destroy();
        }
        answerFailure(response, error, report);
      });
    },
    held: () => streams.size,
    dispose: () => streams.dispose(),
  };
}

/** Writes each chunk when the one before is taken, until either side ends. */
async function pump(
  content: AsyncGenerator<string, void, undefined>,
  response: ServerResponse,
  sent: () => void,
): Promise<void> {
  for await (const chunk of content) {
    if (!response.writable) return;
    await new Promise<void>((resolve, reject) => {
      response.write(chunk, (error) => (error ? reject(error) : resolve()));
    });
    if (chunk.startsWith('event: next')) sent();
  }
  response.end();
}

/** POST bodies as text; anything but JSON is refused, since browsers send other types across origins unasked. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  if (request.method !== 'POST') return null;
  const [type] = (request.headers['content-type'] ?? '').split(';', 1);
  if (type?.trim().toLowerCase() !== 'application/json') {
    throw new RefusedRequest(415, 'The body is of no kind that is read here.', 'Send Content-Type: application/json.');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) {
      throw new RefusedRequest(413, 'The body is too large.', `Send at most ${MAX_BODY_BYTES} bytes.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tokenOf(request: IncomingMessage): string | null {
  const query = new URLSearchParams((request.url ?? '').split('?', 2)[1]);
  return single(request.headers[TOKEN_HEADER_KEY]) ?? query.get(TOKEN_QUERY_KEY);
}

/** Cookies never cross origins, so no credentials are allowed. */
function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('vary', 'Origin');
  const { origin } = request.headers;
  if (origin === undefined) return;
  response.setHeader('access-control-allow-origin', origin);
  if (request.method !== 'OPTIONS') return;
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, DELETE');
  response.setHeader(
    'access-control-allow-headers',
    `authorization, content-type, x-dijla-key, x-dijla-tenant, ${TOKEN_HEADER_KEY}`,
  );
  response.setHeader('access-control-max-age', '600');
}

/** graphql-sse has a type for the context, which it only hands on to `execute` and `subscribe`. */
function typed(args: ExecutionArgs): OperationArgs<Resolved> {
  return { ...args, contextValue: args.contextValue as Resolved };
}

function isAsyncIterator(value: object): value is AsyncIterator<unknown> {
  return 'next' in value;
}

/** One result, as a stream: graphql-sse takes errors without data in no other form. */
async function* once<T>(result: T): AsyncGenerator<T> {
  yield result;
}

function tooMany(): GraphQLError {
  return new GraphQLError(`At most ${OPERATIONS_PER_STREAM} operations may run on one stream.`, {
    extensions: { code: 'RATE_LIMITED' },
  });
}

/** A peer that left while it was written to is no failure of ours. */
function isPeerGone(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  const code = String(error.code);
  // ECANCELED: its connection was cut by us while a write was under way.
  return code === 'EPIPE' || code === 'ECONNRESET' || code === 'ECANCELED' || code.startsWith('ERR_STREAM_');
}

function single(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
