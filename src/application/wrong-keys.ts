import { GatewayError } from '../domain/errors.ts';
import { neighbourhoodOf } from '../domain/ip-range.ts';

const MINUTE_MS = 60_000;
/** Each costs two numbers; the one that has been quiet for longest is forgotten first. */
const ADDRESSES_KEPT = 10_000;

/** Counts wrong keys by address, minute by minute, in bounded memory. */
export class WrongKeys {
  readonly #perMinute: number;
  readonly #minutes = new Map<string, { readonly since: number; count: number }>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** RATE_LIMITED when this minute's are used up. */
  refuseIfTooMany(address: string, now: number): void {
    const minute = this.#minutes.get(neighbourhoodOf(address));
    if (minute === undefined || now - minute.since >= MINUTE_MS || minute.count < this.#perMinute) return;
    throw new GatewayError('RATE_LIMITED', 'Too many wrong API keys from this address.', {
      retryAfterSeconds: Math.max(1, Math.ceil((minute.since + MINUTE_MS - now) / 1000)),
      retryable: true,
      action: 'Wait a minute, then try again with the right key.',
    });
  }

  add(address: string, now: number): void {
    const name = neighbourhoodOf(address);
    const minute = this.#minutes.get(name);
    const current = minute !== undefined && now - minute.since < MINUTE_MS ? minute : { since: now, count: 0 };
    current.count += 1;
    this.#minutes.delete(name);
    this.#minutes.set(name, current);
    const [first] = this.#minutes.keys();
    if (this.#minutes.size > ADDRESSES_KEPT && first !== undefined) this.#minutes.delete(first);
  }
}
