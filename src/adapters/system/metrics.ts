import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { GaugeName, MetricName, Metrics } from '../../ports/system.ts';

const COUNTERS: Readonly<Record<MetricName, { readonly help: string; readonly labels: readonly string[] }>> = {
  webhooks_total: { help: 'Webhooks by what became of them.', labels: ['result'] },
  webhook_items_total: { help: 'Messages, statuses and notices found in webhooks, repeats included.', labels: [] },
  events_total: { help: 'Events delivered to readers, by transport.', labels: ['transport'] },
  sends_total: { help: 'Settlements of sends, by outcome.', labels: ['result'] },
  meta_calls_total: { help: "Calls to Meta's Graph API, by call and outcome.", labels: ['call', 'result'] },
  graphql_operations_total: { help: 'GraphQL operations, by kind and result.', labels: ['kind', 'result'] },
};

const GAUGES: Readonly<Record<GaugeName, string>> = {
  feed_readers: 'Open readers of the event log.',
  outbox_in_flight: 'Sends on the wire.',
  sockets_open: 'Open WebSocket and Socket.io connections.',
  ingest_backlog: 'Webhooks waiting for their transaction.',
};

/** Prometheus metrics under the prefix `dijla_`, beside the process's own. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'dijla_' });
  const counters = new Map(
    Object.entries(COUNTERS).map(([name, { help, labels }]) => [
      name,
      new Counter({ name: `dijla_${name}`, help, labelNames: [...labels], registers: [registry] }),
    ]),
  );
  return {
    count: (name, labels = {}, by = 1) => counters.get(name)?.inc(labels, by),
    gauge(name, read) {
      registry.removeSingleMetric(`dijla_${name}`);
      const gauge: Gauge = new Gauge({
        name: `dijla_${name}`,
        help: GAUGES[name],
        registers: [registry],
        collect: () => gauge.set(read()),
      });
    },
    render: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}
