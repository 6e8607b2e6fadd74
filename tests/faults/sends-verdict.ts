import { eachOf } from './concurrency.ts';
import type { Consumer } from './consumers.ts';
import { tellInAnyWay } from './ingest-load.ts';
import type { Findings } from './report.ts';
import { isAtRest, type SendsLoad, statesOf } from './sends-load.ts';
import type { Call } from './stand-in.ts';
import { type StatusWord, statusOf, type Told } from './webhooks.ts';
import type { World } from './world.ts';

const PATIENCE_MS = 4_000;

/**
 * Meta tells what became of everything that it has, in any order and as often as it likes; then judges the way out:
 * no message was called for twice unless Meta had refused it, none is gone, and all are settled that can be. `last` is Meta's last word on
 * each; `beside` is told in the same breath. Answers with each message's status, by name.
 */
export async function judgeSends(
  world: World,
  findings: Findings,
  load: SendsLoad,
  consumer: Consumer,
  options: { readonly last?: StatusWord; readonly beside?: readonly Told[] } = {},
): Promise<ReadonlyMap<string, string>> {
  const { calls } = world.meta;
  const { last = 'delivered', beside = [] } = options;
  const words = (['sent', 'delivered', 'read'] as const).slice(0, last === 'read' ? 3 : 2);
  const final = last.toUpperCase();
  const withMeta = calls.filter((call): call is Call & { whatsappId: string } => call.whatsappId !== null);
  const statuses = withMeta.flatMap((call) => words.map((word) => statusOf(call, word)));
  const acknowledged = await tellInAnyWay(world, [...statuses, ...beside], world.random);
  findings.expect(acknowledged, 'a webhook with statuses was not acknowledged');
  const settled = (lines: Consumer['lines']) =>
    new Set(lines.filter(({ status }) => status === final).map(({ messageId }) => messageId)).size;
  const names = new Set(withMeta.map(({ name }) => name));
  await consumer.until((lines) => settled(lines) >= names.size, PATIENCE_MS);

  judgeCalls(findings, calls);
  const messages = [...statesOf(consumer.lines)].map(([id, { name }]) => ({ id, name }));
  judgeMessages(findings, load, messages);
  const statusByName = new Map<string, string>();
  await eachOf(messages, 8, async ({ id, name }) => {
    const answer = await world.call('GET', `/api/v1/whatsapp/messages/${id}`);
    const { status } = (await answer.json()) as { status?: string };
    statusByName.set(name, status ?? `HTTP ${answer.status}`);
  });
  const open = [...statusByName].filter(([, status]) => !isAtRest(status));
  findings.expect(open.length === 0, `not settled: ${open.map(([name, status]) => `${name} is ${status}`).join(', ')}`);
  const unmatched = [...names].filter((name) => statusByName.get(name ?? '') !== final);
  const said = unmatched.map((name) => `${name} is ${statusByName.get(name ?? '') ?? 'unknown'}`).join(', ');
  findings.expect(unmatched.length === 0, `${unmatched.length} of ${names.size} messages are not ${final}: ${said}`);
  findings.unresolved += open.length + unmatched.length;
  return statusByName;
}

function judgeCalls(findings: Findings, calls: readonly Call[]): void {
  const doubtful = new Map<string | null, number>();
  for (const { name, refused } of calls) if (!refused) doubtful.set(name, (doubtful.get(name) ?? 0) + 1);
  const twice = [...doubtful].filter(([, times]) => times > 1);
  findings.calls = calls.length;
  findings.doubles += twice.reduce((sum, [, times]) => sum + times - 1, 0);
  findings.expect(twice.length === 0, `sent more than once: ${twice.map(([name, n]) => `${name} ${n}×`).join(', ')}`);
  findings.expect(!doubtful.has(null), 'a call reached Meta of which nobody can tell the message');
}

function judgeMessages(
  findings: Findings,
  load: SendsLoad,
  messages: readonly { readonly id: string; readonly name: string }[],
): void {
  findings.sends = load.intents.length;
  const ids = new Set(messages.map(({ id }) => id));
  const gone = [...load.told].filter(([, id]) => !ids.has(id));
  findings.lost += gone.length;
  findings.expect(gone.length === 0, `told to their callers, and gone: ${gone.map(([name]) => name).join(', ')}`);
  const repeated = messages.length - new Set(messages.map(({ name }) => name)).size;
  findings.duplicates += repeated;
  findings.expect(repeated === 0, `${repeated} messages were accepted twice, though their callers gave a key`);
  findings.expect(load.forked === 0, `${load.forked} idempotency keys stood for two messages`);
}
