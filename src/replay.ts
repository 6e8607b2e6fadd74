import { ConfigError, loadConfig } from './config.ts';
import { openReplay } from './replay-app.ts';

/** `npm run replay`: 0 when all went through, 2 when some are still quarantined, 1 when it cannot work. */
async function main(): Promise<void> {
  await using opened = await openReplay(loadConfig());
  let released = 0;
  let kept = 0;
  for await (const { id, receivedAt, stored, problem } of opened.replay()) {
    const what = `${id}  received ${new Date(receivedAt).toISOString()}  ${stored} new`;
    process.stdout.write(`${what}  ${problem === null ? 'released' : `still quarantined: ${problem}`}\n`);
    if (problem === null) released += 1;
    else kept += 1;
  }
  process.stdout.write(
    released + kept === 0 ? 'Nothing is quarantined.\n' : `${released} released, ${kept} still quarantined.\n`,
  );
  if (kept > 0) process.exitCode = 2;
}

/** What an operator can mend is told in a sentence; the rest with its stack. */
function fail(error: unknown): void {
  const known = error instanceof ConfigError || (error instanceof Error && error.name === 'StoreOpenError');
  process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}

main().catch(fail);
