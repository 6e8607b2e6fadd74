import { type Latency, latencyOf } from './figures.ts';
import { type Load, saturate, steady } from './http-load.ts';
import { type Subscriber, TRANSPORTS, type Transport } from './subscribers.ts';
import { MARK, webhookRequest, webhookRequests } from './webhooks.ts';

/** How long the last deliveries of a load may take to arrive. */
const PATIENCE_MS = 15_000;

/** What an audience heard of a load. */
export interface Heard extends Latency {
  readonly deliveries: number;
  readonly perSecond: number;
  /** Deliveries that never came. */
  readonly missing: number;
  /** Webhooks that were not answered with 200. */
  readonly refused: number;
}

/** Subscribers of one transport, and who heard which webhook when. */
export class Audience {
  readonly #port: number;
  readonly #subscribers: Subscriber[] = [];
  readonly #heardBy: Set<number>[] = [];
  readonly #latencies: number[] = [];
  #sentAt: number[] = [];
  #lastAt = 0;
  #expected = 0;
  #complete = Promise.withResolvers<void>();

  private constructor(port: number) {
    this.#port = port;
  }

  /** Resolves once each of them has heard something, so that whatever is sent from then on reaches all. */
  static async gather(port: number, transport: Transport, size: number, series: string): Promise<Audience> {
    const audience = new Audience(port);
    const { open } = TRANSPORTS[transport];
    const opening = Array.from({ length: size }, async (_, who) => {
      audience.#heardBy[who] = new Set();
      audience.#subscribers.push(
        await open(
          port,
          markReader((n) => audience.#hear(who, n)),
        ),
      );
    });
    await Promise.all(opening);
    const until = performance.now() + PATIENCE_MS;
    for (let probe = 0; audience.#heardBy.some((heard) => heard.size === 0); probe += 1) {
      if (performance.now() > until) throw new Error(`${transport}: not every subscription began`);
      await saturate(port, [webhookRequest(`${series}:probe:${probe}`, probe)], { connections: 1, seconds: 1 });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    // Whatever probes are still under way arrive before the measuring begins.
    await new Promise((resolve) => setTimeout(resolve, 100));
    return audience;
  }

  /** Webhooks by a schedule that leaves the gateway time: latency. */
  paced(series: string, count: number, perSecond: number): Promise<Heard> {
    return this.#listen(series, count, (requests, sending) =>
      steady(this.#port, requests, { connections: 32, perSecond, sending }),
    );
  }

  /** Webhooks as fast as they are taken: throughput. */
  burst(series: string, count: number): Promise<Heard> {
    return this.#listen(series, count, (requests, sending) =>
      saturate(this.#port, requests, { connections: 64, seconds: 5, sending }),
    );
  }

  leave(): void {
    for (const subscriber of this.#subscribers) subscriber.close();
  }

  async #listen(
    series: string,
    count: number,
    send: (requests: readonly Buffer[], sending: (n: number) => void) => Promise<Load>,
  ): Promise<Heard> {
    const requests = webhookRequests(series, count);
    for (const heard of this.#heardBy) heard.clear();
    this.#latencies.length = 0;
    this.#sentAt = [];
    this.#expected = count * this.#heardBy.length;
    this.#complete = Promise.withResolvers();
    const began = performance.now();
    const load = await send(requests, (n) => {
      this.#sentAt[n] = performance.now();
    });
    this.#expected = load.answered * this.#heardBy.length;
    if (this.#latencies.length >= this.#expected) this.#complete.resolve();
    const timer = setTimeout(this.#complete.resolve, PATIENCE_MS);
    await this.#complete.promise;
    clearTimeout(timer);
    const deliveries = this.#latencies.length;
    return {
      deliveries,
      perSecond: (deliveries * 1000) / (this.#lastAt - began),
      missing: this.#expected - deliveries,
      refused: load.refused,
      ...latencyOf(this.#latencies),
    };
  }

  #hear(who: number, n: number): void {
    const heard = this.#heardBy[who];
    if (heard === undefined || heard.has(n)) return;
    heard.add(n);
    const sentAt = this.#sentAt[n];
    if (sentAt === undefined) return;
    this.#lastAt = performance.now();
    this.#latencies.push(this.#lastAt - sentAt);
    if (this.#latencies.length >= this.#expected) this.#complete.resolve();
  }
}

/** Finds the marks in a stream of text, however it is cut. An event may hold its mark several times. */
export function markReader(found: (n: number) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const whole = rest + text;
    let end = 0;
    for (const match of whole.matchAll(MARK)) {
      end = match.index + match[0].length;
      found(Number(match[1]));
    }
    // Only the end of the text can hold a mark that goes on in the next piece.
    rest = whole.slice(Math.max(end, whole.length - 16));
  };
}
