import { GatewayError } from '../domain/errors.ts';

/** How many webhooks, and how many bytes of their bodies, may be under way at once. */
export interface LoadLimit {
  readonly webhooks: number;
  readonly bytes: number;
}

/** What comes on top of the limit, for lanes that hold less than their share of it. */
const RESERVE = 1 / 4;

/**
 * Counts what is under way, so that memory stays bounded: what would go over the limit is refused. A lane is whose
 * webhooks they are, as far as it is known. One lane may fill the limit; beside it the others find a reserve, so that a
 * flood of one is no reason to refuse another.
 */
export class Load {
  readonly #limit: LoadLimit;
  readonly #lanes = new Map<string, { webhooks: number; bytes: number }>();
  #webhooks = 0;
  #bytes = 0;

  constructor(limit: LoadLimit) {
    this.#limit = limit;
  }

  get webhooks(): number {
    return this.#webhooks;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /**
   * Counts a body until the answer is disposed of. `lane` is null where nobody knows whose it is: there is no reserve
   * for that. OVERLOADED: Meta keeps the webhook and comes back.
   */
  take(bytes: number, lane: string | null): Disposable {
    const own = this.#lanes.get(lane ?? '') ?? { webhooks: 0, bytes: 0 };
    if (!this.#fits(bytes, 1) && (lane === null || !this.#isSmall(own, bytes) || !this.#fits(bytes, 1 + RESERVE))) {
      throw new GatewayError('OVERLOADED', 'The gateway is behind; please send this webhook again.', {
        retryable: true,
        retryAfterSeconds: 5,
      });
    }
    this.#lanes.set(lane ?? '', own);
    this.#count(own, 1, bytes);
    return {
      [Symbol.dispose]: () => {
        this.#count(own, -1, -bytes);
        if (own.webhooks === 0) this.#lanes.delete(lane ?? '');
      },
    };
  }

  #fits(bytes: number, times: number): boolean {
    const limit = this.#limit;
    return this.#webhooks + 1 <= limit.webhooks * times && this.#bytes + bytes <= limit.bytes * times;
  }

  /** Whether a lane with one more stays below an equal share of the limit. */
  #isSmall(own: LoadLimit, bytes: number): boolean {
    const sharers = this.#lanes.size + (own.webhooks === 0 ? 1 : 0);
    const { webhooks, bytes: most } = this.#limit;
    return (own.webhooks + 1) * sharers <= webhooks && (own.bytes + bytes) * sharers <= most;
  }

  #count(own: { webhooks: number; bytes: number }, webhooks: number, bytes: number): void {
    this.#webhooks += webhooks;
    this.#bytes += bytes;
    own.webhooks += webhooks;
    own.bytes += bytes;
  }
}

/** Bytes at a webhook's beginning in which Meta names the number. */
const BEGINNING = 1_024;
const NUMBER = /"phone_number_id"\s*:\s*"(\d{1,32})"/;
const latin1 = new TextDecoder('latin1');

/**
 * The number that a webhook is about, before it is parsed; null when its beginning names none. Good for turns and shares
 * alone: what is stored, and for whom, follows from the parse.
 */
export function glimpsedNumber(body: Uint8Array): string | null {
  return NUMBER.exec(latin1.decode(body.subarray(0, BEGINNING)))?.[1] ?? null;
}
