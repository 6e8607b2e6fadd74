import type { Clock } from '../ports/system.ts';

/** Timers reach no further than this; what ends later is waited for in stages. */
const LONGEST_WAIT_MS = 60 * 60 * 1000;

/** Told of credentials (`Caller.credential`, `Caller.session`) and tenants that end, or open again. */
export interface EndingsListener {
  ended(name: string): void;
  restored(name: string): void;
}

/**
 * What ends: keys, sessions and tenants, by decision or by time. Whoever holds something open for them listens here, and
 * ends it in the same turn.
 */
export interface Endings {
  listen(listener: EndingsListener): void;
  end(name: string): void;
  /** A suspended tenant is active again; keys and sessions never are. */
  restore(name: string): void;
  /** When it ends by itself (epoch ms), in place of any time before; null: it does not. */
  endsAt(name: string, at: number | null): void;
  stop(): void;
}

export function createEndings(clock: Clock): Endings {
  const listeners = new Set<EndingsListener>();
  const times = new Map<string, number>();
  let alarm: { readonly at: number; cancel(): void } | null = null;

  function end(name: string): void {
    times.delete(name);
    for (const listener of listeners) listener.ended(name);
  }

  /** One timer, for the earliest. */
  function arm(earliest: number): void {
    if (alarm !== null && alarm.at <= earliest) return;
    alarm?.cancel();
    const wait = Math.min(Math.max(earliest - clock.now(), 0), LONGEST_WAIT_MS);
    alarm = { at: clock.now() + wait, cancel: clock.after(wait, ring).cancel };
  }

  function ring(): void {
    alarm = null;
    const now = clock.now();
    for (const [name, at] of [...times]) if (at <= now) end(name);
    let earliest = Number.POSITIVE_INFINITY;
    for (const at of times.values()) earliest = Math.min(earliest, at);
    if (times.size > 0) arm(earliest);
  }

  return {
    listen: (listener) => void listeners.add(listener),
    end,
    restore(name) {
      for (const listener of listeners) listener.restored(name);
    },
    endsAt(name, at) {
      if (at === null) times.delete(name);
      else times.set(name, at);
      if (at !== null) arm(at);
    },
    stop() {
      alarm?.cancel();
      alarm = null;
      times.clear();
    },
  };
}
