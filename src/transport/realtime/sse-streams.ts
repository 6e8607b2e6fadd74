import { randomUUID } from 'node:crypto';
import { GatewayError } from '../../domain/errors.ts';
import type { Caller } from '../../domain/tenant.ts';
import { Held } from '../held.ts';

/** Reservations that nobody has opened, of one key and of all. What is open is a connection and bounded as such. */
const RESERVED_PER_CREDENTIAL = 50;
const RESERVED_IN_TOTAL = 2_000;
/** A reservation nobody opens is given up after one to two of these. */
const RESERVATION_SWEEP_MS = 10_000;
/** Results that wait for the client. graphql-sse queues without bound, so its sources are held back here. */
const MAX_UNSENT_RESULTS = 64;

/** One event stream, from its reservation or first byte to its end. */
export class EventStream {
  /** Null for a stream of one operation. */
  readonly token: string | null;
  readonly caller: Caller;
  #opened: () => void;
  /** True once a sweep has seen it unopened. */
  waited = false;
  readonly #running = new Set<AsyncIterator<unknown>>();
  #isOpen = false;
  #unsent = 0;
  #ended = false;
  #changed = Promise.withResolvers<void>();

  /** `opened` is called when it is a reservation no more. */
  constructor(token: string | null, caller: Caller, opened = () => {}) {
    this.token = token;
    this.caller = caller;
    this.#opened = opened;
  }

  get opened(): boolean {
    return this.#isOpen;
  }

  open(): void {
    this.#isOpen = true;
    this.#opened();
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
    this.#opened();
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

/** Bounds what is reserved, and binds a stream's token to the key that reserved it. */
export class EventStreams {
  readonly #byToken = new Map<string, EventStream>();
  readonly #streams = new Set<EventStream>();
  readonly #reserved = new Held();
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

  open(caller: Caller): EventStream {
    const stream = new EventStream(null, caller);
    this.#streams.add(stream);
    return stream;
  }

  /** RATE_LIMITED, OVERLOADED. */
  reserve(caller: Caller): EventStream {
    const later = { retryable: true, retryAfterSeconds: 10, action: 'Open the streams that you reserve at once.' };
    if (this.#reserved.of(caller.credential) >= RESERVED_PER_CREDENTIAL) {
      const message = `One key may have ${RESERVED_PER_CREDENTIAL} streams reserved that are not open.`;
      throw new GatewayError('RATE_LIMITED', message, later);
    }
    if (this.#reserved.total >= RESERVED_IN_TOTAL) {
      throw new GatewayError('OVERLOADED', 'Too many streams are reserved.', later);
    }
    const token = randomUUID();
    const stream = new EventStream(token, caller, this.#reserved.take(caller.credential));
    this.#byToken.set(token, stream);
    this.#streams.add(stream);
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
    if (stream.token !== null) this.#byToken.delete(stream.token);
    this.#streams.delete(stream);
  }

  /** How many streams and reservations are held. */
  get size(): number {
    return this.#streams.size;
  }

  dispose(): void {
    clearInterval(this.#timer);
  }
}

/** The operator's key acts for several tenants; a stream is for one of them. */
function isOf({ caller }: EventStream, other: Caller): boolean {
  return caller.credential === other.credential && caller.tenantId === other.tenantId;
}
