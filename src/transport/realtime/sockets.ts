import { GatewayError } from '../../domain/errors.ts';
import { type Caller, endsOf } from '../../domain/tenant.ts';

/** Those that ended are remembered for sign-ins under way; keys and sessions never become valid again. */
const ENDED_REMEMBERED = 1_000;
const RETRY_SECONDS = 10;

/** Open sockets, streams and waiting polls by what they hang on: their key, their session, their tenant. */
export interface Sockets {
  /** RATE_LIMITED when the caller's tenant may open no more. For answers that cannot be refused once they have begun. */
  refuseOverfull(caller: Caller): void;
  /**
   * Enters a connection and returns how to take it out. `ended` is called with what ended of `endsOf(caller)`, and at once
   * when that happened while the connection was being authenticated. RATE_LIMITED.
   */
  add(caller: Caller, ended: (name: string) => void): () => void;
  /** Ends all connections of a key, a session or a tenant. */
  revoke(name: string): void;
  /** A suspended tenant may connect again. */
  restore(name: string): void;
  /** How many connections are open. */
  count(): number;
}

/** `limitOf` says how many connections a caller's tenant may have open; null for any number. */
export function createSockets(limitOf: (caller: Caller) => number | null = () => null): Sockets {
  const open = new Map<string, Set<(name: string) => void>>();
  const ofTenant = new Map<string, number>();
  const ended = new Set<string>();
  let count = 0;

  function refuseOverfull(caller: Caller): void {
    const limit = limitOf(caller);
    const held = ofTenant.get(caller.tenantId) ?? 0;
    if (limit === null || held < limit) return;
    throw new GatewayError('RATE_LIMITED', `Your tenant may have ${limit} connections open; ${held} are.`, {
      field: 'quotas.sockets',
      retryable: true,
      retryAfterSeconds: RETRY_SECONDS,
      action: 'Close connections that nobody reads, or ask the operator for a larger quota.',
    });
  }

  function tally({ tenantId }: Caller, by: 1 | -1): void {
    count += by;
    const held = (ofTenant.get(tenantId) ?? 0) + by;
    if (held > 0) ofTenant.set(tenantId, held);
    else ofTenant.delete(tenantId);
  }

  return {
    refuseOverfull,
    add(caller, end) {
      const names = endsOf(caller);
      const over = names.find((name) => ended.has(name));
      if (over !== undefined) {
        end(over);
        return () => {};
      }
      refuseOverfull(caller);
      // Its own function, so that one handler may be entered twice.
      const entry = (name: string) => end(name);
      for (const name of names) open.set(name, (open.get(name) ?? new Set()).add(entry));
      tally(caller, 1);
      let inside = true;
      return () => {
        if (!inside) return;
        inside = false;
        tally(caller, -1);
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
    count: () => count,
  };
}
