import { eachOf } from './concurrency.ts';
import type { Random } from './random.ts';
import { customerWrites, type Told } from './webhooks.ts';
import type { World } from './world.ts';

const CUSTOMERS = 12;
const LARGEST_BATCH = 8;
const WIDTH = 6;

/** Customers who write, through a Meta that batches, repeats and comes back with what was not acknowledged. */
export class IngestLoad {
  readonly #world: World;
  #written = 0;
  #waiting: Told[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  /** So many more messages are waiting at Meta. */
  write(count: number): void {
    for (let i = 0; i < count; i += 1) {
      const from = `96477000000${String(this.#world.random.int(10, 9 + CUSTOMERS))}`;
      this.#waiting.push(customerWrites(`in-${this.#written}`, from));
      this.#written += 1;
    }
  }

  /**
   * Posts what waits, batched and shuffled, a third of it (the first batch always) in concurrent copies; what got no 200 waits on. Ends early
   * when `going` says so.
   */
  async post(going: () => boolean): Promise<void> {
    const { random, webhooks } = this.#world;
    const batches = random.batches(random.shuffled(this.#waiting), LARGEST_BATCH);
    const copies = batches.map((_, i) => (i === 0 || random.chance(1 / 3) ? random.int(2, 4) : 1));
    await eachOf([...batches.entries()], WIDTH, async ([i, batch]) => {
      if (going()) await Promise.all(Array.from({ length: copies[i] ?? 1 }, () => webhooks.post(batch)));
    });
    this.#waiting = this.#waiting.filter(({ name }) => !webhooks.acked.has(name));
  }

  /** Posts until everything is acknowledged; false when the gateway refuses for too long. */
  async finish(): Promise<boolean> {
    for (let attempt = 0; attempt < 20 && this.#waiting.length > 0; attempt += 1) await this.post(() => true);
    return this.#waiting.length === 0;
  }
}

/** Duplicated up to five times, shuffled, cut anew: every way in which Meta may tell the same things. */
export async function tellInAnyWay(world: World, items: readonly Told[], random: Random): Promise<boolean> {
  const copies = items.flatMap((item) => Array.from({ length: random.int(1, 5) }, () => item));
  let acknowledged = true;
  await eachOf(random.batches(random.shuffled(copies), LARGEST_BATCH), WIDTH, async (batch) => {
    // Some posts are repeated while the first is still being answered.
    const posts = Array.from({ length: random.chance(0.2) ? 2 : 1 }, () => world.webhooks.post(batch));
    if (!(await Promise.all(posts)).every(Boolean)) acknowledged = false;
  });
  return acknowledged;
}
