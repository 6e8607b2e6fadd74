import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { createCloudApi } from '../../src/adapters/meta/cloud-api.ts';
import { openStore } from '../../src/adapters/store/open.ts';
import { createLocalWakeup } from '../../src/adapters/wakeup.ts';
import { createIngest, type IngestLimits } from '../../src/application/ingest.ts';
import { createNumbers } from '../../src/application/numbers.ts';
import { createReplay } from '../../src/application/replay.ts';
import { createRouting } from '../../src/application/routing.ts';
import type { CloudApi } from '../../src/ports/cloud-api.ts';
import type { InboundStore } from '../../src/ports/store.ts';
import { every } from '../support/every.ts';
import { silentLog, testSystem } from './support.ts';

export const NUMBER = '100000000000001';

/** Ingest and replay over the real store and the real parser; a test may put something between. */
export async function ingestRig(
  options: {
    readonly inbound?: (store: InboundStore) => Pick<InboundStore, 'append'>;
    readonly cloudApi?: (cloudApi: CloudApi) => CloudApi;
    readonly limits?: IngestLimits;
    readonly tenantOf?: (phoneNumberId: string) => string | null;
  } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'));
  const path = join(folder, 'store.db');
  const store = await openStore({ url: `file:${path}`, mode: 'sandbox', log: silentLog });
  const meta = createCloudApi({ graphUrl: 'http://127.0.0.1:9', version: 'v25.0' });
  onTestFinished(async () => {
    await meta[Symbol.asyncDispose]();
    await store.close();
    await rm(folder, { recursive: true });
  });
  const system = testSystem();
  const numbers = createNumbers({ store: store.numbers, tenantOf: () => null, system });
  await numbers.register({
    id: `num_${NUMBER}`,
    tenantId: 'dijla',
    phoneNumberId: NUMBER,
    display: '+9647800000001',
    wabaId: '2',
    credentials: 'master',
    messagesPerSecond: null,
    sharing: null,
  });
  const wakeup = createLocalWakeup();
  const woken: string[] = [];
  onTestFinished(wakeup.subscribe((tenantId) => void woken.push(tenantId)));
  const routing = createRouting({ numbers, inbound: store.inbound, ids: system.ids, tenants: () => [] });
  const inbound = options.inbound?.(store.inbound) ?? store.inbound;
  const ingest = createIngest({
    appSecrets: ['old-secret', 'new-secret'],
    verifyTokens: ['verify-me'],
    cloudApi: options.cloudApi?.(meta) ?? meta,
    store: inbound,
    ...(options.tenantOf && { tenantOf: options.tenantOf }),
    routing,
    wakeup,
    system,
    ...(options.limits && { limits: options.limits }),
  });
  // Replays with the parser as it is, whatever stood in for it at ingest: the release that understands.
  const replaying = createReplay({
    cloudApi: meta,
    quarantine: store.quarantine,
    store: store.inbound,
    routing,
    wakeup,
    system,
  });
  return {
    ingest,
    store,
    woken,
    receive: (body: string | Uint8Array, secret = 'new-secret') =>
      ingest.receive(Buffer.from(body), `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`),
    events: () => store.events.page('dijla', 0, 100_000),
    replay: () => every(replaying()),
    quarantined: () => store.quarantine.list(null, 1_000),
    metrics: async () => (await system.metrics.render()).text,
    /** The bodies as they lie in the store, in the order of arrival. */
    rawBodies(): Uint8Array[] {
      const db = new DatabaseSync(path, { readOnly: true });
      try {
        const rows = db.prepare('SELECT body FROM raw_webhooks ORDER BY rowid').all();
        return rows.map(({ body }) => (body instanceof Uint8Array ? body : new Uint8Array()));
      } finally {
        db.close();
      }
    },
  };
}

/** The value of a change with one message. */
export function text(id: string, body: string, phoneNumberId = NUMBER) {
  const message = { from: '9647700000000', id, timestamp: '1767225600', type: 'text', text: { body } };
  return { metadata: { phone_number_id: phoneNumberId, display_phone_number: '9647800000001' }, messages: [message] };
}

/** The value of a change with one status. */
export function status(id: string, word: string, more: object = {}) {
  const one = { id, status: word, timestamp: '1767225600', recipient_id: '9647700000000', ...more };
  return { metadata: { phone_number_id: NUMBER }, statuses: [one] };
}

/** A webhook with one change per value. */
export function webhook(...values: object[]): string {
  const changes = values.map((value) => ({ field: 'messages', value: { messaging_product: 'whatsapp', ...value } }));
  return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '2', changes }] });
}

/** A webhook with one change that holds them all. */
export function batch(messages: readonly object[], statuses: readonly object[] = []): string {
  return webhook({ metadata: { phone_number_id: NUMBER }, messages, statuses });
}
