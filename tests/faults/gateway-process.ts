import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../architecture/imports.ts';

export const KEY = 'the-master-key-of-the-rig';
export const APP_SECRET = 'the-app-secret-of-the-rig';
export const NUMBER_ID = '100000000000001';
export const WABA_ID = '200000000000002';

export interface GatewayProcess {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Null while it runs; then its exit code or the signal that ended it. */
  readonly ended: () => number | string | null;
  readonly exited: Promise<number | string>;
  kill(signal: NodeJS.Signals): void;
  /** What it logged, for people who look into a broken promise. */
  readonly log: () => string;
}

export interface StartOptions {
  /** The store's folder; a later start goes on with it. */
  readonly folder: string;
  readonly metaUrl: string;
  readonly faults?: readonly string[];
  readonly metaDeadlineMs?: number;
  /** Arguments for Node itself: the power-cut rig loads its broken build so. */
  readonly nodeArgs?: readonly string[];
}

const KEPT_LOG = 20_000;

/** Starts the gateway under test and resolves once it listens. Rejects when it ends before that. */
export async function startGateway(options: StartOptions): Promise<GatewayProcess> {
  const { folder, metaUrl, faults = [], metaDeadlineMs = 30_000, nodeArgs = [] } = options;
  const entry = join(ROOT, 'tests/faults/gateway-under-test.ts');
  const child: ChildProcess = spawn(process.execPath, [...nodeArgs, entry, ...faults], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      DATABASE_URL: `file:${storePath(folder)}`,
      DIJLA_MASTER_KEY: KEY,
      META_ACCESS_TOKEN: 'EAAtheTokenOfTheRig',
      META_PHONE_NUMBER_ID: NUMBER_ID,
      META_WABA_ID: WABA_ID,
      META_APP_SECRET: APP_SECRET,
      META_VERIFY_TOKEN: 'verify-me',
      META_GRAPH_URL: metaUrl,
      RIG_META_DEADLINE_MS: String(metaDeadlineMs),
      // Many starts of the same code.
      NODE_COMPILE_CACHE: join(tmpdir(), 'gateway-rig-compile-cache'),
    },
  });
  let log = '';
  let ended: number | string | null = null;
  const ready = Promise.withResolvers<string>();
  child.stdin?.on('error', () => {});
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    log = (log + chunk).slice(-KEPT_LOG);
    const port = /^listening (\d+)$/m.exec(log)?.[1];
    if (port !== undefined) ready.resolve(`http://127.0.0.1:${port}`);
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    log = (log + chunk).slice(-KEPT_LOG);
  });
  const exited = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => {
      ended = signal ?? code ?? -1;
      resolve(ended);
    });
  });
  const url = await Promise.race([
    ready.promise,
    exited.then((how) => Promise.reject(new Error(`the gateway ended with ${how} before it listened:\n${log}`))),
  ]);
  return { url, exited, ended: () => ended, kill: (signal) => void child.kill(signal), log: () => log };
}

export function storePath(folder: string): string {
  return join(folder, 'gateway.db');
}
