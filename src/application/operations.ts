import { GatewayError } from '../domain/errors.ts';
import type { Caller } from '../domain/tenant.ts';
import type { Store } from '../ports/store.ts';
import type { System } from '../ports/system.ts';
import type { Operations } from './services.ts';

/** What the operator's tools and probes ask. */
export function createOperations(deps: {
  readonly mode: 'live' | 'sandbox';
  readonly store: Pick<Store, 'ping'>;
  readonly system: System;
}): Operations {
  const { log, metrics } = deps.system;
  return {
    mode: deps.mode,
    ready: () => deps.store.ping(),
    async metrics(caller: Caller) {
      if (caller.kind === 'operator') return metrics.render();
      throw new GatewayError('FORBIDDEN', 'Only the operator may read the metrics.', { action: 'Use the master key.' });
    },
    report: (problem, error) => log.error(problem, { error }),
  };
}
