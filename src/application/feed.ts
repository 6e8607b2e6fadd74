import { GatewayError } from '../domain/errors.ts';
import { decodeCursor, type EventType, encodeCursor, type LogEvent, type Position } from '../domain/event.ts';
import type { Caller } from '../domain/tenant.ts';
import type { EventStore } from '../ports/store.ts';
import type { Clock } from '../ports/system.ts';
import type { Wakeup } from '../ports/wakeup.ts';
import { Tail } from './feed-tail.ts';
import { FeedTurns } from './feed-turns.ts';
import { type Headroom, PRICES } from './headroom.ts';
import { requireScope } from './scopes.ts';

/** A filtered reader is told its position after this many events that were not for it. */
const SKIPPED_PER_CHECKPOINT = 256;

/** What a reader gets: an event, or its position when there was nothing for it. */
export type FeedItem =
  | { readonly kind: 'event'; readonly cursor: string; readonly event: LogEvent }
  | { readonly kind: 'checkpoint'; readonly cursor: string; readonly live: boolean };

export interface FeedFilter {
  readonly types?: readonly EventType[] | undefined;
  readonly messageId?: string | undefined;
}

export interface Feed {
  /** The cursor of now. */
  now(caller: Caller): Promise<string>;
  /** The place of now. */
  head(caller: Caller): Promise<Position>;
  /**
   * Fixes where a reader starts: after the cursor, or at now without one. Await it before telling a client that it is
   * connected. RATE_LIMITED (too many readers), CURSOR_INVALID (not ours, another tenant's, ahead of the log), CURSOR_EXPIRED (older than what is kept).
   */
  start(caller: Caller, after: string | null | undefined): Promise<Position>;
  /** Everything after the position, then live, in log order, without gap or repeat, until `return()` or the signal. */
  read(start: Position, filter?: FeedFilter, signal?: AbortSignal): AsyncIterableIterator<FeedItem>;
  /**
   * One page: events after the cursor (without one: from the oldest kept) and the cursor for the next page. When there
   * is none it waits up to `waitMs` for the first.
   */
  page(
    caller: Caller,
    options: { readonly after: string | null; readonly limit: number; readonly waitMs: number },
    signal?: AbortSignal,
  ): Promise<{ readonly events: readonly FeedItem[]; readonly cursor: string }>;
  /** How many readers are open. */
  readers(): number;
  close(): void;
}

/** The per-tenant event log as a stream: the only way in which events reach anyone. */
export function createFeed(deps: {
  readonly events: EventStore;
  readonly wakeup: Wakeup;
  readonly clock: Clock;
  /** Throws when a caller's tenant, with so many readers open, may have no more. Left out: it may. */
  readonly refuseReader?: (caller: Caller, open: number) => void;
  /** Runs something when the event loop has turned, so that tenants take turns. Left out: they do not. */
  readonly nextTurn?: (run: () => void) => void;
  /** Where a loud tenant's readers wait, beside others; left out: nowhere. */
  readonly headroom?: Headroom;
}): Feed {
  const turns = deps.nextTurn === undefined ? null : new FeedTurns(deps.nextTurn);
  const tails = new Map<string, Tail>();
  let readers = 0;
  const unsubscribe = deps.wakeup.subscribe((tenantId) => tails.get(tenantId)?.wake());

  /** The tenant's shared end of the log; it exists while it has readers. */
  function enter(tenantId: string): { readonly tail: Tail; readonly leave: () => void } {
    const tail = tails.get(tenantId) ?? new Tail((after, limit) => deps.events.page(tenantId, after, limit));
    tails.set(tenantId, tail);
    tail.readers += 1;
    readers += 1;
    let inside = true;
    const leave = () => {
      if (!inside) return;
      inside = false;
      readers -= 1;
      tail.readers -= 1;
      if (tail.readers === 0) tails.delete(tenantId);
    };
    return { tail, leave };
  }

  async function start(caller: Caller, after: string | null | undefined): Promise<Position> {
    const position = await positionOf(caller, after);
    refuseReader(caller);
    return position;
  }

  function refuseReader(caller: Caller): void {
    deps.refuseReader?.(caller, tails.get(caller.tenantId)?.readers ?? 0);
  }

  async function positionOf(caller: Caller, after: string | null | undefined): Promise<Position> {
    requireScope(caller, 'read');
    const { tenantId } = caller;
    const { epoch, first, last } = await deps.events.head(tenantId);
    if (after === null || after === undefined) return { tenantId, epoch, seq: last };
    const position = decodeCursor(after);
    if (position === null || position.tenantId !== tenantId) {
      throw new GatewayError('CURSOR_INVALID', 'This cursor is not one of your event log.', {
        field: 'after',
        action: 'Pass a cursor exactly as an event or the `cursor` query gave it, with the same key.',
      });
    }
    if (position.epoch !== epoch || position.seq + 1 < first) throw expired();
    if (position.seq > last) {
      throw new GatewayError('CURSOR_INVALID', 'This cursor is ahead of the event log.', { field: 'after' });
    }
    return position;
  }

  async function* never(): AsyncGenerator<FeedItem> {}

  function read(from: Position, filter: FeedFilter = {}, signal?: AbortSignal): AsyncIterableIterator<FeedItem> {
    if (signal?.aborted) return never();
    const { tail, leave } = enter(from.tenantId);
    const matches = matcher(filter);
    const ended = Promise.withResolvers<void>();
    let done = false;
    let seq = from.seq;
    let rows: readonly LogEvent[] = [];
    let next = 0;
    let skipped = 0;
    let live = false;

    const finish = () => {
      if (done) return;
      done = true;
      leave();
      signal?.removeEventListener('abort', finish);
      ended.resolve();
    };
    signal?.addEventListener('abort', finish, { once: true });
    const checkpoint = (): IteratorResult<FeedItem> => {
      skipped = 0;
      return { done: false, value: { kind: 'checkpoint', cursor: encodeCursor({ ...from, seq }), live } };
    };

    async function step(): Promise<IteratorResult<FeedItem>> {
      while (!done) {
        while (next < rows.length) {
          const event = rows[next++];
          if (event === undefined) break;
          // The log has no holes: a jump means that what lay between is no longer kept.
          if (event.seq !== seq + 1) throw expired();
          seq = event.seq;
          if (matches(event)) {
            const room = deps.headroom?.enter(from.tenantId, PRICES.delivery) ?? null;
            if (room !== null) await room;
            const turn = turns?.enter(from.tenantId) ?? null;
            if (turn !== null) await turn;
            if (done) return { done: true, value: undefined };
            skipped = 0;
            return { done: false, value: { kind: 'event', cursor: encodeCursor({ ...from, seq }), event } };
          }
          skipped += 1;
          if (skipped >= SKIPPED_PER_CHECKPOINT) return checkpoint();
        }
        // Arm first, then read: what is appended after the read finds the reader armed.
        const woken = tail.armed();
        rows = await tail.after(seq);
        next = 0;
        if (rows.length > 0) continue;
        if (!live) {
          live = true;
          return checkpoint();
        }
        await Promise.race([woken, ended.promise]);
      }
      return { done: true, value: undefined };
    }

    // Written by hand, since an async generator that waits cannot be returned from until it wakes.
    return {
      async next() {
        try {
          return await step();
        } catch (error) {
          finish();
          throw error;
        }
      },
      async return() {
        finish();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  return {
    async now(caller) {
      return encodeCursor(await positionOf(caller, null));
    },
    head: (caller) => positionOf(caller, null),
    start,
    read,

    async page(caller, { after, limit, waitMs }, signal) {
      requireScope(caller, 'read');
      const { epoch, first } = await deps.events.head(caller.tenantId);
      const oldest: Position = { tenantId: caller.tenantId, epoch, seq: first - 1 };
      const position = after === null ? oldest : await positionOf(caller, after);
      if (waitMs > 0) refuseReader(caller);
      const { tail, leave } = enter(caller.tenantId);
      try {
        const woken = tail.armed();
        let rows = await tail.after(position.seq);
        if (rows.length === 0 && waitMs > 0) {
          await firstOf(woken, deps.clock, waitMs, signal);
          rows = await tail.after(position.seq);
        }
        const events: FeedItem[] = [];
        let { seq } = position;
        while (rows.length > 0 && events.length < limit) {
          for (const event of rows.slice(0, limit - events.length)) {
            if (event.seq !== seq + 1) throw expired();
            seq = event.seq;
            events.push({ kind: 'event', cursor: encodeCursor({ ...position, seq }), event });
          }
          rows = events.length < limit ? await tail.after(seq) : [];
        }
        return { events, cursor: events.at(-1)?.cursor ?? encodeCursor(position) };
      } finally {
        leave();
      }
    },

    readers: () => readers,
    close: unsubscribe,
  };
}

function matcher({ types, messageId }: FeedFilter): (event: LogEvent) => boolean {
  if (types === undefined && messageId === undefined) return () => true;
  const wanted = types === undefined ? null : new Set(types);
  return (event) =>
    (wanted === null || wanted.has(event.type)) && (messageId === undefined || event.messageId === messageId);
}

function expired(): GatewayError {
  return new GatewayError('CURSOR_EXPIRED', 'The events after this cursor are no longer kept.', {
    field: 'after',
    action: 'Read what you missed with the `messages` query, then subscribe again without `after`.',
  });
}

async function firstOf(woken: Promise<void>, clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = clock.after(ms, resolve);
  signal?.addEventListener('abort', () => resolve(), { once: true });
  await Promise.race([woken, promise]);
  timer.cancel();
}
