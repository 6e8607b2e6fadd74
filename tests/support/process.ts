import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../architecture/imports.ts';

export interface GatewayProcess {
  /** From the banner; '' when it never came. */
  readonly url: string;
  readonly key: string;
  readonly folder: string;
  readonly pid: number;
  readonly stdout: () => string;
  readonly stderr: () => string;
  kill(signal: NodeJS.Signals): void;
  /** The exit code, or the signal that ended it. */
  readonly exited: Promise<number | string>;
}

/**
 * Runs `node src/main.ts` as its users do, in an empty working directory (or `folder`, to start again on the same data),
 * with only `env` set. Resolves at its banner or its end, whichever comes first.
 */
export async function runGateway(env: Readonly<Record<string, string>> = {}, folder?: string): Promise<GatewayProcess> {
  const cwd = folder ?? (await mkdtemp(join(tmpdir(), 'gateway-')));
  const child: ChildProcess = spawn(process.execPath, [join(ROOT, 'src/main.ts')], {
    cwd,
    env: { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const ready = Promise.withResolvers<void>();
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
    if (/^ {2}(?:Go live|Portal)|^Go live:.*$/m.test(stdout)) ready.resolve();
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const exited = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(signal ?? code ?? -1));
  });
  await Promise.race([ready.promise, exited]);
  return {
    url: /Address\s+(\S+)/.exec(stdout)?.[1] ?? '',
    key: /Your API key\s+(\S+)/.exec(stdout)?.[1] ?? env['DIJLA_MASTER_KEY'] ?? '',
    folder: cwd,
    pid: child.pid ?? 0,
    stdout: () => stdout,
    stderr: () => stderr,
    kill: (signal) => void child.kill(signal),
    exited,
  };
}

/** Ends a process, if it still runs, and removes its data. */
export async function discard(gateway: GatewayProcess): Promise<void> {
  gateway.kill('SIGKILL');
  await gateway.exited;
  await rm(gateway.folder, { recursive: true, force: true });
}
