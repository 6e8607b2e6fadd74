import type { Clock } from '../ports/system.ts';

/** Whoever looks on is told again no sooner than this, however many webhooks come. */
const REST_MS = 1_000;

/** Tells those who look on that a webhook's address was called. '' stands for that of the operator's app. */
export interface WebhookChanges {
  /** Called for each webhook: a look into a map, which is empty while nobody looks on. */
  told(tenantId: string): void;
  /** Yields at once, then after each call, at most once a second: one turn for all that came meanwhile. */
  watch(tenantId: string, signal?: AbortSignal): AsyncIterableIterator<void>;
}

export function createWebhookChanges(clock: Clock): WebhookChanges {
  const watchers = new Map<string, Set<() => void>>();

  function enter(tenantId: string, listener: () => void): () => void {
    const listeners = watchers.get(tenantId) ?? new Set();
    watchers.set(tenantId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) watchers.delete(tenantId);
    };
  }

  return {
    told(tenantId) {
      for (const listener of watchers.get(tenantId) ?? []) listener();
    },

    watch(tenantId, signal) {
      const ended = Promise.withResolvers<void>();
      let changed = Promise.withResolvers<void>();
      changed.resolve();
      let rested = Promise.resolve();
      let done = false;
      const leave = enter(tenantId, () => changed.resolve());
      const finish = () => {
        done = true;
        leave();
        signal?.removeEventListener('abort', finish);
        ended.resolve();
      };
      signal?.addEventListener('abort', finish, { once: true });
      if (signal?.aborted) finish();

      // Written by hand, since an async generator that waits cannot be returned from until it wakes.
      return {
        async next() {
          await Promise.race([rested, ended.promise]);
          await Promise.race([changed.promise, ended.promise]);
          if (done) return { done: true, value: undefined };
          changed = Promise.withResolvers();
          rested = new Promise((resolve) => clock.after(REST_MS, resolve));
          return { done: false, value: undefined };
        },
        async return() {
          finish();
          return { done: true, value: undefined };
        },
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    },
  };
}
