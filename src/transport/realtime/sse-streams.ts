import { randomUUID } from 'node:crypto';
import { GatewayError } from '../../domain/errors.ts';
import type { Caller } from '../../domain/tenant.ts';

/** Streams and reservations that one key may hold. */
const STREAMS_PER_CREDENTIAL = 50;
/** A reservation nobody opens is given up after one to two of these. */
const RESERVATION_SWEEP_MS = 10_000;
/** Results that wait for the client. graphql-sse queues without bound, so its sources are held back here. */
const MAX_UNSENT_RESULTS = 64;

/** One event stream, from its reservation or first byte to its end. */
export class EventStream {
  /** Null for a stream of one operation. */
  readonly token: string | null;
  readonly caller: Caller;
  opened = false;
  /** True once a sweep has seen it unopened. */
  waited = false;
  readonly #running = new Set<AsyncIterator<unknown>>();
  #unsent = 0;
  #ended = false;
  #changed = Promise.withResolvers<void>();

  constructor(token: string | null, caller: Caller) {
    this.token = token;
    this.caller = caller;
  }

  /** How many subscriptions run on it. */
  get running(): number {
    return this.#running.size;
  }

  /**
   * Enters a subscription, to be returned when the stream ends; at once when it has ended, which graphql-sse overlooks for
   * an operation that was being prepared meanwhile. The returned function takes it out.
   */
  runs(results: AsyncIterator<unknown>): () => void {
    if (this.#ended) void results.return?.();
    else this.#running.add(results);
    return () => void this.#running.delete(results);
  }

  /** Counts a result in; resolves when its source may go on. */
  async queued(): Promise<void> {
    this.#unsent += 1;
    while (this.#unsent > MAX_UNSENT_RESULTS && !this.#ended) await this.#changed.promise;
  }

  sent(): void {
    this.#unsent -= 1;
    this.#wake();
  }

  /** False when it had ended before. */
  end(): boolean {
    if (this.#ended) return false;
    this.#ended = true;
    for (const results of this.#running) void results.return?.();
    this.#running.clear();
    this.#wake();
    return true;
  }

  #wake(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }
}

/** Bounds what one key may hold, and binds a stream's token to the key that reserved it. */
export class EventStreams {
  readonly #byToken = new Map<string, EventStream>();
  readonly #held = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;

  /** `giveUp` makes graphql-sse forget a reservation; it has no limit of its own. */
  constructor(giveUp: (stream: EventStream) => void, sweepMs = RESERVATION_SWEEP_MS) {
    this.#timer = setInterval(() => {
      for (const stream of this.#byToken.values()) {
        if (stream.opened) continue;
        if (stream.waited) giveUp(stream);
        stream.waited = true;
      }
    }, sweepMs);
    this.#timer.unref();
  }

  /** RATE_LIMITED. */
  open(caller: Caller, mode: 'distinct' | 'reserved'): EventStream {
    const held = this.#held.get(caller.credential) ?? 0;
    if (held >= STREAMS_PER_CREDENTIAL) {
      throw new GatewayError('RATE_LIMITED', `One key may hold ${STREAMS_PER_CREDENTIAL} event streams.`, {
        retryable: true,
        retryAfterSeconds: 10,
        action: 'Close streams that you no longer read, or subscribe over a WebSocket.',
      });
    }
    this.#held.set(caller.credential, held + 1);
    const stream = new EventStream(mode === 'distinct' ? null : randomUUID(), caller);
    if (stream.token !== null) this.#byToken.set(stream.token, stream);
    return stream;
  }

  /** UNAUTHENTICATED for a token that is unknown or another key's; which of the two is not told. */
  reserved(token: string, caller: Caller): EventStream {
    const stream = this.#byToken.get(token);
    if (stream !== undefined && isOf(stream, caller)) return stream;
    throw new GatewayError('UNAUTHENTICATED', 'Unauthorized: this stream token is unknown or belongs to another key.', {
      action: 'Reserve a stream of your own with PUT, then use the token that it answers with.',
    });
  }

  close(stream: EventStream): void {
    if (!stream.end()) return;
    const { credential } = stream.caller;
    if (stream.token !== null) this.#byToken.delete(stream.token);
    const held = (this.#held.get(credential) ?? 1) - 1;
    if (held > 0) this.#held.set(credential, held);
    else this.#held.delete(credential);
  }

  /** How many streams and reservations are held. */
  get size(): number {
    let size = 0;
    for (const held of this.#held.values()) size += held;
    return size;
  }

  dispose(): void {
    clearInterval(this.#timer);
  }
}

/** The operator's key acts for several tenants; a stream is for one of them. */
function isOf({ caller }: EventStream, other: Caller): boolean {
  return caller.credential === other.credential && caller.tenantId === other.tenantId;
}
