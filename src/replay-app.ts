import { createWebhookParser } from './adapters/meta/webhook-parser.ts';
import { openStore } from './adapters/store/open.ts';
import { createSystem } from './adapters/system/system.ts';
import { createLocalWakeup } from './adapters/wakeup.ts';
import { createConfine } from './application/confinement.ts';
import { createNumbers } from './application/numbers.ts';
import { createReplay, type Replayed } from './application/replay.ts';
import { createRouting } from './application/routing.ts';
import { type Config, secretsOf } from './config.ts';

/**
 * The store of a gateway that does not run, for `replay`. Rejects with one sentence while a gateway runs: what it has
 * quarantined needs another release to go through, and so a restart anyway.
 */
export async function openReplay(config: Config): Promise<{ replay(): AsyncIterable<Replayed> } & AsyncDisposable> {
  await using opening = new AsyncDisposableStack();
  const system = createSystem(config.logLevel, secretsOf(config));
  const store = await openStore({ url: config.storeUrl, mode: config.mode, log: system.log });
  opening.defer(() => store.close());
  const parser = opening.use(createWebhookParser());
  const numbers = createNumbers({ store: store.numbers, tenantOf: () => null, system });
  await numbers.load();
  const tenants = await store.tenants.all();
  const replay = createReplay({
    cloudApi: parser,
    quarantine: store.quarantine,
    store: store.inbound,
    routing: createRouting({ numbers, inbound: store.inbound, ids: system.ids, tenants: () => tenants }),
    confine: createConfine({ numbers, ids: system.ids }),
    wakeup: createLocalWakeup(),
    system,
  });
  const opened = opening.move();
  return { replay, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}
