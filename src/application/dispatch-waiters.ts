import type { Message } from '../domain/message.ts';
import type { Clock } from '../ports/system.ts';

/** Callers who wait for what becomes of a message. */
export interface Waiters {
  /** Resolves with the message at its next `tell`, or null after `ms`. */
  wait(messageId: string, ms: number): Promise<Message | null>;
  has(messageId: string): boolean;
  tell(message: Message): void;
}

export function createWaiters(clock: Clock): Waiters {
  const waiting = new Map<string, Set<(message: Message) => void>>();
  return {
    wait(messageId, ms) {
      const { promise, resolve } = Promise.withResolvers<Message | null>();
      const waiters = waiting.get(messageId) ?? new Set();
      waiting.set(messageId, waiters.add(resolve));
      const timeout = clock.after(ms, () => resolve(null));
      return promise.finally(() => {
        timeout.cancel();
        waiters.delete(resolve);
        if (waiters.size === 0) waiting.delete(messageId);
      });
    },
    has: (messageId) => waiting.has(messageId),
    tell(message) {
      for (const resolve of waiting.get(message.id) ?? []) resolve(message);
    },
  };
}
