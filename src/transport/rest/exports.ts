import { Readable } from 'node:stream';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Services } from '../../application/services.ts';
import type { UsagePart } from '../../application/usage.ts';
import { GatewayError, invalidInput } from '../../domain/errors.ts';
import { MESSAGE_TYPES } from '../../domain/message.ts';
import { MESSAGE_STATUSES } from '../../domain/status.ts';
import type { Caller, Tenant } from '../../domain/tenant.ts';
import type { Authenticator } from '../auth.ts';
import type { Sockets } from '../realtime/sockets.ts';
import { failureShape } from './answer.ts';
import { type CsvTable, csvOf, jsonLines } from './csv.ts';
import { documented } from './docs.ts';
import {
  mediaLine,
  messageLine,
  messageTable,
  USAGE_OF_ALL_TABLE,
  USAGE_TABLE,
  type UsageLine,
  usageLine,
} from './export-tables.ts';

/** Who takes no byte for so long is cut off. */
const STALLED_MS = 30_000;
/** Exports of one tenant at a time: each keeps the store's reader busy. */
const AT_ONCE = 2;
const RETRY_SECONDS = 10;

type Format = 'csv' | 'jsonl';
/** Instead of a tenant: every one. */
const ALL = 'all';
const CONTENT_TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
};

/**
 * Files of any length, written as they are read: nothing is asked of the store before the client took what came before,
 * and nothing any more once it has left or its key has ended.
 */
export function createExports(deps: {
  readonly services: Pick<Services, 'messageExport' | 'operations' | 'usage'>;
  readonly authenticator: Authenticator;
  readonly sockets: Sockets;
}): FastifyPluginAsync {
  const { authenticator, services, sockets } = deps;
  const running = new Map<string, number>();

  function enter({ tenantId }: Caller): () => void {
    const others = running.get(tenantId) ?? 0;
    if (others >= AT_ONCE) {
      throw new GatewayError('RATE_LIMITED', `Your tenant may have ${AT_ONCE} exports at a time.`, {
        retryable: true,
        retryAfterSeconds: RETRY_SECONDS,
        action: 'Wait until one of them is done.',
      });
    }
    running.set(tenantId, others + 1);
    return () => {
      const left = (running.get(tenantId) ?? 1) - 1;
      if (left > 0) running.set(tenantId, left);
      else running.delete(tenantId);
    };
  }

  async function* reported(texts: AsyncIterable<string>): AsyncGenerator<string> {
    try {
      yield* texts;
    } catch (error) {
      services.operations.report('an export broke off', error);
      throw error;
    }
  }

  /** The first text is there before the headers of a success are. */
  async function send(
    caller: Caller,
    reply: FastifyReply,
    { name, format, texts }: { readonly name: string; readonly format: Format; readonly texts: AsyncGenerator<string> },
  ): Promise<FastifyReply> {
    const leave = enter(caller);
    try {
      const { headers, ip } = reply.request;
      const unbind = sockets.add(caller, authenticator.addressOf(headers, ip), () => reply.raw.destroy());
      const closed = () => {
        unbind();
        leave();
      };
      // Who has left already is not told of again.
      if (reply.raw.destroyed) closed();
      else reply.raw.once('close', closed);
    } catch (error) {
      leave();
      throw error;
    }
    reply.raw.setTimeout(STALLED_MS, () => reply.raw.destroy());
    reply.headers({
      'content-type': CONTENT_TYPES[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      vary: 'Origin, Cookie, x-dijla-key, Authorization',
    });
    return reply.send(Readable.from(reported(texts), { objectMode: false, highWaterMark: 64 * 1024 }));
  }

  const callerOf = ({ headers, ip }: FastifyRequest) => authenticator.ofHeaders(headers, { cookies: true, peer: ip });

  return async (app) => {
    app.get('/api/v1/whatsapp/usage', { schema: USAGE_DOCS, exposeHeadRoute: false }, async (request, reply) => {
      const caller = await callerOf(request);
      const { format, from, to, tenant } = readQuery(usageShape, request.query);
      const texts =
        tenant === ALL
          ? usageTexts(services.usage.partsOfAll(caller, { from, to }), USAGE_OF_ALL_TABLE, ofTenant, format)
          : usageTexts(services.usage.parts(caller, { from, to, tenant: tenant ?? null }), USAGE_TABLE, plain, format);
      return send(caller, reply, { name: `usage-${from}-to-${to}`, format, texts });
    });

    app.get(
      '/api/v1/whatsapp/messages/export',
      { schema: MESSAGES_DOCS, exposeHeadRoute: false },
      async (request, reply) => {
        const caller = await callerOf(request);
        const { format, contact, ...filter } = readQuery(messagesShape, request.query);
        const { timeZone, pages } = services.messageExport.pages(caller, { ...filter, contactId: contact });
        return send(caller, reply, { name: 'messages', format, texts: messageTexts(pages, timeZone, format) });
      },
    );
  };
}

/** `lineOf` makes of a line of a part what stands in the file. */
async function* usageTexts<Part extends UsagePart, Line extends object>(
  parts: AsyncGenerator<Part>,
  table: CsvTable<Line>,
  lineOf: (line: UsageLine, part: Part) => Line,
  format: Format,
): AsyncGenerator<string> {
  const csv = csvOf(table);
  if (format === 'csv') yield csv.head();
  for await (const part of parts) {
    const { rows, media } = part;
    const lines = [...rows.map(usageLine), ...media.map(mediaLine)].sort((a, b) =>
      a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
    );
    if (lines.length === 0) continue;
    const written = lines.map((line) => lineOf(line, part));
    yield format === 'csv' ? csv.rows(written) : jsonLines(written);
  }
}

const plain = (line: UsageLine) => line;
const ofTenant = (line: UsageLine, { tenant }: { readonly tenant: Tenant }) => ({
  tenant: tenant.id,
  tenantName: tenant.name,
  ...line,
});

async function* messageTexts(
  pages: ReturnType<Services['messageExport']['pages']>['pages'],
  timeZone: string,
  format: Format,
): AsyncGenerator<string> {
  const csv = csvOf(messageTable(timeZone));
  if (format === 'csv') yield csv.head();
  for await (const rows of pages) yield format === 'csv' ? csv.rows(rows) : jsonLines(rows.map(messageLine));
}

const format = z.enum(['csv', 'jsonl']).default('csv');
const id = z.string().min(1).max(64).optional();
const time = z.iso
  .datetime({ offset: true })
  .transform((text) => Date.parse(text))
  .optional();

const usageShape = z.object({ format, from: z.string().max(10), to: z.string().max(10), tenant: id });
const messagesShape = z.object({
  format,
  search: z.string().optional(),
  direction: z.enum(['INBOUND', 'OUTBOUND']).optional(),
  type: z.enum(MESSAGE_TYPES).optional(),
  status: z.enum(MESSAGE_STATUSES).optional(),
  phoneNumberId: id.transform((text) => text?.replace(/^num_/, '')),
  contact: id,
  conversationId: id,
  errorCode: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .optional(),
  from: time,
  to: time,
});

/** INVALID_INPUT names the parameter. What is not known is refused, since a filter that is not seen lets all pass. */
function readQuery<Shape extends z.ZodObject>(shape: Shape, query: unknown): z.infer<Shape> {
  const result = z.strictObject(shape.shape).safeParse(query);
  if (result.success) return shape.parse(query);
  const [issue] = result.error.issues;
  const field = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0];
  const known = Object.keys(shape.shape).join(', ');
  throw invalidInput(String(field ?? ''), `The parameter \`${String(field)}\` cannot be read.`, `There are: ${known}.`);
}

const ANSWERS = {
  200: { shape: null, says: 'The file, as it is read.' },
  429: { shape: failureShape, says: `RATE_LIMITED: a tenant has ${AT_ONCE} exports at a time.` },
  default: { shape: failureShape, says: 'A failure.' },
};
const FORMAT =
  '`csv` (the default: UTF-8 with a byte order mark; cells that look like formulas, phone numbers among them, begin with an apostrophe) or `jsonl`.';

const USAGE_DOCS = documented({
  summary: 'What was used, by day, as a file',
  description:
    "Messages by direction, type, failure and Meta's words on their price, and files stored. Needs the scope `read`.",
  query: {
    from: "First day, `YYYY-MM-DD`, in the tenant's time zone. Required.",
    to: 'Last day; at most 366 days in all. Required.',
    format: FORMAT,
    tenant:
      'For the operator: of this tenant (`ten_…`); or `all`: of every tenant, one after the other, each by its own days, with ' +
      'its id and name in the first columns.',
  },
  answers: ANSWERS,
});
const MESSAGES_DOCS = documented({
  summary: 'The history of messages as a file, the oldest first',
  description:
    'Of any length. It ends with what was there when it began. Times of the CSV are on the clocks of the time zone that its header names, and in UTC. Needs the scope `read`.',
  query: {
    format: FORMAT,
    search: 'Words, as in the GraphQL filter of that name; at most 200 characters.',
    direction: '`INBOUND` or `OUTBOUND`.',
    type: 'Of this kind, such as `text`.',
    status: 'In this status now, such as `FAILED`.',
    phoneNumberId: "One of your numbers, by Meta's id or its `num_…`.",
    contact: 'The person, by `con_…`.',
    conversationId: 'The conversation, by `conv_…`.',
    errorCode: "Failed with this code of Meta's.",
    from: 'Created at this time (ISO 8601 with its zone) or later.',
    to: 'Created before this time.',
  },
  answers: ANSWERS,
});
