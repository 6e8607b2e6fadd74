import { join } from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { HOME_TENANT, NO_QUOTAS, type PhoneNumber, type Tenant } from '../../src/domain/tenant.ts';
import type { Store } from '../../src/ports/store.ts';
import { serveParent } from './children.ts';
import { INHABITANTS } from './fairness-requests.ts';
import { createMeter } from './meter.ts';
import { APP_SECRET, KEY, NUMBER_IDS, WABA_ID } from './webhooks.ts';

/** The process under test: a live gateway on a store of its own, which measures itself and is otherwise as it is. */
const meter = createMeter();
let app: App | null = null;

export interface GatewayHandlers {
  open(settings: { readonly folder: string; readonly graphUrl: string }): Promise<number>;
  start(): void;
  read(): ReturnType<typeof meter.read>;
  /** Resolves when it has done what it was asked, late work included. */
  calm(): Promise<void>;
}

const handlers: GatewayHandlers = {
  async open({ folder, graphUrl }) {
    const [phoneNumberId = ''] = NUMBER_IDS;
    const config = readConfig({
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: `file:${join(folder, 'store.db')}`,
      LOG_LEVEL: 'error',
      DIJLA_MASTER_KEY: KEY,
      META_GRAPH_URL: graphUrl,
      META_ACCESS_TOKEN: 'EAAbench',
      META_PHONE_NUMBER_ID: phoneNumberId,
      META_WABA_ID: WABA_ID,
      META_APP_SECRET: APP_SECRET,
      META_VERIFY_TOKEN: 'bench-verify-token',
    });
    // Several numbers, since each may send only so many messages a second.
    const stores: Store[] = [];
    app = await createApp(config, {
      store(store) {
        stores.push(store);
        return store;
      },
    });
    const [store] = stores;
    for (const id of NUMBER_IDS.slice(1)) await store?.numbers.register(numberOf(id));
    for (const { id, numbers } of Object.values(INHABITANTS)) {
      await store?.tenants.put(tenantOf(id));
      for (const number of numbers) await store?.numbers.register({ ...numberOf(number), tenantId: id });
    }
    await app.listen();
    return Number(new URL(app.url()).port);
  },
  start: () => meter.start(),
  read: () => meter.read(),
  calm: () => meter.calm(),
};

serveParent(handlers, () => app?.close());

function numberOf(phoneNumberId: string): PhoneNumber {
  const id = `num_${phoneNumberId}`;
  return {
    id,
    tenantId: HOME_TENANT,
    phoneNumberId,
    display: '',
    wabaId: WABA_ID,
    credentials: 'master',
    messagesPerSecond: null,
    sharing: null,
  };
}

function tenantOf(id: string): Tenant {
  const none = { state: 'active', timeZone: 'UTC', defaultNumberId: null, quotas: NO_QUOTAS, createdAt: 0 } as const;
  return { id, name: id, kind: 'direct', ...none };
}
