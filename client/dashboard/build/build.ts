import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compressAll } from './compress.ts';
import { fingerprint } from './fingerprint.ts';

/**
 * Builds the dashboard into `client/dashboard/dist`, unless what is there came from the same inputs.
 * With `--optional` a failed build is told and let go: the gateway starts without its dashboard.
 */
async function build(): Promise<void> {
  const dist = fileURLToPath(new URL('../dist/', import.meta.url));
  const mark = `${dist}inputs.txt`;
  const inputs = await fingerprint();
  if (existsSync(mark) && (await readFile(mark, 'utf8')) === inputs) return;
  // Loaded only when there is something to build: a start with nothing changed stays quick.
  // Under a test runner Vite would take React's development copy, which is twice as large and slower.
  process.env['NODE_ENV'] = 'production';
  const vite = await import('vite');
  await vite.build({ configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)), logLevel: 'warn' });
  await compressAll(dist);
  // Last, so that a build that was cut short counts as none.
  await writeFile(mark, inputs);
}

build().catch((error: unknown) => {
  const why = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The dashboard could not be built: ${why}\n`);
  if (!process.argv.includes('--optional')) process.exitCode = 1;
});
