import { Client, type CombinedError, fetchExchange, mapExchange, subscriptionExchange } from '@urql/core';
import { DashboardEventsDocument } from '../generated/graphql.ts';
import { createCache } from './cache.ts';
import { CatchUp } from './catch-up.ts';
import { documentOf } from './documents.ts';
import type { Live, LiveEvent } from './live.ts';

export interface Graphql {
  readonly client: Client;
  /** Stops writing events into its cache. */
  dispose(): void;
}

/** Queries and mutations over HTTP, with a cache that the one event stream keeps true. */
export function createGraphql(live: Live): Graphql {
  const catchUp = new CatchUp();
  const forgetState = live.subscribe(() => live.state() !== 'live' && catchUp.lost());
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [
      createCache(),
      mapExchange({ onError: (error) => isRefusal(error) && live.check() }),
      fetchExchange,
      subscriptionExchange({
        // There is one subscription, and it runs already: the cache is handed what it brings.
        forwardSubscription: () => ({
          subscribe(sink) {
            const write = (event: LiveEvent) => sink.next({ data: { events: event } });
            const unsubscribe = live.onEvent((event) => {
              for (const due of catchUp.take(event)) write(due);
            });
            return { unsubscribe };
          },
        }),
      }),
    ],
  });
  const { unsubscribe } = client.subscription(documentOf(DashboardEventsDocument), {}).subscribe(() => {});
  return {
    client,
    dispose() {
      forgetState();
      unsubscribe();
    },
  };
}

/** The gateway does not take the session (any more): HTTP 401 or 403, or the code in an answer. */
function isRefusal({ graphQLErrors, response }: CombinedError): boolean {
  const status: unknown = response?.status;
  return status === 401 || graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED');
}
