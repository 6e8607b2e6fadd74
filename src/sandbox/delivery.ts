import { batchOf, type Change, envelopeOf } from './batch.ts';
import { seededRandom, shuffled } from './random.ts';
import type { Schedule } from './schedule.ts';
import { type Callback, encodeBody, type Webhooks } from './webhooks.ts';

/** How webhooks arrive, and what they look like. */
export interface DeliverySettings {
  /** Each webhook comes so many times. */
  duplicates: number;
  /** Webhooks are held for `holdMs` and then sent in another order. */
  shuffle: boolean;
  holdMs: number;
  /** So many changes at most in one POST, sent when it is full or `waitMs` after the first. */
  batch: { size: number; waitMs: number } | null;
  /** Each webhook is so late. */
  delayMs: number;
  /** Statuses go from sent to read at once. */
  skipDelivered: boolean;
  /** Whether inbound media carry `url`: Meta is rolling it out. */
  mediaUrls: boolean;
  /** The Graph version of the subscription. Up to v23.0 statuses carry `conversation`, later only in ad conversations. */
  version: 'v23.0' | 'v25.0';
  /** The same seed and the same webhooks give the same order and the same batches. */
  seed: number;
}

export const defaultDelivery: DeliverySettings = {
  duplicates: 1,
  shuffle: false,
  holdMs: 5000,
  batch: null,
  delayMs: 0,
  skipDelivered: false,
  mediaUrls: true,
  version: 'v25.0',
  seed: 1,
};

/** Meta: up to 1000 updates in a POST, and 3 MB. */
export const MOST_IN_BATCH = 1000;
const MOST_BYTES = 3 * 1024 * 1024;

interface Held {
  change: Change;
  done: () => void;
}

/** Between what happens and the callback: puts changes into webhooks, by the switches that a developer set. */
export class Delivery {
  readonly #webhooks: Webhooks;
  readonly #schedule: Schedule;
  readonly #callbackOf: (wabaId: string) => Callback | null;
  #settings = defaultDelivery;
  #random = seededRandom(defaultDelivery.seed);
  #held: Held[] = [];
  #window: AbortController | undefined;

  /** `callbackOf`: where an account's webhooks go; null for the one callback. */
  constructor(webhooks: Webhooks, schedule: Schedule, callbackOf: (wabaId: string) => Callback | null = () => null) {
    this.#webhooks = webhooks;
    this.#schedule = schedule;
    this.#callbackOf = callbackOf;
  }

  get settings(): DeliverySettings {
    return this.#settings;
  }

  /** How many changes wait for others. */
  get waiting(): number {
    return this.#held.length;
  }

  /** Changes some switches. What is held goes out first; the seed begins anew. */
  set(changed: Partial<DeliverySettings>): void {
    this.#flush();
    this.#settings = { ...this.#settings, ...changed };
    this.#random = seededRandom(this.#settings.seed);
  }

  /** Whether webhooks wait for others: then nobody should wait for one of them before causing the next. */
  get holds(): boolean {
    return this.#settings.shuffle || this.#settings.batch !== null;
  }

  /** Sends a change, `copies` times the `duplicates` that are set. Resolves after the first attempts. */
  async announce(change: Change, copies: number): Promise<void> {
    const all = Array.from({ length: copies * this.#settings.duplicates }, () => change);
    if (this.holds) await Promise.all(all.map((one) => this.#hold(one)));
    else {
      const body = encodeBody(envelopeOf(change));
      const callback = this.#callbackOf(change.wabaId) ?? undefined;
      await Promise.all(all.map(() => this.#webhooks.deliver(body, this.#settings.delayMs, callback)));
    }
  }

  #hold(change: Change): Promise<void> {
    const { batch, holdMs } = this.#settings;
    if (this.#schedule.closed) return Promise.resolve();
    return new Promise((done) => {
      this.#held.push({ change, done });
      if (this.#held.length >= (this.#settings.shuffle ? MOST_IN_BATCH : (batch?.size ?? 1))) this.#flush();
      else if (this.#window === undefined) this.#wait(batch?.waitMs ?? holdMs);
    });
  }

  /** Sends what is held by then so many milliseconds from now, unless it went before. */
  #wait(ms: number): void {
    const window = new AbortController();
    this.#window = window;
    void this.#schedule.run(async () => {
      if (await this.#schedule.sleep(ms, window.signal)) this.#flush();
      else if (this.#schedule.closed) for (const held of this.#held.splice(0)) held.done();
    });
  }

  /** Sends what is held, one POST after the other, so that the order in which they arrive is the order chosen here. */
  #flush(): void {
    const { shuffle, batch, delayMs } = this.#settings;
    const held = shuffle ? shuffled(this.#held, this.#random) : this.#held;
    this.#held = [];
    this.#window?.abort();
    this.#window = undefined;
    const size = batch?.size ?? 1;
    const bodies: { body: Buffer; callback: Callback | undefined; done: () => void }[] = [];
    // Meta mixes no two apps in a POST.
    for (const [callback, some] of Map.groupBy(held, ({ change }) => this.#callbackOf(change.wabaId))) {
      for (let at = 0; at < some.length; at += size) {
        const posts = this.#bodiesOf(some.slice(at, at + size));
        bodies.push(...posts.map((post) => ({ ...post, callback: callback ?? undefined })));
      }
    }
    if (bodies.length === 0) return;
    void this.#schedule.run(async () => {
      if (delayMs > 0) await this.#schedule.sleep(delayMs);
      for (const { body, callback, done } of bodies) {
        await this.#webhooks.deliver(body, 0, callback);
        done();
      }
    });
  }

  /** One POST, or as many as it takes to stay below Meta's 3 MB. */
  #bodiesOf(held: readonly Held[]): { body: Buffer; done: () => void }[] {
    const changes = held.map(({ change }) => change);
    const body = encodeBody(batchOf(changes, this.#random));
    const half = Math.ceil(held.length / 2);
    if (body.length > MOST_BYTES && held.length > 1) {
      return [...this.#bodiesOf(held.slice(0, half)), ...this.#bodiesOf(held.slice(half))];
    }
    return [
      {
        body,
        done: () => {
          for (const { done } of held) done();
        },
      },
    ];
  }
}
