import { Accounts } from './accounts.ts';
import { BlockLists } from './block-lists.ts';
import { Calls } from './calls.ts';
import { CappedMap } from './capped.ts';
import { controlServer } from './control.ts';
import { Delivery } from './delivery.ts';
import { EntryPoints } from './entry-points.ts';
import { Faults } from './faults.ts';
import { graphServer } from './graph-server.ts';
import { SendLimits } from './limits.ts';
import { MediaStore } from './media.ts';
import { defaultPace, type Sandbox, type SandboxOptions } from './options.ts';
import type { Parts } from './parts.ts';
import { Phones } from './phones.ts';
import { Schedule } from './schedule.ts';
import { Templates } from './templates.ts';
import { Users } from './users.ts';
import { Webhooks } from './webhooks.ts';
import { Clock, Windows } from './windows.ts';

export type { Pace, Sandbox, SandboxAccount, SandboxOptions } from './options.ts';

/**
 * Starts a stand-in for Meta's WhatsApp Cloud API on 127.0.0.1. It knows nothing of the gateway: calls come in and
 * webhooks go out by HTTP only. Everything is kept in memory, within bounds. Rejects when the port is taken.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const clock = new Clock();
  const log = options.log ?? (() => {});
  const schedule = new Schedule(log);
  const accounts = new Accounts(options.accounts);
  const webhooks = new Webhooks(options, schedule);
  let url = '';
  const parts: Parts = {
    accounts,
    answered: new CappedMap(50_000),
    blocked: new BlockLists(),
    calls: new Calls(),
    clock,
    delivery: new Delivery(webhooks, schedule, (wabaId) => accounts.findWaba(wabaId)?.callback ?? null),
    entryPoints: new EntryPoints(clock),
    faults: new Faults(),
    limits: new SendLimits(clock),
    log,
    media: new MediaStore(clock),
    messages: new CappedMap(100_000),
    optOuts: new CappedMap(50_000),
    pace: options.pace ?? defaultPace,
    phones: new Phones(),
    refusals: new CappedMap(50_000),
    schedule,
    templates: new Templates(accounts.all, clock),
    url: () => url,
    users: new Users(),
    webhooks,
    windows: new Windows(clock),
  };
  const graph = graphServer(parts);
  const control = controlServer(parts);
  await control.ready();
  url = await graph.listen({ host: '127.0.0.1', port: options.port ?? 0 });

  return {
    url,
    control: (request, response) => control.routing(request, response),
    verifyCallback: () => webhooks.verifyCallback(),
    idle: () => schedule.idle(),
    async close() {
      webhooks.close();
      await schedule.close();
      await Promise.all([graph.close(), control.close()]);
    },
  };
}
