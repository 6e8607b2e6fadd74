import { hashing } from '../../src/adapters/system/hashing.ts';
import { randomIds } from '../../src/adapters/system/ids.ts';
import { createMetrics } from '../../src/adapters/system/metrics.ts';
import { createLocalWakeup } from '../../src/adapters/wakeup.ts';
import type { EventType, LogEvent } from '../../src/domain/event.ts';
import type { Caller } from '../../src/domain/tenant.ts';
import type { EventStore } from '../../src/ports/store.ts';
import type { Clock, Log, Processors, System } from '../../src/ports/system.ts';

/** A clock that stands until it is told to go on. */
export class TestClock implements Clock {
  #now = Date.parse('2026-01-01T00:00:00.000Z');
  #timers = new Set<{ at: number; run: () => void }>();

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void) {
    const timer = { at: this.#now + ms, run };
    this.#timers.add(timer);
    return { cancel: () => void this.#timers.delete(timer) };
  }

  /** Timers that have been set and have not run. */
  pending(): number {
    return this.#timers.size;
  }

  /** Moves on and runs what fell due, in order. */
  advance(ms: number): void {
    this.#now += ms;
    for (const timer of [...this.#timers].sort((a, b) => a.at - b.at)) {
      if (timer.at > this.#now || !this.#timers.delete(timer)) continue;
      timer.run();
    }
  }
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** A machine on which nothing takes any time. */
const IDLE: Processors = { clock: new TestClock(), count: 1, usedMs: () => 0 };

export function testSystem(clock: Clock = new TestClock()): System {
  return {
    clock,
    hashing,
    ids: randomIds,
    log: silentLog,
    metrics: createMetrics(),
    processors: IDLE,
    random: () => 0.5,
  };
}

export function operator(tenantId = 'dijla', tenantNamed = false): Caller {
  return { kind: 'operator', tenantId, tenantNamed, keyName: 'master', credential: 'master:test' };
}

export function reader(tenantId: string): Caller {
  return { kind: 'tenant', tenantId, keyName: 'reader', credential: `key:${tenantId}`, scopes: ['read'] };
}

/** An event log in memory, with the wake-up that a store's appends are followed by. */
export function memoryLog(tenantId = 'dijla') {
  const wakeup = createLocalWakeup();
  let epoch = 'epoch-1';
  let rows: LogEvent[] = [];
  let last = 0;
  let pages = 0;
  const events: EventStore = {
    async head(tenant) {
      const kept = tenant === tenantId ? rows : [];
      return { epoch, first: kept[0]?.seq ?? last + 1, last: tenant === tenantId ? last : 0 };
    },
    async page(tenant, after, limit) {
      pages += 1;
      return tenant === tenantId ? rows.filter(({ seq }) => seq > after).slice(0, limit) : [];
    },
  };
  return {
    events,
    wakeup,
    pages: () => pages,
    append(type: EventType = 'platform', messageId: string | null = null): LogEvent {
      last += 1;
      const body = { type, at: new Date(0).toISOString(), status: null, error: null, message: null, data: last };
      const event: LogEvent = { seq: last, type, messageId, body };
      rows.push(event);
      wakeup.publish(tenantId);
      return event;
    },
    /** Forgets everything up to and with `seq`, as retention does. */
    prune(seq: number) {
      rows = rows.filter((row) => row.seq > seq);
    },
    replace() {
      epoch = 'epoch-2';
    },
  };
}
