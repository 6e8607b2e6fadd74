/** A credential that was revoked never becomes valid again; the latest are remembered for sign-ins under way. */
const REVOKED_REMEMBERED = 1_000;

/** Open sockets and streams by the credential that opened them, so that a revoked key takes them with it. */
export interface Sockets {
  /**
   * Enters a connection and returns how to take it out. `revoked` is called when its credential is revoked, and at once
   * when that happened while the connection was being authenticated.
   */
  add(credential: string, revoked: () => void): () => void;
  /** Ends all connections of a credential. */
  revoke(credential: string): void;
  /** How many connections are open. */
  count(): number;
}

export function createSockets(): Sockets {
  const open = new Map<string, Set<() => void>>();
  const revoked = new Set<string>();
  let count = 0;

  return {
    add(credential, end) {
      if (revoked.has(credential)) {
        end();
        return () => {};
      }
      const entries = open.get(credential) ?? new Set();
      // Its own function, so that one handler may be entered twice.
      const entry = () => end();
      open.set(credential, entries.add(entry));
      count += 1;
      return () => {
        if (!entries.delete(entry)) return;
        count -= 1;
        if (entries.size === 0 && open.get(credential) === entries) open.delete(credential);
      };
    },
    revoke(credential) {
      revoked.add(credential);
      const [oldest] = revoked;
      if (revoked.size > REVOKED_REMEMBERED && oldest !== undefined) revoked.delete(oldest);
      for (const end of [...(open.get(credential) ?? [])]) end();
    },
    count: () => count,
  };
}
