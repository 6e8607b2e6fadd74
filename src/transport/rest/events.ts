import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Services } from '../../application/services.ts';
import { GatewayError, invalidInput } from '../../domain/errors.ts';
import type { Caller } from '../../domain/tenant.ts';
import type { Authenticator } from '../auth.ts';
import { eventJson } from '../event-body.ts';
import type { Sockets } from '../realtime/sockets.ts';
import { failureShape } from './answer.ts';
import { documented } from './docs.ts';
import { streamEvents } from './event-stream.ts';

const DEFAULT_LIMIT = 100;

/**
 * The tenant's event log over plain HTTP: pages that wait for the first event (long poll), or server-sent events when
 * the caller accepts `text/event-stream`. When the server closes, polls are answered at once and streams are dropped.
 */
export function createEvents(deps: {
  readonly services: Pick<Services, 'feed' | 'operations'>;
  readonly authenticator: Authenticator;
  readonly sockets: Sockets;
}): FastifyPluginAsync {
  const { services, authenticator, sockets } = deps;
  const closing = new AbortController();
  const open = new Set<FastifyReply>();
  const addressOf = ({ headers, ip }: FastifyRequest) => authenticator.addressOf(headers, ip);

  async function poll(caller: Caller, request: FastifyRequest, reply: FastifyReply) {
    const { after, limit, wait } = readQuery(request.query);
    const gone = new AbortController();
    // The answer's `close`: the request's own comes as soon as it has been read.
    reply.raw.once('close', () => gone.abort());
    const ended = new AbortController();
    const signal = AbortSignal.any([gone.signal, closing.signal, ended.signal]);
    const leave = wait > 0 ? sockets.add(caller, addressOf(request), () => ended.abort()) : () => {};
    const page = await services.feed.page(caller, { after, limit, waitMs: wait * 1000 }, signal).finally(leave);
    if (ended.signal.aborted) throw keyEnded();
    reply.header('cache-control', 'no-store');
    return { events: page.events.map(eventJson), cursor: page.cursor };
  }

  async function stream(caller: Caller, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    sockets.refuseOverfull(caller, addressOf(request));
    const { after } = readQuery(request.query);
    const lastId = request.headers['last-event-id'];
    // Awaited before the first byte, so that a bad cursor is an ordinary failure.
    const start = await services.feed.start(caller, typeof lastId === 'string' && lastId !== '' ? lastId : after);
    const feed = services.feed.read(start, {}, closing.signal);
    reply.hijack();
    open.add(reply);
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value);
    }
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // Proxies that buffer would hold events back.
      'x-accel-buffering': 'no',
    });
    try {
      await streamEvents(feed, reply.raw, services.operations.report);
    } finally {
      open.delete(reply);
    }
  }

  return async (app) => {
    app.addHook('preClose', async () => {
      closing.abort();
      for (const { raw } of open) raw.destroy();
    });

    app.get('/api/v1/whatsapp/events', { schema: EVENTS_DOCS, exposeHeadRoute: false }, async (request, reply) => {
      const caller = await authenticator.ofHeaders(request.headers, { peer: request.ip });
      reply.header('vary', 'Origin, Accept');
      if (!/\btext\/event-stream\b/i.test(request.headers.accept ?? '')) return poll(caller, request, reply);
      await stream(caller, request, reply);
      return reply;
    });
  };
}

function keyEnded(): GatewayError {
  return new GatewayError('UNAUTHENTICATED', 'Unauthorized: the API key has ended.', {
    action: 'Use a key that is still good.',
  });
}

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));

const queryShape = z.object({
  after: z.string({ error: 'A cursor is given once, as text.' }).default(''),
  limit: wholeNumber(1, 500).default(DEFAULT_LIMIT),
  wait: wholeNumber(0, 30).default(0),
});

/** INVALID_INPUT names the parameter. */
function readQuery(query: unknown) {
  const result = queryShape.safeParse(query);
  if (result.success) return { ...result.data, after: result.data.after === '' ? null : result.data.after };
  const [field = 'after'] = result.error.issues[0]?.path ?? [];
  throw invalidInput(
    String(field),
    `The parameter \`${String(field)}\` cannot be read.`,
    '`limit` is a whole number from 1 to 500, `wait` one from 0 to 30 (seconds), `after` a cursor.',
  );
}

const EVENTS_DOCS = documented({
  summary: 'Read the event log by cursor: long poll, or server-sent events',
  description:
    'With `Accept: text/event-stream` a stream whose `id:` is the cursor and which honours `Last-Event-ID`. Every event is delivered at least once, in log order, without a gap.',
  query: {
    after: 'The cursor to read after. Left out: the oldest kept (poll), or now (stream).',
    limit: 'At most so many events, 1 to 500; 100 when left out.',
    wait: 'Seconds to wait for the first event, 0 to 30.',
  },
  headers: { 'Last-Event-ID': 'A cursor; wins over `after`. Streams only.' },
  answers: {
    200: {
      shape: z.object({
        events: z.array(z.looseObject({ cursor: z.string(), type: z.string(), at: z.string() })),
        cursor: z.string().describe('Pass it as `after` for the next page.'),
      }),
      says: 'A page of events.',
    },
    410: { shape: failureShape, says: 'CURSOR_EXPIRED: what follows the cursor is no longer kept.' },
    default: { shape: failureShape, says: 'A failure.' },
  },
});
