import { createPubSub } from 'graphql-yoga';
import type { Wakeup } from '../ports/wakeup.ts';

/** Wake-ups inside one process, over Yoga's pub/sub. A payload names the tenant and carries nothing else. */
export function createLocalWakeup(): Wakeup {
  const pubSub = createPubSub<{ 'log-grew': [tenantId: string] }>();
  return {
    publish: (tenantId) => pubSub.publish('log-grew', tenantId),
    subscribe(onWake) {
      const events = pubSub.subscribe('log-grew');
      void (async () => {
        for await (const tenantId of events) onWake(tenantId);
      })();
      return () => void events.return();
    },
  };
}
