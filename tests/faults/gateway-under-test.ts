import { flushCompileCache } from 'node:module';
import { connect } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { createCloudApi } from '../../src/adapters/meta/cloud-api.ts';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { CloudApi } from '../../src/ports/cloud-api.ts';
import { type BrokenBuild, brokenBuildOf, die, Failpoint, faultOf } from './faults.ts';

/*
 * The gateway as `src/main.ts` starts it, in a process of its own, with the faults that this rig's own arguments name:
 *
 *   node gateway-under-test.ts [<kill|fail>:<method>:<before|during|after|any>:<n> | broken:<name>] …
 *
 * `kill:request.half:before:<n>` writes half of the n-th send's request to the wire, and dies.
 *
 * Meta's deadline is cut to `RIG_META_DEADLINE_MS`, so that a test need not wait for 30 s. Prints `listening <port>`.
 */
const faults = process.argv.slice(2);
const broken: readonly BrokenBuild[] = faults.map(brokenBuildOf).filter((build) => build !== null);
const points = faults.map(faultOf).filter((point) => point !== null);
if (broken.length + points.length < faults.length) throw new Error(`unknown fault among ${faults.join(' ')}`);
const failpoints = points.filter(({ method }) => method !== 'request.half').map((point) => new Failpoint(point));
const half = points.find(({ method }) => method === 'request.half');

async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (config.mode !== 'live') throw new Error('the rig runs a live gateway');
  for (const { beforeOpen } of broken) spoil(config.storeUrl.slice('file:'.length), beforeOpen);
  const { graphUrl } = config.meta;
  const app = await createApp(config, {
    store: (store) => {
      const real = failpoints.reduce((inner, failpoint) => failpoint.store(inner), store);
      return broken.reduce((inner, build) => build.store?.(inner) ?? inner, real);
    },
    cloudApi: () => {
      const timeoutMs = Number(process.env['RIG_META_DEADLINE_MS'] ?? 30_000);
      const fetch = half === undefined ? undefined : halfWriting(half.nth);
      const meta: CloudApi = createCloudApi({ graphUrl, version: config.graphVersion, timeoutMs, fetch });
      const real = failpoints.reduce((inner, failpoint) => failpoint.cloudApi(inner), meta);
      return broken.reduce((inner, build) => build.cloudApi?.(inner) ?? inner, real);
    },
  });
  const abrupt = broken.some((build) => build.abrupt === true);
  const stop = () => (abrupt ? process.exit(0) : void app.close().catch(fail));
  process.once('SIGTERM', stop);
  await app.listen();
  // Most of these processes are killed, and would leave the next ones to compile everything again.
  flushCompileCache();
  process.stdout.write(`listening ${new URL(app.url()).port}\n`);
}

function spoil(path: string, statements: string | undefined): void {
  if (statements === undefined) return;
  const db = new DatabaseSync(path);
  // At the first start there is nothing to spoil.
  if (db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'outbox'").get() !== undefined) db.exec(statements);
  db.close();
}

/** Writes half of the n-th send's request to the wire, and dies. */
function halfWriting(nth: number): typeof globalThis.fetch {
  let sends = 0;
  return async (input, init) => {
    if (init?.method !== 'POST') return fetch(input, init);
    sends += 1;
    if (sends !== nth) return fetch(input, init);
    const url = new URL(String(input));
    const body = await new Response(init.body ?? null).text();
    const socket = connect(Number(url.port), url.hostname);
    const head = `POST ${url.pathname} HTTP/1.1\r\nhost: ${url.host}\r\ncontent-length: ${body.length}\r\n\r\n`;
    socket.write(head + body.slice(0, Math.ceil(body.length / 2)), die);
    return new Promise<never>(() => {});
  };
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}

// A rig that is gone takes its gateway along.
process.stdin.resume().once('end', die).once('error', die).unref?.();
main().catch(fail);
