import type { MetaError } from '../domain/errors.ts';
import type { QueuedSend } from '../domain/outbound.ts';
import type { Caller } from '../domain/tenant.ts';
import type { OutboxStore } from '../ports/store.ts';
import type { System } from '../ports/system.ts';
import type { Numbers } from './numbers.ts';
import type { Pacing } from './pacing.ts';
import { requireScope } from './scopes.ts';

/** What of a tenant's waits on a number, and how fast the number may go. Times are ISO 8601. */
export interface QueueState {
  readonly depth: number;
  /** When the oldest was accepted; null when nothing waits. */
  readonly oldestAt: string | null;
  /** Messages a second, as learned from Meta. */
  readonly rate: number;
  readonly pausedUntil: string | null;
  readonly pauseReason: string | null;
  /** The error of Meta's that paused it; null when it is not paused, or Meta only asked to wait. */
  readonly pauseError: MetaError | null;
}

export type WaitsFor = 'RATE' | 'PAIR_LIMIT' | 'PAUSED_NUMBER' | 'RETRY' | 'EARLIER_MESSAGE' | 'TENANT_SUSPENDED';

/** What waits, and why: the tenant's own only. FORBIDDEN. */
export interface Queue {
  /** In the order of `numberIds` (`num_…`); null for a number that is not the tenant's. */
  ofNumbers(caller: Caller, numberIds: readonly string[]): Promise<readonly (QueueState | null)[]>;
  /** In the order of `messageIds`; null for what is not queued, or goes out at any moment. */
  waitsFor(caller: Caller, messageIds: readonly string[]): Promise<readonly (WaitsFor | null)[]>;
  /** When each is no longer sent (ISO 8601); in the order of `messageIds`, null for what is not queued. */
  expiresAt(caller: Caller, messageIds: readonly string[]): Promise<readonly (string | null)[]>;
}

/** Registers the numbers' gauges too. Nothing is counted along the way: every figure is read when it is asked for. */
export function createQueue(deps: {
  readonly outbox: Pick<OutboxStore, 'queues' | 'queued'>;
  readonly numbers: Pick<Numbers, 'all' | 'ofTenant'>;
  readonly pacing: Pacing;
  readonly suspended: () => ReadonlySet<string>;
  readonly system: Pick<System, 'clock' | 'metrics'>;
}): Queue {
  const { numbers, outbox, pacing } = deps;
  const { clock, metrics } = deps.system;

  function waitOf(queued: QueuedSend, now: number): WaitsFor | null {
    if (!queued.first) return 'EARLIER_MESSAGE';
    const held = pacing.peek(queued, now);
    if (held?.by === 'pause') return 'PAUSED_NUMBER';
    if (queued.notBefore > now) return 'RETRY';
    if (held === null) return null;
    return held.by === 'pair' ? 'PAIR_LIMIT' : 'RATE';
  }

  metrics.perNumber('outbox_depth', async () => {
    const depths = new Map<string, number>();
    for (const { numberId, depth } of await outbox.queues()) depths.set(numberId, depth + (depths.get(numberId) ?? 0));
    return depths;
  });
  metrics.perNumber('outbox_oldest_seconds', async () => {
    const now = clock.now();
    const ages = new Map<string, number>();
    for (const { numberId, oldestAt } of await outbox.queues()) {
      ages.set(numberId, Math.max((now - oldestAt) / 1_000, ages.get(numberId) ?? 0));
    }
    return ages;
  });
  metrics.perNumber('number_rate', async () => {
    const now = clock.now();
    return new Map(numbers.all().map(({ id }) => [id, pacing.paceOf(id, now).rate]));
  });
  metrics.perNumber('number_paused_seconds', async () => {
    const now = clock.now();
    const paces = numbers.all().map(({ id }) => ({ id, until: pacing.paceOf(id, now).pausedUntil }));
    return new Map(paces.flatMap(({ id, until }) => (until === null ? [] : [[id, (until - now) / 1_000] as const])));
  });

  return {
    async ofNumbers(caller, numberIds) {
      requireScope(caller, 'read');
      const now = clock.now();
      const owned = new Set(numbers.ofTenant(caller.tenantId).map(({ id }) => id));
      const own = (await outbox.queues()).filter(({ tenantId }) => tenantId === caller.tenantId);
      const queues = new Map(own.map((queue) => [queue.numberId, queue]));
      return numberIds.map((id) => {
        if (!owned.has(id)) return null;
        const queue = queues.get(id);
        const { rate, pausedUntil, pauseReason, pauseError } = pacing.paceOf(id, now);
        return {
          depth: queue?.depth ?? 0,
          oldestAt: queue === undefined ? null : new Date(queue.oldestAt).toISOString(),
          rate,
          pausedUntil: pausedUntil === null ? null : new Date(pausedUntil).toISOString(),
          pauseReason,
          pauseError,
        };
      });
    },

    async waitsFor(caller, messageIds) {
      requireScope(caller, 'read');
      const now = clock.now();
      const queued = await outbox.queued(caller.tenantId, messageIds);
      const isSuspended = deps.suspended().has(caller.tenantId);
      return queued.map((send) => {
        if (send === null) return null;
        return isSuspended ? 'TENANT_SUSPENDED' : waitOf(send, now);
      });
    },

    async expiresAt(caller, messageIds) {
      requireScope(caller, 'read');
      const queued = await outbox.queued(caller.tenantId, messageIds);
      return queued.map((send) => (send === null ? null : new Date(send.expiresAt).toISOString()));
    },
  };
}
