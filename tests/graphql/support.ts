import { mkdtemp, rm } from 'node:fs/promises';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCloudApi } from '../../src/adapters/meta/cloud-api.ts';
import { createSecrets } from '../../src/adapters/secrets.ts';
import { openStore } from '../../src/adapters/store/open.ts';
import { createLocalWakeup } from '../../src/adapters/wakeup.ts';
import type { Access } from '../../src/application/access.ts';
import { createAuditLog } from '../../src/application/audit-log.ts';
import { createConnection } from '../../src/application/connection.ts';
import { createConversations } from '../../src/application/conversations.ts';
import { createDecisions } from '../../src/application/decisions.ts';
import { createDelivery } from '../../src/application/delivery.ts';
import { createDispatch } from '../../src/application/dispatch.ts';
import { createFeed } from '../../src/application/feed.ts';
import { createIngest } from '../../src/application/ingest.ts';
import { createMessageExport } from '../../src/application/message-export.ts';
import { createNumberManagement } from '../../src/application/number-management.ts';
import { createNumberVault } from '../../src/application/number-vault.ts';
import { createNumbers, type Numbers } from '../../src/application/numbers.ts';
import { createPacing, DEFAULT_RATE } from '../../src/application/pacing.ts';
import { createQueue } from '../../src/application/queue.ts';
import { createQuotas } from '../../src/application/quotas.ts';
import { createReadState } from '../../src/application/read-state.ts';
import { createRouting } from '../../src/application/routing.ts';
import { createSend } from '../../src/application/send.ts';
import { createTargets } from '../../src/application/send-target.ts';
import type { Services } from '../../src/application/services.ts';
import { createTemplateManagement } from '../../src/application/template-management.ts';
import { createTemplates } from '../../src/application/templates.ts';
import type { Tenants } from '../../src/application/tenants.ts';
import { createUnrouted } from '../../src/application/unrouted.ts';
import { createUsage } from '../../src/application/usage.ts';
import { createWebhookHealth, createWebhookHealths } from '../../src/application/webhook-health.ts';
import { createWindows } from '../../src/application/windows.ts';
import { GatewayError } from '../../src/domain/errors.ts';
import type { InboundItem } from '../../src/domain/inbound.ts';
import type { Caller, PhoneNumber, Template } from '../../src/domain/tenant.ts';
import type { Answer, CloudApi, SendOutcome } from '../../src/ports/cloud-api.ts';
import { createAuthenticator } from '../../src/transport/auth.ts';
import { createGraphQL } from '../../src/transport/graphql/yoga.ts';
import { createOrigins } from '../../src/transport/origins.ts';
import { operator, silentLog, testSystem } from '../application/support.ts';
import { tenancyOver } from '../application/tenancy.ts';
import { startMedia } from '../support/media.ts';

export const KEY = 'operator-key';
export const OTHER_KEY = 'other-tenant-key';
export const READ_ONLY_KEY = 'read-only-key';
export const SEND_ONLY_KEY = 'send-only-key';
export const ALLOWED_ORIGIN = 'https://shop.example';
export const NUMBER = number('num_1001', '1001', '+9647801111111', 'dijla');
export const OTHER_NUMBER = number('num_1002', '1002', '+9647802222222', 'ten_other');
export const DELIVERY_TEMPLATE: Template = {
  id: '501',
  wabaId: '77',
  name: 'on_its_way',
  language: 'en_US',
  status: 'APPROVED',
  category: 'UTILITY',
  parameterFormat: 'POSITIONAL',
  components: [{ type: 'BODY', text: 'Order {{1}} is on its way.' }],
};

const CALLERS: Readonly<Record<string, Caller>> = {
  [KEY]: operator(),
  [OTHER_KEY]: tenantCaller('ten_other', ['read', 'send', 'manage']),
  [READ_ONLY_KEY]: tenantCaller('dijla', ['read']),
  [SEND_ONLY_KEY]: tenantCaller('dijla', ['send']),
};

/** The upgrade request of a socket that is not there. */
export const UPGRADE = new IncomingMessage(new Socket());

interface ErrorJson {
  readonly message: string;
  readonly path?: unknown;
  readonly extensions: Readonly<Record<string, unknown>>;
}

export type Rig = Awaited<ReturnType<typeof startRig>>;

/** GraphQL over the real application and the real embedded store; only Meta is played by the test. */
export async function startRig(options: { readonly deadlineMs?: number; readonly graphiql?: boolean } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'graphql-'));
  const system = testSystem();
  const store = await openStore({ url: `file:${join(folder, 'store.db')}`, mode: 'sandbox', log: silentLog });
  const wakeup = createLocalWakeup();
  const calls: unknown[] = [];
  const outcomes: SendOutcome[] = [];
  const receipts: { whatsappId: string; typing: boolean }[] = [];
  const receiptAnswers: Answer<null>[] = [];
  const cloudApi: CloudApi = {
    ...createCloudApi({ graphUrl: 'http://127.0.0.1:9', version: 'v25.0' }),
    async send(_credentials, send) {
      calls.push(send);
      const whatsappId = `wamid.out${calls.length}`;
      return (
        outcomes.shift() ?? { kind: 'accepted', whatsappId, held: false, answer: { messages: [{ id: whatsappId }] } }
      );
    },
    async markRead(_credentials, whatsappId, typing) {
      receipts.push({ whatsappId, typing });
      return receiptAnswers.shift() ?? { ok: true, value: null };
    },
    listTemplates: async () => ({ ok: true, value: [DELIVERY_TEMPLATE] }),
  };
  const pacing = createPacing((id) => numbers.byId(id)?.messagesPerSecond ?? DEFAULT_RATE);
  const numbers: Numbers = createNumbers({
    store: store.numbers,
    tenantOf: (id) => tenants.get(id),
    onRateChanged: (id) => pacing.rateChanged(id, system.clock.now()),
    system,
  });
  for (const one of [NUMBER, OTHER_NUMBER]) await numbers.register(one);
  const { conversations, messages, outbox, windows } = store;
  const feed = createFeed({ events: store.events, wakeup, clock: system.clock });
  const routing = createRouting({ numbers, inbound: store.inbound, ids: system.ids, tenants: () => tenants.all() });
  const credentialsFor = (phoneNumberId: string) => ({ accessToken: 'EAAtest', phoneNumberId });
  const dispatch = createDispatch({
    ...{ outbox, cloudApi, pacing, credentialsFor, wakeup, system },
    suspended: () => tenants.suspended(),
  });
  const { events } = store;
  const readState = createReadState({
    ...{ cloudApi, conversations, credentialsFor, events, messages, numbers, wakeup, system },
  });
  await dispatch.start();
  const accounts = [{ accessToken: 'EAAtest', wabaId: '77', tenantId: 'dijla' }];
  const templates = createTemplates({ accounts, numbers, cloudApi, store: store.templates, system });
  const targets = createTargets({
    ...{ numbers, conversations, masterNumberId: NUMBER.phoneNumberId },
    defaultNumberOf: () => null,
  });
  const tenancy = await tenancyOver({ ...{ store, numbers, system }, onRestored: () => dispatch.kick() });
  const { apiKeys } = tenancy;
  const tenants: Tenants = tenancy.tenants;
  const quotas = createQuotas({ tenants, clock: system.clock });
  const mediaServices = await startMedia(join(folder, 'media'), {
    ...{ cloudApi, credentialsFor, targets, wakeup, system },
    media: store.media,
    usage: store.usage,
    quotas,
  });
  const unrouted = createUnrouted({
    ...{ store: store.unrouted, numbers, tenants, wakeup, system },
    mediaFetch: { kick: () => {} },
  });
  const health = createWebhookHealth(system.clock);
  const reports: unknown[] = [];
  const ingest = createIngest({
    appSecrets: ['secret'],
    verifyTokens: ['token'],
    cloudApi,
    store: store.inbound,
    routing,
    wakeup,
    system,
    health,
  });
  const reading = createConversations({ contacts: store.contacts, conversations, messages, clock: system.clock });
  const services: Services = {
    about: { version: '1.2.3', supportUrl: 'https://help.example' },
    access: accessOf(CALLERS, tenancy.access),
    auditLog: createAuditLog({ store: store.audit, tenants }),
    apiKeys,
    connection: createConnection({
      ...{ health, ingest, numbers, store: store.webhooks, verifyTokens: ['token'], publicUrl: null },
      healths: createWebhookHealths(system.clock),
    }),
    conversations: reading,
    decisions: createDecisions({ outbox, dispatch, wakeup, system }),
    delivery: createDelivery({ store: store.delivery, tenants, clock: system.clock }),
    feed,
    // Its clock stands still unless a test moves it, so that whoever waited would wait for ever.
    headroom: { enter: () => null },
    ingest,
    media: mediaServices.media,
    numberManagement: createNumberManagement({
      ...{ numbers, tenants, cloudApi },
      vault: createNumberVault({ store: store.credentials, secrets: createSecrets([]), log: system.log }),
      master: { accessToken: 'EAAtest', phoneNumberId: NUMBER.phoneNumberId, wabaId: '77' },
      address: () => 'https://gateway.test',
      system,
      onChanged() {},
    }),
    numbers,
    queue: createQueue({ outbox, numbers, pacing, suspended: tenants.suspended, system }),
    quotas,
    readState,
    send: createSend({
      ...{ cloudApi, dispatch, messages, numbers, outbox, pacing, quotas, targets, templates, wakeup, windows, system },
      resolveMedia: mediaServices.resolveMedia,
      suspended: tenants.suspended,
    }),
    templateManagement: createTemplateManagement({ templates, cloudApi, audit: store.audit, system }),
    templates,
    tenants,
    unrouted,
    usage: createUsage({ store: store.usage, tenants }),
    messageExport: createMessageExport({ conversations: reading, tenants }),
    windows: createWindows({ clock: system.clock, numbers, store: windows }),
    operations: {
      mode: 'sandbox',
      ready: () => store.ping(),
      metrics: () => Promise.reject(new Error('not asked here')),
      report: (_problem, error) => void reports.push(error),
    },
  };
  const origins = createOrigins({ allowed: [ALLOWED_ORIGIN], publicUrl: null, anyLocalhost: false });
  const authenticator = createAuthenticator({ access: services.access, origins, secureCookies: false });
  /** Counts what the store was asked for, so that tests can bound it. */
  const reads = { messagesById: 0, timelines: 0 };
  const counted: Services = {
    ...services,
    conversations: {
      ...services.conversations,
      messagesById(caller, ids) {
        reads.messagesById += 1;
        return services.conversations.messagesById(caller, ids);
      },
      timelines(caller, ids) {
        reads.timelines += 1;
        return services.conversations.timelines(caller, ids);
      },
    },
  };
  const yoga = createGraphQL({ services: counted, authenticator, origins, graphiql: false, ...options });
  let items = 0;

  return {
    yoga,
    services: counted,
    feed,
    store,
    reads,
    reports,
    calls,
    /** Receipts and typing that Meta was told, once those under way have arrived. */
    async receipts() {
      await readState.settled();
      return receipts;
    },
    /** What Meta answers to the next receipt or typing; to others that it was taken. */
    answerReceiptWith: (answer: Answer<null>) => void receiptAnswers.push(answer),
    clock: system.clock,
    /** What ingest does with news of templates once they are stored. */
    hearTemplates: (items: readonly InboundItem[]) => templates.heard(items),
    key: KEY,
    mediaFetch: mediaServices.fetch,
    /** What Meta answers to the next sends, in order; to others that it has accepted. */
    answerWith: (...next: SendOutcome[]) => void outcomes.push(...next),
    now: () => system.clock.now(),

    /** Everything that Meta tells arrives this way, in one transaction; answers when it is durable. */
    async tell(...told: InboundItem[]) {
      items += 1;
      const routed = told.flatMap((item) => routing.routeAll(item));
      const receivedAt = system.clock.now();
      await store.inbound.append({ id: `raw_${items}`, receivedAt, body: null, items: routed, problem: null });
      for (const tenantId of new Set(routed.map((item) => item.tenantId))) wakeup.publish(tenantId);
    },

    /** `data` is what `JSON.parse` gives: tests look into answers as a client without types does. */
    async ask(query: string, variables: object = {}, headers: Record<string, string> = {}) {
      const response = await yoga.fetch('http://gateway.test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-dijla-key': KEY, ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const { data, ...rest } = JSON.parse(await response.text());
      const errors: readonly ErrorJson[] | undefined = rest.errors;
      return { status: response.status, headers: response.headers, data, errors };
    },

    /** Opens a subscription over server-sent events; resolves once the gateway says that it runs. */
    async subscribe(query: string, variables: object = {}, key = KEY) {
      const gone = new AbortController();
      const response = await yoga.fetch('http://gateway.test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'x-dijla-key': key },
        body: JSON.stringify({ query, variables }),
        signal: gone.signal,
      });
      return { status: response.status, ...results(response) };
    },

    async close() {
      await dispatch.stop();
      feed.close();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The results in a stream of server-sent events, one by one; null at its end. */
function results(response: Response) {
  if (response.body === null) throw new Error('the answer has no body');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const frame = text.slice(0, end);
          text = text.slice(end + 2);
          const data = /^data: (.+)$/m.exec(frame)?.[1];
          if (frame.startsWith('event: next') && data !== undefined) return JSON.parse(data);
          if (frame.startsWith('event: complete')) return null;
          continue;
        }
        const { done, value } = await reader.read();
        if (done) return null;
        text += value;
      }
    },
    cancel: () => reader.cancel(),
  };
}

/** Callers made up here; every other key is a real one or none. */
function accessOf(callers: Readonly<Record<string, Caller>>, real: Access): Access {
  const refused = () => {
    throw new GatewayError('UNAUTHENTICATED', 'Unauthorized: the API key is missing or wrong.');
  };
  return {
    byKey: async (key, ...rest) => callers[key ?? ''] ?? real.byKey(key, ...rest),
    bySession: async (token) => (token === 'session' ? operator() : refused()),
    signIn: refused,
    redeemLink: refused,
    switchTenant: refused,
    issueLink: refused,
    signOut: async () => {},
    listen: real.listen,
  };
}

function tenantCaller(tenantId: string, scopes: readonly ('send' | 'read' | 'manage')[]): Caller {
  return { kind: 'tenant', tenantId, keyName: `${tenantId} key`, credential: `key:${tenantId}`, scopes };
}

function number(id: string, phoneNumberId: string, display: string, tenantId: string): PhoneNumber {
  return {
    id,
    tenantId,
    phoneNumberId,
    display,
    wabaId: '77',
    credentials: 'master',
    messagesPerSecond: null,
    sharing: null,
  };
}
