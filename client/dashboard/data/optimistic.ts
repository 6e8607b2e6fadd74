/** A key for one compose action: however often it is tried again, the gateway sends it once. */
export function idempotencyKey(): string {
  // `crypto.randomUUID` is missing where the page came over plain http from another machine.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `ui_${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** A message that was written here and that the gateway has not named yet. */
export interface Pending<T> {
  readonly key: string;
  readonly conversationId: string;
  /** What is sent, as the composer made it. */
  readonly content: T;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly state: 'sending' | 'failed';
}

/** What is shown before the gateway has answered; at most `most` at a time, the oldest failed ones make room. */
export interface PendingSends<T> {
  list(): readonly Pending<T>[];
  subscribe(listener: () => void): () => void;
  add(send: Omit<Pending<T>, 'state'>): void;
  fail(key: string): void;
  /** The gateway knows it now (or somebody has given it up): the stored message takes its place. */
  remove(key: string): void;
}

export function createPendingSends<T>(most = 200): PendingSends<T> {
  const listeners = new Set<() => void>();
  let pending: readonly Pending<T>[] = [];
  const become = (next: readonly Pending<T>[]) => {
    pending = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    list: () => pending,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    add(send) {
      const others = pending.filter(({ key }) => key !== send.key);
      const oldest = others.length < most ? undefined : (others.find(({ state }) => state === 'failed') ?? others[0]);
      become([...others.filter((one) => one !== oldest), { ...send, state: 'sending' }]);
    },
    fail(key) {
      become(pending.map((one) => (one.key === key ? { ...one, state: 'failed' } : one)));
    },
    remove(key) {
      become(pending.filter((one) => one.key !== key));
    },
  };
}
