import { GatewayError } from '../../domain/errors.ts';
import { neighbourhoodOf } from '../../domain/ip-range.ts';
import { type Caller, endsOf } from '../../domain/tenant.ts';
import { Held } from '../held.ts';

/** Those that ended are remembered for sign-ins under way; keys and sessions never become valid again. */
const ENDED_REMEMBERED = 1_000;
const RETRY_SECONDS = 10;

/** How many sockets, streams and waiting polls may be open at once. */
export interface ConnectionCaps {
  /** With one key, the sessions that it opened included. */
  readonly perKey: number;
  /** From one IPv4 address or IPv6 /64, whosever keys they use. */
  readonly perAddress: number;
}

const DEFAULT_CAPS: ConnectionCaps = { perKey: 1_000, perAddress: 2_000 };

/** Open sockets, streams and waiting polls by what they hang on: their key, their session, their tenant. */
export interface Sockets {
  /**
   * RATE_LIMITED when no more may be opened by the caller's tenant, with its key, or from its address. For answers that
   * cannot be refused once they have begun.
   */
  refuseOverfull(caller: Caller, address: string): void;
  /**
   * Enters a connection and returns how to take it out. `ended` is called with what ended of `endsOf(caller)`, and at once
   * when that happened while the connection was being authenticated. RATE_LIMITED.
   */
  add(caller: Caller, address: string, ended: (name: string) => void): () => void;
  /** Ends all connections of a key, a session or a tenant. */
  revoke(name: string): void;
  /** A suspended tenant may connect again. */
  restore(name: string): void;
  /** How many connections are open. */
  count(): number;
}

/** `limitOf` says how many connections a caller's tenant may have open; null for any number. */
export function createSockets(
  limitOf: (caller: Caller) => number | null = () => null,
  caps: ConnectionCaps = DEFAULT_CAPS,
): Sockets {
  const open = new Map<string, Set<(name: string) => void>>();
  const [ofTenant, ofKey, ofAddress] = [new Held(), new Held(), new Held()];
  const ended = new Set<string>();

  function refuseOverfull(caller: Caller, address: string): void {
    const full = (whose: string, limit: number, field: string, more: string) =>
      new GatewayError('RATE_LIMITED', `${whose} may have ${limit} connections open, and has.`, {
        field,
        retryable: true,
        retryAfterSeconds: RETRY_SECONDS,
        action: `Close connections that nobody reads, or ${more}.`,
      });
    const limit = limitOf(caller);
    if (limit !== null && ofTenant.of(caller.tenantId) >= limit) {
      throw full('Your tenant', limit, 'quotas.sockets', 'ask the operator for a larger quota');
    }
    if (ofKey.of(caller.credential) >= caps.perKey) {
      throw full('One key', caps.perKey, 'connections', 'ask the operator for a larger CONNECTIONS_PER_KEY');
    }
    if (ofAddress.of(neighbourhoodOf(address)) >= caps.perAddress) {
      throw full(
        'One address',
        caps.perAddress,
        'connections',
        'ask the operator for a larger CONNECTIONS_PER_ADDRESS',
      );
    }
  }

  return {
    refuseOverfull,
    add(caller, address, end) {
      const names = endsOf(caller);
      const over = names.find((name) => ended.has(name));
      if (over !== undefined) {
        end(over);
        return () => {};
      }
      refuseOverfull(caller, address);
      // Its own function, so that one handler may be entered twice.
      const entry = (name: string) => end(name);
      for (const name of names) open.set(name, (open.get(name) ?? new Set()).add(entry));
      const leaves = [
        ofTenant.take(caller.tenantId),
        ofKey.take(caller.credential),
        ofAddress.take(neighbourhoodOf(address)),
      ];
      return () => {
        for (const leave of leaves) leave();
        for (const name of names) {
          const entries = open.get(name);
          if (entries?.delete(entry) && entries.size === 0) open.delete(name);
        }
      };
    },
    revoke(name) {
      ended.add(name);
      const [oldest] = ended;
      if (ended.size > ENDED_REMEMBERED && oldest !== undefined) ended.delete(oldest);
      for (const end of [...(open.get(name) ?? [])]) end(name);
    },
    restore: (name) => void ended.delete(name),
    count: () => ofTenant.total,
  };
}
