import { createApp } from './app.ts';
import { ConfigError, loadConfig } from './config.ts';

async function main(): Promise<void> {
  const app = await createApp(loadConfig());
  const stop = () => void app.close().catch(fail);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await app.listen();
  process.stdout.write(app.banner());
}

/** What an operator can mend is told in a sentence; the rest with its stack. */
function fail(error: unknown): void {
  const named = error instanceof Error && ['StoreOpenError', 'EncryptionKeyError'].includes(error.name);
  const known = error instanceof ConfigError || named;
  process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}

main().catch(fail);
