import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Results } from './figures.ts';
import { FULL, SHORT } from './plan.ts';
import { describeMachine, loadAverage, tableOf } from './report.ts';
import { runRound, SECTIONS, type Subject, type Tables } from './round.ts';

/*
 * npm run bench [-- --short] [--json] [--only ingest,steady,delivery,send,fairness] [--rounds 3] [--with <checkout>] [--profile <folder>]
 *
 * Measures the gateway over loopback, in processes and stores of its own. Believe ratios within one run, not figures of
 * two. `--with` measures the gateway of another checkout in the same rounds; `--profile` has Node write CPU profiles of
 * the gateway's threads. Nothing here passes or fails by time: the exit code tells only of losses.
 */
const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    rounds: { type: 'string' },
    with: { type: 'string' },
    profile: { type: 'string' },
  },
});

const HERE = join(import.meta.dirname, '../..');
const subjects: Subject[] = [{ name: 'gateway', folder: HERE }];
if (values.with !== undefined) subjects.push({ name: 'gateway (with)', folder: values.with });
const chosen = values.only?.split(',');
const sections = SECTIONS.filter((section) => chosen === undefined || chosen.includes(section));
const execArgv = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];
const plan = { ...(values.short ? SHORT : FULL), ...(values.rounds && { rounds: Number(values.rounds) }) };

const atStart = describeMachine(HERE);
const tables: Tables = {
  ingest: new Results(),
  steady: new Results(),
  delivery: new Results(),
  send: new Results(),
  fairness: new Results(),
};
const problems: string[] = [];
const seconds = () => performance.now() / 1000;
const began = seconds();
let rounds = 0;
while (rounds < plan.rounds) {
  const lastRound = rounds === 0 ? 0 : (seconds() - began) / rounds;
  if (seconds() - began + lastRound > plan.limitSeconds) break;
  await runRound(rounds, { plan, subjects, sections, tables, execArgv, problem: (text) => problems.push(text) });
  rounds += 1;
  if (!values.json) process.stderr.write(`round ${rounds} of ${plan.rounds}: ${Math.round(seconds() - began)} s\n`);
}

const machine = { ...atStart, 'load average at the end': loadAverage() };
const rows = Object.fromEntries(sections.map((section) => [section, tables[section].rows()]));
if (values.json) {
  process.stdout.write(`${JSON.stringify({ machine, rounds, tables: rows, problems }, null, 2)}\n`);
} else {
  const facts = Object.entries(machine).map(([name, fact]) => `${name}: ${fact}`);
  process.stdout.write(`${facts.join('\n')}\nmedians of ${rounds} round(s), interleaved\n\n`);
  for (const section of sections) process.stdout.write(`${tableOf(section, rows[section] ?? [])}\n`);
  for (const text of problems) process.stdout.write(`LOSS ${text}\n`);
}
if (problems.length > 0) process.exitCode = 1;
