import packageJson from '../package.json' with { type: 'json' };
import { openFiles } from './adapters/files/open.ts';
import { createInspector } from './adapters/inspection/inspector.ts';
import { createCloudApi } from './adapters/meta/cloud-api.ts';
import { createSecrets } from './adapters/secrets.ts';
import { openStore } from './adapters/store/open.ts';
import { createSystem } from './adapters/system/system.ts';
import { createLocalWakeup } from './adapters/wakeup.ts';
import { createAccess } from './application/access.ts';
import { createApiKeys } from './application/api-keys.ts';
import { createAuditLog } from './application/audit-log.ts';
import { createConfine } from './application/confinement.ts';
import { createConnection } from './application/connection.ts';
import { createConversations } from './application/conversations.ts';
import { createDecisions } from './application/decisions.ts';
import { createDelivery } from './application/delivery.ts';
import { createDispatch } from './application/dispatch.ts';
import { createEndings } from './application/endings.ts';
import { createFeed } from './application/feed.ts';
import { Headroom } from './application/headroom.ts';
import { createIngest } from './application/ingest.ts';
import { createKeyRing } from './application/key-ring.ts';
import { createMedia } from './application/media.ts';
import { createMediaFetch } from './application/media-fetch.ts';
import { createMediaRoom } from './application/media-room.ts';
import { createMediaSending } from './application/media-sending.ts';
import { createMediaUploads } from './application/media-upload.ts';
import { createMessageExport } from './application/message-export.ts';
import { createNumberManagement } from './application/number-management.ts';
import { createReach } from './application/number-reach.ts';
import { createNumberVault } from './application/number-vault.ts';
import { createNumbers, type Numbers } from './application/numbers.ts';
import { createOperations } from './application/operations.ts';
import { createPacing, DEFAULT_RATE } from './application/pacing.ts';
import { createQueue } from './application/queue.ts';
import { createQuotas } from './application/quotas.ts';
import { createReadState } from './application/read-state.ts';
import { createRetention } from './application/retention.ts';
import { createRouting } from './application/routing.ts';
import { createSend } from './application/send.ts';
import { createTargets } from './application/send-target.ts';
import type { Services } from './application/services.ts';
import { checkMaster, registerMaster } from './application/start-checks.ts';
import { createTemplateAccounts } from './application/template-accounts.ts';
import { createTemplateManagement } from './application/template-management.ts';
import { createTemplates } from './application/templates.ts';
import { createTenants, type Tenants } from './application/tenants.ts';
import { createUnrouted, type Unrouted } from './application/unrouted.ts';
import { createUsage } from './application/usage.ts';
import { createWebhookChanges } from './application/webhook-changes.ts';
import { createWebhookHealth, createWebhookHealths } from './application/webhook-health.ts';
import { createWindows } from './application/windows.ts';
import { liveBanner, sandboxBanner } from './banner.ts';
import { type Config, secretsOf } from './config.ts';
import type { CloudApi } from './ports/cloud-api.ts';
import type { Files } from './ports/files.ts';
import type { Store } from './ports/store.ts';
import type { System } from './ports/system.ts';
import type { Sandbox, SandboxOptions } from './sandbox/cloud-api.ts';
import type { HttpLimits } from './transport/http.ts';
import { createTransport } from './transport.ts';
import { openUpstream } from './upstream.ts';

/** How long a shutdown may take before sockets are cut. */
const GRACE_MS = 10_000;

export interface App {
  /** Starts to listen and to send. Rejects, with everything closed again, when it cannot (the port is taken). */
  listen(): Promise<void>;
  /** What the operator reads at the start; ask once the app listens. */
  banner(): string;
  /** `http://localhost:<port>`, once the app listens. */
  url(): string;
  /** The operator's key. */
  readonly masterKey: string;
  /** Null when live. */
  readonly sandbox: Sandbox | null;
  readonly services: Services;
  /** Stops accepting, finishes what is under way, drops sockets so that clients reconnect, closes the store. */
  close(): Promise<void>;
}

/** What tests replace. A release has no way to set any of it: `main.ts` passes none. */
export interface Overrides {
  readonly system?: Partial<System>;
  readonly sandbox?: Pick<SandboxOptions, 'pace' | 'retryDelays'>;
  /** Puts something between the application and an adapter: a failpoint, or a fault that a rig must detect. */
  readonly store?: (store: Store) => Store;
  readonly cloudApi?: (cloudApi: CloudApi) => CloudApi;
  readonly files?: (files: Files) => Files;
  /** Time-outs and sizes of HTTP, so that no test waits for them. */
  readonly limits?: Partial<HttpLimits>;
}

/** Builds everything once, from the store outwards; nothing listens yet. Closes in reverse, also when it fails. */
export async function createApp(config: Config, overrides: Overrides = {}): Promise<App> {
  const opened = new AsyncDisposableStack();
  try {
    return await build(config, overrides, opened);
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

async function build(config: Config, overrides: Overrides, opened: AsyncDisposableStack): Promise<App> {
  const system: System = { ...createSystem(config.logLevel, secretsOf(config)), ...overrides.system };
  const { clock, log, metrics } = system;
  let port = config.http.port;
  const url = () => `http://localhost:${port}`;
  const callback = () => `http://127.0.0.1:${port}/api/v1/whatsapp/webhook`;

  const headroom = new Headroom(system.processors);
  const spent = headroom.note.bind(headroom);
  const opening = await openStore({ url: config.storeUrl, mode: config.mode, log, spent });
  opened.defer(() => opening.close());
  const store = overrides.store?.(opening) ?? opening;
  const kept = opened.use(await openFiles(config.media));
  const { spool } = kept;
  const files = overrides.files?.(kept.files) ?? kept.files;
  const upstream = await openUpstream(config, log, callback, overrides.sandbox);
  const { master, sandbox } = upstream;
  if (sandbox !== null) opened.defer(() => sandbox.server.close());
  const meta = opened.use(createCloudApi({ graphUrl: upstream.graphUrl, version: config.graphVersion }));
  const cloudApi = overrides.cloudApi?.(meta) ?? meta;
  const wakeup = createLocalWakeup();

  const pacing = createPacing((id) => numbers.byId(id)?.messagesPerSecond ?? DEFAULT_RATE);
  const numbers: Numbers = createNumbers({
    store: store.numbers,
    tenantOf: (id) => tenants.get(id),
    onRateChanged: (id) => pacing.rateChanged(id, clock.now()),
    onRegistered: ({ phoneNumberId }) => unrouted.kick(phoneNumberId),
    system,
  });
  const routing = createRouting({ numbers, inbound: store.inbound, ids: system.ids, tenants: () => tenants.all() });
  const { appSecrets, masterKey, verifyTokens } = upstream;
  const { contacts, conversations, events, inbound, media, messages, outbox, sessions, windows } = store;
  const endings = createEndings(clock);
  opened.defer(() => endings.stop());
  const tenants: Tenants = createTenants({
    ...{ store: store.tenants, numbers, endings, system },
    onRestored: () => dispatch.kick(),
  });
  const { suspended } = tenants;
  const quotas = createQuotas({ tenants, clock });
  const keyMode = config.mode === 'live' ? 'live' : 'test';
  const keys = createKeyRing({ mode: keyMode, store: store.keys, sessions, endings, system });
  opened.defer(() => keys.settled());
  const { refuseReader } = quotas;
  const feed = createFeed({
    ...{ events, wakeup, clock, refuseReader, headroom },
    nextTurn: (run) => void setImmediate(run),
  });
  opened.defer(() => feed.close());
  const vault = createNumberVault({ store: store.credentials, secrets: createSecrets(upstream.encryptionKeys), log });
  const { credentialsFor, isRented, mayUse } = createReach({ numbers, vault, master });
  const dispatch = createDispatch({
    outbox,
    cloudApi,
    pacing,
    credentialsFor,
    mayUse,
    suspended,
    headroom,
    wakeup,
    system,
  });
  opened.defer(() => dispatch.stop());
  const room = createMediaRoom({ usage: store.usage, quotas });
  const keeping = { files, spool, inspector: createInspector() };
  const mediaFetch = createMediaFetch({ ...keeping, media, room, cloudApi, credentialsFor, wakeup, system });
  opened.defer(() => mediaFetch.stop());
  const unrouted: Unrouted = createUnrouted({ store: store.unrouted, numbers, tenants, wakeup, mediaFetch, system });
  opened.defer(() => unrouted.settled());
  const readState = createReadState({
    ...{ cloudApi, conversations, credentialsFor, events, messages, numbers, wakeup, system },
  });
  opened.defer(() => readState.settled());
  const retention = createRetention({ store, days: config.retention, system });
  opened.defer(() => retention.stop());
  const accounts = createTemplateAccounts({ master, numbers, credentialsFor });
  const templates = createTemplates({ accounts, numbers, cloudApi, store: store.templates, system });
  opened.defer(() => templates.stop());
  const defaultNumberOf = (tenantId: string) => tenants.get(tenantId)?.defaultNumberId ?? null;
  const masterNumberId = master.phoneNumberId;
  const targets = createTargets({ numbers, conversations, masterNumberId, defaultNumberOf });
  const uploads = createMediaUploads({ ...keeping, media, room, cloudApi, credentialsFor, targets, system });
  const resolveMedia = createMediaSending({ ...keeping, media, cloudApi, credentialsFor, isRented, system });
  const send = {
    ...{ cloudApi, dispatch, messages, numbers, outbox, pacing },
    ...{ quotas, resolveMedia, suspended, targets, templates, wakeup, windows, system },
  };
  const tenantOf = (phoneNumberId: string) => numbers.byMetaId(phoneNumberId)?.tenantId ?? null;
  const changes = createWebhookChanges(clock);
  const health = createWebhookHealth(clock, clock.now(), () => changes.told(''));
  const healths = createWebhookHealths(clock, undefined, changes.told);
  const hooks = { appSecrets, verifyTokens, webhookSecrets: vault.webhookSecrets };
  const confine = createConfine({ numbers, ids: system.ids });
  const ingest = createIngest({
    ...{
      ...hooks,
      confine,
      tenantOf,
      cloudApi,
      store: inbound,
      routing,
      wakeup,
      templates,
      mediaFetch,
      system,
      health,
      healths,
      headroom,
    },
  });
  const { publicUrl, supportUrl } = config.http;
  const numberManagement = createNumberManagement({
    ...{ numbers, vault, tenants, cloudApi, master, system },
    address: () => publicUrl ?? url(),
    onChanged({ id }) {
      pacing.resume(id, clock.now());
      templates.accountsChanged();
      dispatch.kick();
    },
  });
  const access = createAccess({ masterKey, keys, sessions, tenants, endings, audit: store.audit, system });
  const reading = createConversations({ contacts, conversations, messages, clock });
  const services: Services = {
    about: { version: packageJson.version, supportUrl },
    access,
    auditLog: createAuditLog({ store: store.audit, tenants }),
    apiKeys: createApiKeys({ mode: keyMode, ring: keys, tenants, system }),
    connection: createConnection({
      ...{ changes, health, healths, ingest, numbers, store: store.webhooks, verifyTokens, publicUrl },
    }),
    conversations: reading,
    decisions: createDecisions({ outbox, dispatch, wakeup, system }),
    delivery: createDelivery({ store: store.delivery, tenants, clock }),
    feed,
    headroom,
    ingest,
    media: createMedia({ media, files, fetch: mediaFetch, uploads, system }),
    numberManagement,
    numbers,
    queue: createQueue({ outbox, numbers, pacing, suspended, system }),
    quotas,
    readState,
    send: createSend(send),
    templateManagement: createTemplateManagement({ templates, cloudApi, audit: store.audit, system }),
    templates,
    tenants,
    unrouted,
    usage: createUsage({ store: store.usage, tenants }),
    messageExport: createMessageExport({ conversations: reading, tenants }),
    windows: createWindows({ clock, numbers, store: windows }),
    operations: createOperations({ mode: config.mode, store, system }),
  };
  metrics.gauge('feed_readers', () => feed.readers());
  metrics.gauge('room_waiting', () => headroom.held);

  const { limits } = overrides;
  const transport = await createTransport({ config, services, metrics, sandbox: sandbox?.server ?? null, limits });
  opened.defer(() => transport.close(GRACE_MS));

  return {
    masterKey,
    sandbox: sandbox?.server ?? null,
    services,
    url,
    banner() {
      if (sandbox === null) return liveBanner({ url: url(), publicUrl: config.http.publicUrl });
      const { direct, number } = sandbox;
      return sandboxBanner({ url: url(), key: masterKey, signInToken: access.issueLink(), number, direct });
    },

    async listen() {
      try {
        await numbers.load();
        await registerMaster(numbers, master);
        await Promise.all([tenants.load(), keys.load(), vault.load()]);
        templates.accountsChanged();
        ({ port } = await transport.listen(config.http.port, config.http.host));
        await dispatch.start();
      } catch (error) {
        await opened.disposeAsync();
        throw error;
      }
      mediaFetch.start();
      unrouted.start();
      retention.start();
      templates.start();
      const checked = checkMaster({ master, cloudApi, numbers, log });
      if (sandbox !== null) await checked;
    },

    close: () => opened.disposeAsync(),
  };
}
