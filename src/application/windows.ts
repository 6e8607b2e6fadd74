import type { Conversation } from '../domain/conversation.ts';
import type { Caller } from '../domain/tenant.ts';
import {
  type EntrySource,
  freeEntryPoint,
  judgeWindow,
  NO_FACTS,
  optedOutSince,
  unansweredEntry,
  type WindowFacts,
  windowEnd,
} from '../domain/window.ts';
import type { Clock } from '../ports/system.ts';
import type { WindowStore } from '../ports/windows.ts';
import type { Numbers } from './numbers.ts';
import { requireScope } from './scopes.ts';

/** What may be sent in one conversation now. Times are ISO 8601. */
export interface WindowState {
  /** A free-form message may be sent. */
  readonly open: boolean;
  /** When it closes or closed; null when the person has not written since the gateway listens. */
  readonly expiresAt: string | null;
  readonly freeEntryPoint: FreeEntryPointState | null;
  /** Since when the person wants no marketing messages from the number; null when they may be sent. */
  readonly marketingOptOut: string | null;
}

export interface FreeEntryPointState {
  readonly since: string;
  readonly source: EntrySource | null;
  /** Null until the business has answered. */
  readonly expiresAt: string | null;
}

/** Meta's customer-service windows, as they stand when they are asked for. FORBIDDEN. */
export interface Windows {
  /** In the order of `conversations`, which are the tenant's. */
  of(caller: Caller, conversations: readonly Conversation[]): Promise<readonly WindowState[]>;
}

export function createWindows(deps: {
  readonly clock: Clock;
  readonly numbers: Pick<Numbers, 'byId'>;
  readonly store: WindowStore;
}): Windows {
  const { clock, numbers, store } = deps;

  /** When the entries whose end follows from our answer were answered, by their message. */
  async function answers(tenantId: string, all: readonly WindowFacts[], now: number) {
    const entries = all.flatMap((facts) => unansweredEntry(facts, now) ?? []);
    if (entries.length === 0) return new Map<string, number | null>();
    const answered = await store.answeredAt(tenantId, entries);
    return new Map(entries.map((id, i) => [id, answered[i] ?? null]));
  }

  return {
    async of(caller, conversations) {
      requireScope(caller, 'read');
      const { tenantId } = caller;
      const people = conversations.map(({ contactId, numberId }) => {
        return { contactId, phoneNumberId: numbers.byId(numberId)?.phoneNumberId ?? '' };
      });
      const facts = await store.ofContacts(tenantId, people);
      const now = clock.now();
      const answered = await answers(tenantId, facts, now);
      return conversations.map((_, i) => stateOf(facts[i] ?? NO_FACTS, answered, now));
    },
  };
}

function stateOf(facts: WindowFacts, answered: ReadonlyMap<string, number | null>, now: number): WindowState {
  const entry = freeEntryPoint(facts, answered.get(facts.entry?.messageId ?? '') ?? null, now);
  return {
    open: judgeWindow(facts, now) === 'open',
    expiresAt: isoTime(windowEnd(facts)),
    freeEntryPoint: entry && { ...entry, since: isoTime(entry.since), expiresAt: isoTime(entry.expiresAt) },
    marketingOptOut: isoTime(optedOutSince(facts)),
  };
}

function isoTime(at: number): string;
function isoTime(at: number | null): string | null;
function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
