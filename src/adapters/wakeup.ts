import { createPubSub } from 'graphql-yoga';
import type { Wakeup } from '../ports/wakeup.ts';

/**
 * Wake-ups inside one process, over Yoga's pub/sub. What is published within one turn of the event loop goes out as one
 * list: a burst of commits wakes each tenant's readers once, and cannot overflow the subscription's queue.
 */
export function createLocalWakeup(): Wakeup {
  const pubSub = createPubSub<{ 'logs-grew': [tenantIds: readonly string[]] }>();
  let waiting = new Set<string>();

  function flush(): void {
    const tenantIds = [...waiting];
    waiting = new Set();
    pubSub.publish('logs-grew', tenantIds);
  }

  return {
    publish(tenantId) {
      if (waiting.size === 0) setImmediate(flush);
      waiting.add(tenantId);
    },
    subscribe(onWake) {
      const events = pubSub.subscribe('logs-grew');
      void (async () => {
        for await (const tenantIds of events) for (const tenantId of tenantIds) onWake(tenantId);
      })();
      return () => void events.return();
    },
  };
}
