import type { UsageDimension, UsageMedia, UsageRow } from '../domain/usage.ts';

/** Days such as 20260131, both inclusive. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** What tenants used, counted as it is stored. What an early release stored is added in the background. */
export interface UsageStore {
  /** Messages counted by these dimensions (the others are null), in their order; at most `limit` rows. */
  messages(
    tenantId: string,
    range: DayRange,
    by: readonly UsageDimension[],
    limit: number,
  ): Promise<readonly UsageRow[]>;
  /** Files stored, by direction, and by day if wanted. */
  media(tenantId: string, range: DayRange, byDay: boolean): Promise<readonly UsageMedia[]>;
  /** Files that are stored now; a look-up, whatever is stored. */
  stored(tenantId: string): Promise<{ readonly files: number; readonly bytes: number }>;
}
