import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSandboxSecrets, type SandboxAccountSecrets } from '../../src/adapters/sandbox-secrets.ts';
import { type App, createApp } from '../../src/app.ts';
import { numberIdOf } from '../../src/application/numbers.ts';
import { readConfig } from '../../src/config.ts';
import type { PhoneNumber } from '../../src/domain/tenant.ts';
import type { NumberStore } from '../../src/ports/store.ts';
import type { Pace } from '../../src/sandbox/options.ts';
import { operator } from '../application/support.ts';
import { canaryOf, type Side, tellStory } from './tenant-story.ts';

/** Nothing more is heard of a message once its send was answered, so that two answers can be compared. */
const SILENT: Pace = { sent: 3_600_000, delivered: 3_600_000, read: 3_600_000, reply: 3_600_000 };
const BRISK: Pace = { sent: 1, delivered: 2, read: 3, reply: 5 };

export type Headers = Readonly<Record<string, string>>;

/** A whole gateway on which two tenants have done everything once. */
export interface World extends AsyncDisposable {
  readonly app: App;
  readonly url: string;
  readonly folder: string;
  readonly storePath: string;
  readonly shared: boolean;
  /** The one that asks. */
  readonly alpha: Side;
  /** The one whose things are asked for. */
  readonly beta: Side;
  /** Of the operator's own tenant, whose the master's account is; no operator's key. */
  readonly homeKey: string;
  /** Calls with a key; a body is sent as JSON. */
  call(key: string, method: string, path: string, body?: unknown, headers?: Headers): Promise<Response>;
}

/** What a story needs before there are sides. */
export type Caller = Pick<World, 'app' | 'url' | 'call'>;

/**
 * `statuses`: whether what is sent is delivered and read, as on a good day. `shared`: both tenants use the operator's
 * number and talk with the same person; else each has a number of an account of its own, and a person.
 */
export async function startWorld({ statuses = false, shared = false } = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'isolation-'));
  const storePath = join(folder, 'store.db');
  const { accounts } = await openSandboxSecrets(join(folder, 'sandbox-secrets.json'));
  const [rented, own] = accounts;
  if (rented === undefined || own === undefined) throw new Error('the sandbox has two accounts');
  let numbers: NumberStore | undefined;
  const app = await createApp(
    readConfig({ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: `file:${storePath}`, LOG_LEVEL: 'error' }),
    {
      sandbox: { pace: statuses ? BRISK : SILENT },
      store: (store) => {
        numbers = store.numbers;
        return store;
      },
    },
  );
  const { tenants } = app.services;
  const tenant = async (name: Side['name']) => (await tenants.create(operator(), { name: `${canaryOf(name)} Ltd` })).id;
  const [alphaId, betaId] = [await tenant('alpha'), await tenant('beta')];
  // Before the operator's tenant takes the master's number; else that is rented to all.
  if (!shared) await numbers?.register(numberOf(alphaId, rented, '+9647800000001'));
  await app.listen();
  // The other is reached by what its tenant has stored.
  const stored = { ...own, tenantId: null, sharing: null };
  if (!shared) await app.services.numberManagement.add({ ...operator(), tenantId: betaId }, stored);
  for (const [id, { phoneNumberId }] of [
    [alphaId, rented],
    [betaId, shared ? rented : own],
  ] as const) {
    await tenants.update(operator(), id, { defaultNumberId: numberIdOf(phoneNumberId) });
  }
  const url = app.url();
  const call: World['call'] = (key, method, path, body, headers = {}) =>
    fetch(new URL(path, url), {
      method,
      headers: {
        'x-dijla-key': key,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        // A cookie counts for the gateway's own pages alone.
        ...(headers['cookie'] === undefined ? {} : { origin: url }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const world = { app, url, call, folder, storePath, shared };
  const alpha = await tellStory(world, { name: 'alpha', tenantId: alphaId, account: rented, shared });
  const onIts = shared ? { account: rented, earlier: alpha } : { account: own };
  const beta = await tellStory(world, { name: 'beta', tenantId: betaId, shared, ...onIts });
  const issued = await app.services.apiKeys.issue(operator(), {
    ...{ tenantId: null, name: 'home', scopes: ['send', 'read', 'manage'], expiresAt: null, allowedIps: [] },
  });
  return {
    ...world,
    alpha,
    beta,
    homeKey: issued.key,
    async [Symbol.asyncDispose]() {
      await app.close();
      await rm(folder, { recursive: true });
    },
  };
}

function numberOf(tenantId: string, account: SandboxAccountSecrets, display: string): PhoneNumber {
  const { phoneNumberId, wabaId } = account;
  const id = numberIdOf(phoneNumberId);
  return {
    id,
    tenantId,
    phoneNumberId,
    wabaId,
    display,
    credentials: 'master',
    messagesPerSecond: null,
    sharing: null,
  };
}
