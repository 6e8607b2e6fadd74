import { openStore } from '../../src/adapters/store/open.ts';
import { append, freshId, inbound, NUMBER, registered } from './fixtures.ts';
import { SILENT } from './sqlite-rig.ts';

/*
 * A gateway's store in a process of its own, for tests that kill it. Appends without end and prints each `wamid` once
 * it is acknowledged; when the store refuses one, prints `refused` and ends.
 */
const store = await openStore({ url: `file:${process.argv[2]}`, mode: 'live', log: SILENT });
await store.numbers.register(registered(NUMBER));
// Far from the ids of the test itself.
for (let i = 0; i < 1_000; i += 1) freshId();
for (let i = 0; ; i += 1) {
  const names = Array.from({ length: 8 }, (_, n) => `wamid.${i}.${n}`);
  try {
    await Promise.all(
      names.map(async (name) => {
        if ((await append(store, inbound(name))) === 1) process.stdout.write(`${name}\n`);
        else process.stdout.write(`put aside ${name}\n`);
      }),
    );
  } catch {
    process.stdout.write('refused\n');
    process.exit(0);
  }
}
