import { GatewayError } from '../domain/errors.ts';
import type { SendDraft } from '../domain/outbound.ts';
import type { Caller, Quotas as Limits } from '../domain/tenant.ts';
import type { System } from '../ports/system.ts';
import type { Tenants } from './tenants.ts';
import { dayIn, restOfDay } from './time-zone.ts';

/** Readers of one tenant's log where no quota says otherwise: each holds some kilobytes for as long as it is open. */
const READERS_PER_TENANT = 10_000;
const ASK_OPERATOR = 'ask the operator for a larger quota';

/**
 * What a tenant may use. Every refusal is RATE_LIMITED, names the quota in `field` and says when to try again. What Meta
 * tells us is under no quota.
 */
export interface Quotas {
  /** The tenant's day, for the store to count on. */
  day(tenantId: string): NonNullable<SendDraft['day']>;
  /** Takes one message out of this second's. RATE_LIMITED. */
  takeSend(tenantId: string): void;
  /** What to throw when the store found the day used up. */
  dayUsedUp(tenantId: string): GatewayError;
  /** How many sockets, streams and waiting polls a caller's tenant may have open; null for no limit. */
  sockets(caller: Caller): number | null;
  /** RATE_LIMITED when a tenant with so many readers of its log may have no more. */
  refuseReader(caller: Caller, open: number): void;
  /** RATE_LIMITED when so many bytes do not fit any more beside those stored. */
  refuseMedia(tenantId: string, storedBytes: number, bytes: number): void;
}

export function createQuotas(deps: {
  readonly tenants: Pick<Tenants, 'get'>;
  readonly clock: System['clock'];
}): Quotas {
  const { tenants, clock } = deps;
  /** By tenant with a rate: what is left of it, and as of when. */
  const buckets = new Map<string, { left: number; at: number }>();

  const limit = (tenantId: string, name: keyof Limits) => tenants.get(tenantId)?.quotas[name] ?? null;
  const zoneOf = (tenantId: string) => tenants.get(tenantId)?.timeZone ?? 'UTC';

  return {
    day: (tenantId) => ({ date: dayIn(zoneOf(tenantId), clock.now()), limit: limit(tenantId, 'sendsPerDay') }),

    takeSend(tenantId) {
      const rate = limit(tenantId, 'messagesPerSecond');
      if (rate === null) return void buckets.delete(tenantId);
      const now = clock.now();
      const bucket = buckets.get(tenantId) ?? { left: rate, at: now };
      bucket.left = Math.min(rate, bucket.left + ((now - bucket.at) / 1000) * rate);
      bucket.at = now;
      buckets.set(tenantId, bucket);
      if (bucket.left < 1) throw usedUp('messagesPerSecond', `${rate} messages a second`, 1);
      bucket.left -= 1;
    },

    dayUsedUp(tenantId) {
      const sends = limit(tenantId, 'sendsPerDay');
      const seconds = Math.ceil(restOfDay(zoneOf(tenantId), clock.now()) / 1000);
      return usedUp('sendsPerDay', `${sends} messages a day`, seconds);
    },

    sockets: (caller) => (caller.kind === 'operator' ? null : limit(caller.tenantId, 'sockets')),

    refuseReader(caller, open) {
      const quota = caller.kind === 'operator' ? null : limit(caller.tenantId, 'subscriptions');
      const most = quota ?? READERS_PER_TENANT;
      if (open >= most) throw usedUp('subscriptions', `${most} subscriptions at a time`, 10);
    },

    refuseMedia(tenantId, storedBytes, bytes) {
      const most = limit(tenantId, 'mediaBytes');
      if (most === null || storedBytes + bytes <= most) return;
      throw new GatewayError('RATE_LIMITED', `Your tenant may store ${most} bytes of media; ${storedBytes} are used.`, {
        field: 'quotas.mediaBytes',
        retryable: false,
        action: `Delete media that nobody needs, or ${ASK_OPERATOR}.`,
      });
    },
  };
}

/** The refusal of a quota whose time will come again. */
export function usedUp(quota: keyof Limits, most: string, retryAfterSeconds: number): GatewayError {
  return new GatewayError('RATE_LIMITED', `Your tenant may have ${most}; its quota is used up.`, {
    field: `quotas.${quota}`,
    retryable: true,
    retryAfterSeconds,
    action: `Try again after the time given, or ${ASK_OPERATOR}.`,
  });
}
