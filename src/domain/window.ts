import type { Identity } from './contact.ts';
import { WINDOW_MS } from './conversation.ts';

/** The free entry point must be answered within a day, and then lasts three. (Meta: 24 and 72 hours.) */
const ANSWER_MS = 24 * 60 * 60 * 1000;
const FREE_MS = 72 * 60 * 60 * 1000;

/** What led somebody to write: an advertisement, or a post or button on a page. */
export type EntrySource = 'ad' | 'post';

/** A message that came by way of a free entry point. */
export interface EntryPoint {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly source: EntrySource;
  /** `msg_…` */
  readonly messageId: string;
}

/**
 * What is known of one person on one number, whoever the tenant is: Meta counts so. Times are epoch milliseconds, 0 for
 * never. Of each the greatest is kept, so that facts may come in any order and any number of times.
 */
export interface WindowFacts {
  /** The person's last message or call. */
  readonly lastInboundAt: number;
  /** When Meta is known to have held the window closed: it refused a message of ours that was made then. */
  readonly closedAt: number;
  /** The person stopped marketing messages … */
  readonly stoppedAt: number;
  /** … and allowed them again. */
  readonly resumedAt: number;
  /** Until when Meta says that the free entry point lasts. */
  readonly freeUntil: number;
  readonly entry: EntryPoint | null;
}

export const NO_FACTS: WindowFacts = {
  lastInboundAt: 0,
  closedAt: 0,
  stoppedAt: 0,
  resumedAt: 0,
  freeUntil: 0,
  entry: null,
};

/** What a webhook field other than `messages` tells of a person. Times are epoch milliseconds. */
export type PersonNews =
  | { readonly kind: 'called'; readonly who: Identity; readonly at: number }
  | { readonly kind: 'marketing'; readonly who: Identity; readonly at: number; readonly wanted: boolean };

/** Both together. Commutative, associative and idempotent. */
export function mergeFacts(a: WindowFacts, b: Partial<WindowFacts>): WindowFacts {
  return {
    lastInboundAt: Math.max(a.lastInboundAt, b.lastInboundAt ?? 0),
    closedAt: Math.max(a.closedAt, b.closedAt ?? 0),
    stoppedAt: Math.max(a.stoppedAt, b.stoppedAt ?? 0),
    resumedAt: Math.max(a.resumedAt, b.resumedAt ?? 0),
    freeUntil: Math.max(a.freeUntil, b.freeUntil ?? 0),
    entry: laterEntry(a.entry, b.entry ?? null),
  };
}

function laterEntry(a: EntryPoint | null, b: EntryPoint | null): EntryPoint | null {
  if (a === null || b === null) return a ?? b;
  if (a.at === b.at) return b.messageId > a.messageId ? b : a;
  return b.at > a.at ? b : a;
}

/**
 * When Meta's refusal of a message that was made at `createdAt` counts as having happened. Meta's times are whole
 * seconds: what the person did in the very second came after the refusal, since otherwise there would be none.
 */
export function refusedAt(createdAt: number): number {
  return Math.floor(createdAt / 1000) * 1000 - 1;
}

/** `unknown`: nothing was ever heard of this person on this number, so Meta decides. */
export type WindowJudgement = 'open' | 'closed' | 'unknown';

export function judgeWindow({ lastInboundAt, closedAt }: WindowFacts, now: number): WindowJudgement {
  if (lastInboundAt === 0 && closedAt === 0) return 'unknown';
  return lastInboundAt > now - WINDOW_MS && lastInboundAt > closedAt ? 'open' : 'closed';
}

/** When the window closes or closed, in epoch milliseconds; null when the person is not known to have written. */
export function windowEnd({ lastInboundAt, closedAt }: WindowFacts): number | null {
  if (lastInboundAt === 0) return null;
  const end = lastInboundAt + WINDOW_MS;
  return closedAt >= lastInboundAt ? Math.min(end, closedAt) : end;
}

/** Since when the person wants no marketing messages, in epoch milliseconds; null when they may be sent. */
export function optedOutSince({ stoppedAt, resumedAt }: WindowFacts): number | null {
  // In doubt, when both came in one second, nothing is sent.
  return stoppedAt > 0 && stoppedAt >= resumedAt ? stoppedAt : null;
}

/** Messages to this person cost nothing until `expiresAt`; null until the business has answered. Epoch milliseconds. */
export interface FreeEntryPoint {
  readonly since: number;
  /** Null when only Meta's word is known, and not the message it is about. */
  readonly source: EntrySource | null;
  readonly expiresAt: number | null;
}

/** The message whose first answer decides how long the free entry point lasts; null when that need not be known. */
export function unansweredEntry({ entry, freeUntil }: WindowFacts, now: number): string | null {
  if (entry === null || freeUntil > entry.at) return null;
  return now < entry.at + ANSWER_MS + FREE_MS ? entry.messageId : null;
}

/**
 * The free entry point as it stands; null when there is none, it is over, or nobody answered in time. `answeredAt` is
 * when Meta took the first answer to the entry. Meta's own word on its end wins.
 */
export function freeEntryPoint(facts: WindowFacts, answeredAt: number | null, now: number): FreeEntryPoint | null {
  const { entry, freeUntil } = facts;
  if (entry !== null && freeUntil <= entry.at) {
    const { at: since, source } = entry;
    if (answeredAt === null || answeredAt >= since + ANSWER_MS) {
      return now < since + ANSWER_MS ? { since, source, expiresAt: null } : null;
    }
    const expiresAt = answeredAt + FREE_MS;
    return now < expiresAt ? { since, source, expiresAt } : null;
  }
  if (freeUntil <= now) return null;
  const answerable = freeUntil - FREE_MS - ANSWER_MS;
  return entry !== null && entry.at >= answerable
    ? { since: entry.at, source: entry.source, expiresAt: freeUntil }
    : { since: freeUntil - FREE_MS, source: null, expiresAt: freeUntil };
}
