import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp, type Overrides } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';

/** People in tests answer at once; the order of things stays the sandbox's own. */
const QUICK = { pace: { sent: 5, delivered: 10, read: 15, reply: 20 }, retryDelays: [20, 20, 20] };

export interface TestGateway {
  readonly app: App;
  readonly url: string;
  readonly key: string;
  readonly folder: string;
  /** Calls the gateway with its key; a body is sent as JSON. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Closes it and starts another on the same data and port. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** A whole gateway in this process, in sandbox mode, on a port and a store of its own. */
export async function startGateway(
  env: Readonly<Record<string, string>> = {},
  overrides: Overrides = {},
): Promise<TestGateway> {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'));
  const storeUrl = `file:${join(folder, 'store.db')}`;
  const start = async (port: string) => {
    const config = readConfig({ PORT: port, HOST: '127.0.0.1', DATABASE_URL: storeUrl, LOG_LEVEL: 'error', ...env });
    const app = await createApp(config, { sandbox: QUICK, ...overrides });
    await app.listen();
    return app;
  };
  let app = await start('0');
  const url = app.url();
  return {
    get app() {
      return app;
    },
    url,
    key: app.masterKey,
    folder,
    call: (method, path, body, headers = {}) =>
      fetch(new URL(path, url), {
        method,
        headers: {
          'x-dijla-key': app.masterKey,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    async restart() {
      // The stand-in for Meta goes down too, and forgets what it has not delivered yet.
      await app.sandbox?.idle();
      await app.close();
      app = await start(new URL(url).port);
    },
    async close() {
      await app.close();
      await rm(folder, { recursive: true });
    },
  };
}
