import { type FastifyInstance, fastify } from 'fastify';
import { onTestFinished } from 'vitest';
import { createFeed } from '../../src/application/feed.ts';
import type { ReplyCommand, TemplateCommand } from '../../src/application/send.ts';
import type { Services } from '../../src/application/services.ts';
import { GatewayError } from '../../src/domain/errors.ts';
import type { MessageRecord, StatusChange } from '../../src/domain/message.ts';
import type { Caller } from '../../src/domain/tenant.ts';
import { createAuthenticator } from '../../src/transport/auth.ts';
import { createOrigins } from '../../src/transport/origins.ts';
import { createSockets } from '../../src/transport/realtime/sockets.ts';
import { createRestApi } from '../../src/transport/rest/api.ts';
import { memoryLog, TestClock, testSystem } from '../application/support.ts';
import { MASTER_KEY, memoryTenancy, tenancyOver, tenant } from '../application/tenancy.ts';

export const KEY = MASTER_KEY;
export const ALLOWED_ORIGIN = 'https://allowed.example';

export function record(over: Partial<MessageRecord> = {}): MessageRecord {
  return {
    id: 'msg_1',
    whatsappId: 'wamid.1',
    direction: 'OUTBOUND',
    type: 'text',
    status: 'ACCEPTED',
    text: 'hello',
    content: { kind: 'text', body: 'hello', previewUrl: false },
    raw: {},
    contact: { id: 'con_1', phone: '+9647700000000', userId: null, username: null, name: null },
    conversationId: 'conv_1',
    phoneNumber: { id: 'num_1', phoneNumberId: '1', display: '+9647800000001' },
    reference: null,
    replyToId: null,
    sentBy: 'master',
    createdAt: '2026-01-01T00:00:00.000Z',
    seq: 1,
    error: null,
    answer: { messages: [{ id: 'wamid.1' }] },
    pricing: null,
    metaConversation: null,
    ...over,
  };
}

export const TIMELINE: readonly StatusChange[] = [
  { status: 'ACCEPTED', at: '2026-01-01T00:00:00.000Z', recordedAt: '2026-01-01T00:00:00.000Z', error: null },
];

export type Bench = Awaited<ReturnType<typeof restBench>>;

/** All of plain HTTP over real access and a real feed; sending, reading and ingest are what a test says they are. */
export async function restBench(
  options: {
    readonly mode?: 'live' | 'sandbox';
    readonly publicUrl?: string | null;
    readonly supportUrl?: string | null;
    readonly dashboardFolder?: string;
    readonly send?: (command: TemplateCommand | ReplyCommand, caller: Caller) => Promise<MessageRecord>;
    readonly receive?: (body: Uint8Array, signature: string | null) => Promise<void>;
    readonly ready?: () => Promise<void>;
  } = {},
) {
  const clock = new TestClock();
  const system = testSystem(clock);
  const log = memoryLog();
  const { store, sessions } = memoryTenancy([tenant(), tenant({ id: 'acme', name: 'Acme' })]);
  const tenancy = await tenancyOver({ store, system, mode: options.mode === 'sandbox' ? 'test' : 'live' });
  const { access } = tenancy;
  const sockets = createSockets();
  access.listen({ ended: sockets.revoke, restored: sockets.restore });
  const templates: TemplateCommand[] = [];
  const replies: ReplyCommand[] = [];
  const reports: { problem: string; error: unknown }[] = [];
  const state = { draining: false };
  const feed = createFeed({ events: log.events, wakeup: log.wakeup, clock });
  const send = options.send ?? (async () => record());
  const services = {
    access,
    feed,
    send: {
      async template(caller: Caller, command: TemplateCommand) {
        templates.push(command);
        return send(command, caller);
      },
      async reply(caller: Caller, command: ReplyCommand) {
        replies.push(command);
        return send(command, caller);
      },
    },
    conversations: {
      message: async (_caller: Caller, id: string) => (id === 'msg_1' || id === 'wamid.1' ? record() : null),
      timelines: async () => [TIMELINE],
      reactions: async () => [[]],
    },
    ingest: {
      handshake({ token, challenge }: { token: string; challenge: string }) {
        if (token === 'verify-me') return challenge;
        throw new GatewayError('FORBIDDEN', 'wrong token');
      },
      receive: options.receive ?? (async () => {}),
    },
    operations: {
      mode: options.mode ?? 'live',
      ready: options.ready ?? (async () => {}),
      metrics: async () => ({ contentType: 'text/plain; version=0.0.4', text: 'figures 1\n' }),
      report: (problem: string, error: unknown) => void reports.push({ problem, error }),
    },
  } satisfies { [Name in keyof Services]?: Partial<Services[Name]> };
  const origins = createOrigins({ allowed: [ALLOWED_ORIGIN], publicUrl: null, anyLocalhost: false });
  const publicUrl = options.publicUrl ?? null;
  const secureCookies = publicUrl?.startsWith('https:') ?? false;
  const app: FastifyInstance = fastify({ forceCloseConnections: true });
  await app.register(
    createRestApi({
      services: services as unknown as Services,
      authenticator: createAuthenticator({ access, origins, secureCookies }),
      origins,
      sockets,
      secureCookies,
      publicUrl,
      supportUrl: options.supportUrl ?? null,
      ...(options.dashboardFolder !== undefined && { dashboardFolder: options.dashboardFolder }),
      draining: () => state.draining,
    }),
  );
  onTestFinished(() => app.close());

  /** A call with the master key; a body is sent as JSON. */
  const call = (method: 'GET' | 'POST' | 'DELETE', url: string, body?: object, headers: Record<string, string> = {}) =>
    app.inject({
      method,
      url,
      headers: { 'x-dijla-key': KEY, ...headers },
      ...(body !== undefined && { payload: body }),
    });
  const send_ = (message: unknown, extra: object = {}, headers?: Record<string, string>) =>
    call('POST', '/api/v1/whatsapp/send', { message, ...extra }, headers);
  const reply = (message: unknown, extra: object = {}, headers?: Record<string, string>) =>
    call('POST', '/api/v1/whatsapp/reply', { message, ...extra }, headers);

  return {
    ...{ app, access, call, clock, feed, log, replies, reply, reports, send: send_, sessions, sockets, state, tenancy },
    templates,
  };
}

/** The `name=value` of the cookie that an answer sets. */
export function cookieOf(headers: { readonly 'set-cookie'?: string | string[] | undefined }): string {
  const [first = ''] = [headers['set-cookie'] ?? ''].flat();
  return first.split(';')[0] ?? '';
}

/** The text of a page as a reader sees it, line by line: no markup, entities resolved, blank lines dropped. */
export function linesOf(page: string): string[] {
  const [, body = ''] = /<body>([\s\S]*)<\/body>/.exec(page) ?? [];
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
  return body
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
