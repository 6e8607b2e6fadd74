import { parseArgs } from 'node:util';
import { CATALOGUE, outcry, verdictOf } from './catalogue.ts';
import { freshSeed } from './random.ts';
import { type Report, summary, table } from './report.ts';

/*
 * The long form: `npm run faults -- [--seed <n>] [--rounds <n>] [--only <rig>] [--short] [--json]`. Prints the figures of
 * every rig and of its controls; exit code 1 when a promise is broken or a control finds nothing.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    rounds: { type: 'string' },
    only: { type: 'string' },
    short: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const seed = values.seed === undefined ? freshSeed() : Number(values.seed);
const chosen = CATALOGUE.filter(({ rig }) => values.only === undefined || values.only === rig);
const say = (line: string) => process.stderr.write(`${line}\n`);
const { node, sqlite } = process.versions;
say(`seed ${seed}, Node ${node}, SQLite ${sqlite}, ${process.platform} ${process.arch}`);

const done: { readonly report: Report; readonly verdict: string; readonly fine: boolean }[] = [];
for (const entry of chosen) {
  const size = values.short ? entry.short : entry.long;
  // A control stays as short as it is: one broken promise is enough.
  const rounds = values.rounds === undefined || entry.finds !== null ? size.rounds : Number(values.rounds);
  say(`… ${entry.rig}: ${entry.what}`);
  const report = await entry.run(seed, { ...size, rounds });
  const { words, fine } = verdictOf(entry, report);
  if (report.couldNotRun !== null) say(outcry(report));
  if (!fine) say(summary(report));
  done.push({ report, verdict: words, fine });
}

if (values.json) {
  const results = done.map(({ report, verdict }) => ({ ...report, verdict }));
  process.stdout.write(`${JSON.stringify({ seed, node, sqlite, results }, null, 2)}\n`);
} else {
  process.stdout.write(`${table(done)}\n`);
}
process.exit(done.every(({ fine }) => fine) ? 0 : 1);
