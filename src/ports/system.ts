/** Epoch milliseconds. */
export interface Clock {
  now(): number;
  /** Calls back once after `ms`; the timer keeps no process alive. */
  after(ms: number, run: () => void): { cancel(): void };
}

export interface Ids {
  /** 26 characters, time-ordered, at least 80 random bits; letters and digits only. */
  fresh(): string;
  /** 256 random bits for people's eyes and URLs, as base64url: 43 characters. */
  secret(): string;
}

/** JSON lines; secrets are redacted by name and by value. */
export interface Log {
  debug(message: string, fields?: object): void;
  info(message: string, fields?: object): void;
  warn(message: string, fields?: object): void;
  error(message: string, fields?: object): void;
}

/** The counters and gauges of the gateway, by the names under which `/metrics` prints them. */
export interface Metrics {
  count(name: MetricName, labels?: Readonly<Record<string, string>>, by?: number): void;
  gauge(name: GaugeName, read: () => number): void;
  /** A gauge per number (`num_…`), read when the metrics are; numbers that are not in the answer are not printed. */
  perNumber(name: NumberGaugeName, read: () => Promise<ReadonlyMap<string, number>>): void;
  /** Prometheus text format. */
  render(): Promise<{ readonly contentType: string; readonly text: string }>;
}

export type MetricName =
  | 'webhooks_total'
  | 'webhook_items_total'
  | 'unrouted_turned_away_total'
  | 'events_total'
  | 'sends_total'
  | 'meta_calls_total'
  | 'media_fetches_total'
  | 'graphql_operations_total';
export type NumberGaugeName = 'outbox_depth' | 'outbox_oldest_seconds' | 'number_rate' | 'number_paused_seconds';
export type GaugeName =
  | 'feed_readers'
  | 'room_waiting'
  | 'outbox_in_flight'
  | 'media_in_flight'
  | 'sockets_open'
  | 'ingest_backlog'
  | 'ingest_backlog_bytes'
  | 'ingest_parsing'
  | 'ingest_parsing_bytes';

export interface Hashing {
  /** SHA-256, hexadecimal. */
  sha256(text: string): string;
  /** Compares without telling by its duration how much was equal. */
  equal(a: string, b: string): boolean;
}

/** What the process uses of the machine. */
export interface Processors {
  /** How many it may use. */
  readonly count: number;
  /** Time that it has used of them, all threads together, in milliseconds. */
  usedMs(): number;
  /** That never jumps, for what is measured against it: counts from any moment. */
  readonly clock: Clock;
}

export interface System {
  readonly clock: Clock;
  /** From 0 up to, but not including, 1. For spreading retries; not for secrets. */
  readonly random: () => number;
  readonly ids: Ids;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly hashing: Hashing;
  readonly processors: Processors;
}
