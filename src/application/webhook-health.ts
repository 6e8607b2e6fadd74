import type { Clock } from '../ports/system.ts';

const HOUR_MS = 60 * 60 * 1000;
const HOURS = 24;
/** Webhooks whose time from arrival to disk is remembered. */
const TIMES_KEPT = 512;
/** Tenants' own webhooks that are noted at a time: some kilobytes each. */
const TENANTS_KEPT = 1_000;

/** What became of a webhook with a true signature. FAILED and OVERLOADED are answered 503: Meta sends those again. */
export const WEBHOOK_RESULTS = ['STORED', 'QUARANTINED', 'FAILED', 'OVERLOADED'] as const;
export type WebhookResult = (typeof WEBHOOK_RESULTS)[number];

/** What was wrong with a signature: there was none; it is no `sha256=` and 64 hex digits; another secret made it. */
export const SIGNATURE_FAULTS = ['MISSING', 'MALFORMED', 'WRONG_SECRET'] as const;
export type SignatureFault = (typeof SIGNATURE_FAULTS)[number];

/** Times are epoch milliseconds; addresses are those of whoever called. */
export interface LastWebhook {
  readonly at: number;
  readonly result: WebhookResult;
}
export interface RefusedSignature {
  readonly at: number;
  readonly fault: SignatureFault;
  readonly address: string;
}
export interface RefusedHandshake {
  readonly at: number;
  readonly address: string;
}

/** Webhooks by what became of them, and those refused for their signature. */
export type WebhookCounts = Readonly<Record<WebhookResult | 'REFUSED', number>>;

/** What happened at the webhook's address since the process started. Null for what did not. */
export interface WebhookFigures {
  readonly startedAt: number;
  readonly last: LastWebhook | null;
  readonly refusedSignature: RefusedSignature | null;
  readonly refusedHandshake: RefusedHandshake | null;
  readonly acceptedHandshakeAt: number | null;
  readonly sinceStart: WebhookCounts;
  /** By whole hours: the present one and the 23 before it. */
  readonly last24Hours: WebhookCounts;
  /** Milliseconds from the arrival of the whole body to its being on disk, over the last 512; null before the first. */
  readonly storing: { readonly count: number; readonly median: number; readonly p95: number } | null;
}

export interface WebhookHealth {
  /** A webhook that arrived at `receivedAt` has been answered just now. */
  answered(result: WebhookResult, receivedAt: number): void;
  signatureRefused(signature: string | null, address: string): void;
  handshake(accepted: boolean, address: string): void;
  figures(): WebhookFigures;
}

interface Hour {
  readonly hour: number;
  readonly counts: Record<WebhookResult | 'REFUSED', number>;
}

const nothing = () => ({ STORED: 0, QUARANTINED: 0, FAILED: 0, OVERLOADED: 0, REFUSED: 0 });

/**
 * Notes, in memory and within bounds, how the webhook's address fares: a few assignments for each call. `changed` is called
 * at each, so it must be as cheap.
 */
export function createWebhookHealth(
  clock: Pick<Clock, 'now'>,
  startedAt = clock.now(),
  changed: () => void = () => {},
): WebhookHealth {
  const sinceStart = nothing();
  const hours: Hour[] = [];
  const times: number[] = [];
  let timed = 0;
  let last: LastWebhook | null = null;
  let refusedSignature: RefusedSignature | null = null;
  let refusedHandshake: RefusedHandshake | null = null;
  let acceptedHandshakeAt: number | null = null;

  function count(what: WebhookResult | 'REFUSED', now: number): void {
    sinceStart[what] += 1;
    const hour = Math.floor(now / HOUR_MS);
    let slot = hours.at(-1);
    if (slot === undefined || slot.hour < hour) {
      slot = { hour, counts: nothing() };
      hours.push(slot);
      if (hours.length > HOURS) hours.shift();
    }
    slot.counts[what] += 1;
  }

  function lastDay(now: number): WebhookCounts {
    const oldest = Math.floor(now / HOUR_MS) - HOURS + 1;
    const sum = nothing();
    for (const { counts, hour } of hours) {
      if (hour < oldest) continue;
      for (const what of [...WEBHOOK_RESULTS, 'REFUSED'] as const) sum[what] += counts[what];
    }
    return sum;
  }

  function storing(): WebhookFigures['storing'] {
    if (timed === 0) return null;
    const sorted = times.toSorted((a, b) => a - b);
    const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
    return { count: sorted.length, median: at(0.5), p95: at(0.95) };
  }

  return {
    answered(result, receivedAt) {
      const now = clock.now();
      last = { at: receivedAt, result };
      count(result, now);
      if (result === 'STORED' || result === 'QUARANTINED') {
        times[timed % TIMES_KEPT] = now - receivedAt;
        timed += 1;
      }
      changed();
    },
    signatureRefused(signature, address) {
      const now = clock.now();
      refusedSignature = { at: now, fault: faultOf(signature), address };
      count('REFUSED', now);
      changed();
    },
    handshake(accepted, address) {
      if (accepted) acceptedHandshakeAt = clock.now();
      else refusedHandshake = { at: clock.now(), address };
      changed();
    },
    figures: () => ({
      ...{ startedAt, last, refusedSignature, refusedHandshake, acceptedHandshakeAt },
      sinceStart: { ...sinceStart },
      last24Hours: lastDay(clock.now()),
      storing: storing(),
    }),
  };
}

/** How tenants' own webhooks fare. */
export interface WebhookHealths {
  /** To note something. Ask only for tenants that have such a webhook: an address can name anybody. */
  at(tenantId: string): WebhookHealth;
  /** `startedAt` is since when nothing was forgotten. */
  figures(tenantId: string): WebhookFigures;
}

/** Keeps the latest `most` that something happened to; of the others it is as if nothing had happened yet. */
export function createWebhookHealths(
  clock: Pick<Clock, 'now'>,
  most = TENANTS_KEPT,
  changed: (tenantId: string) => void = () => {},
): WebhookHealths {
  const kept = new Map<string, WebhookHealth>();
  let completeSince = clock.now();

  return {
    at(tenantId) {
      const health = kept.get(tenantId) ?? createWebhookHealth(clock, completeSince, () => changed(tenantId));
      kept.delete(tenantId);
      kept.set(tenantId, health);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) {
        kept.delete(oldest);
        completeSince = clock.now();
      }
      return health;
    },
    figures: (tenantId) => (kept.get(tenantId) ?? createWebhookHealth(clock, completeSince)).figures(),
  };
}

function faultOf(signature: string | null): SignatureFault {
  if (signature === null || signature === '') return 'MISSING';
  return /^sha256=[0-9a-f]{64}$/i.test(signature) ? 'WRONG_SECRET' : 'MALFORMED';
}
