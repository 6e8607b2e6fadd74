import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { GaugeName, MetricName, Metrics, NumberGaugeName } from '../../ports/system.ts';

const COUNTERS: Readonly<Record<MetricName, { readonly help: string; readonly labels: readonly string[] }>> = {
  webhooks_total: { help: 'Webhooks by what became of them.', labels: ['result'] },
  webhook_items_total: { help: 'Messages, statuses and notices found in webhooks, repeats included.', labels: [] },
  unrouted_turned_away_total: { help: 'Items that found the unrouted box full; their events are kept.', labels: [] },
  events_total: { help: 'Events delivered to readers, by transport.', labels: ['transport'] },
  sends_total: { help: 'Settlements of sends, by outcome.', labels: ['result'] },
  meta_calls_total: { help: "Calls to Meta's Graph API, by call and outcome.", labels: ['call', 'result'] },
  media_fetches_total: { help: 'Attempts at fetching the files of inbound messages, by result.', labels: ['result'] },
  graphql_operations_total: { help: 'GraphQL operations, by kind and result.', labels: ['kind', 'result'] },
};

const GAUGES: Readonly<Record<GaugeName, string>> = {
  feed_readers: 'Open readers of the event log.',
  room_waiting: 'What loud tenants ask for and that waits, so that others find a processor free.',
  outbox_in_flight: 'Sends on the wire.',
  media_in_flight: 'Files of inbound messages that are being fetched.',
  sockets_open: 'Open WebSocket and Socket.io connections.',
  ingest_backlog: 'Webhooks that are being stored.',
  ingest_backlog_bytes: 'Bytes of their bodies.',
  ingest_parsing: 'Large webhooks that are being taken apart.',
  ingest_parsing_bytes: 'Bytes of their bodies.',
};

const NUMBER_GAUGES: Readonly<Record<NumberGaugeName, string>> = {
  outbox_depth: 'Queued sends, by number.',
  outbox_oldest_seconds: 'Age of the oldest queued send, by number.',
  number_rate: 'Messages a second that a number may send, as learned from Meta.',
  number_paused_seconds: 'How long a number is still paused; absent when it is not.',
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
    perNumber(name, read) {
      registry.removeSingleMetric(`dijla_${name}`);
      const gauge: Gauge = new Gauge({
        name: `dijla_${name}`,
        help: NUMBER_GAUGES[name],
        labelNames: ['number'],
        registers: [registry],
        async collect() {
          const values = await read();
          gauge.reset();
          for (const [number, value] of values) gauge.set({ number }, value);
        },
      });
    },
    render: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}
