import type { Store } from '../ports/store.ts';
import type { System } from '../ports/system.ts';
import { SESSION_IDLE_MS } from './access.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Meta repeats an event for up to 7 days; a day of slack. */
const REPEATS_DAYS = 8;
const IDEMPOTENCY_DAYS = 7;
/** Longer than the longest time for which a number may take what people write for answers (365 days). */
const WRITERS_DAYS = 400;

export interface Retention {
  /** Deletes what has outlived its keep, once. */
  runOnce(): Promise<void>;
  /** Runs now and every hour. */
  start(): void;
  stop(): void;
}

export function createRetention(deps: {
  readonly store: Pick<Store, 'prune' | 'sessions'>;
  readonly days: { readonly eventDays: number; readonly rawDays: number };
  readonly system: System;
}): Retention {
  const { clock, log } = deps.system;
  /** All of it is looked through, so it is done once a day. */
  let writersDue = Number.NEGATIVE_INFINITY;
  let timer: { cancel(): void } | null = null;

  async function runOnce(): Promise<void> {
    const before = (days: number) => clock.now() - days * DAY_MS;
    const writersToo = clock.now() >= writersDue;
    if (writersToo) writersDue = clock.now() + DAY_MS;
    await deps.store.prune({
      events: before(deps.days.eventDays),
      raw: before(deps.days.rawDays),
      parked: before(REPEATS_DAYS),
      seen: before(REPEATS_DAYS),
      idempotency: before(IDEMPOTENCY_DAYS),
      ...(writersToo && { writers: before(WRITERS_DAYS) }),
    });
    await deps.store.sessions.deleteIdle(clock.now() - SESSION_IDLE_MS);
  }

  function start(): void {
    runOnce().catch((error: unknown) => log.error('old rows could not be deleted; tried again in an hour', { error }));
    timer = clock.after(HOUR_MS, start);
  }

  return { runOnce, start, stop: () => timer?.cancel() };
}
