import { GatewayError } from '../domain/errors.ts';

/** How many webhooks, and how many bytes of their bodies, may be under way at once. */
export interface LoadLimit {
  readonly webhooks: number;
  readonly bytes: number;
}

/** Counts what is under way, so that memory stays bounded: what would go over the limit is refused. */
export class Load {
  readonly #limit: LoadLimit;
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

  /** Counts a body until the answer is disposed of. OVERLOADED: Meta keeps the webhook and comes back. */
  take(bytes: number): Disposable {
    if (this.#webhooks + 1 > this.#limit.webhooks || this.#bytes + bytes > this.#limit.bytes) {
      throw new GatewayError('OVERLOADED', 'The gateway is behind; please send this webhook again.', {
        retryable: true,
        retryAfterSeconds: 5,
      });
    }
    this.#webhooks += 1;
    this.#bytes += bytes;
    return {
      [Symbol.dispose]: () => {
        this.#webhooks -= 1;
        this.#bytes -= bytes;
      },
    };
  }
}
