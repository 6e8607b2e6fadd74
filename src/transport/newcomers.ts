import { GatewayError } from '../domain/errors.ts';
import { neighbourhoodOf } from '../domain/ip-range.ts';
import { Held } from './held.ts';

/** Clients say it at once. So many come back together when an office behind one address had lost its connection. */
const PER_ADDRESS = 200;
/** Each holds some kilobytes until it says who it is or its time to do so is over. */
const IN_TOTAL = 5_000;
const RETRY_SECONDS = 5;

/** Connections that are open and have not said yet whose they are: no key bounds them, so their address does. */
export interface Newcomers {
  /** Counts one in until the returned function is called, at the latest when it closes. RATE_LIMITED, OVERLOADED. */
  enter(address: string): () => void;
  /** How many there are. */
  count(): number;
}

export function createNewcomers(perAddress = PER_ADDRESS, inTotal = IN_TOTAL): Newcomers {
  const held = new Held();
  const later = { retryable: true, retryAfterSeconds: RETRY_SECONDS, action: 'Connect again after the time given.' };

  return {
    enter(address) {
      const name = neighbourhoodOf(address);
      if (held.of(name) >= perAddress) {
        const message = `Your address has ${perAddress} connections open that have not said whose they are.`;
        throw new GatewayError('RATE_LIMITED', message, later);
      }
      if (held.total >= inTotal) throw new GatewayError('OVERLOADED', 'Too many connect at once.', later);
      return held.take(name);
    },
    count: () => held.total,
  };
}
