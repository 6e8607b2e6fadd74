import type { Direction, RecordsUsageQuery } from '../../generated/graphql.ts';

export type Usage = RecordsUsageQuery['usage'];
type KindRow = RecordsUsageQuery['kinds']['rows'][number];
type PriceRow = RecordsUsageQuery['prices']['rows'][number];

/** Messages of one day. */
export interface UsageDay {
  readonly day: string;
  readonly counts: { readonly INBOUND: number; readonly OUTBOUND: number };
}

/** Every one of `days`, also those on which nothing was used. */
export function byDay(rows: Usage['rows'], days: readonly string[]): readonly UsageDay[] {
  const found = new Map(days.map((day) => [day, { INBOUND: 0, OUTBOUND: 0 }]));
  for (const { day, direction, messages } of rows) {
    const counts = found.get(day ?? '');
    if (counts !== undefined && direction !== null) counts[direction] += messages;
  }
  return [...found].map(([day, counts]) => ({ day, counts }));
}

/** Messages that are alike in direction and kind. */
export interface UsageKind {
  readonly direction: Direction;
  readonly type: NonNullable<KindRow['type']>;
  readonly messages: number;
  readonly failed: number;
}

/** The most used first. */
export function byKind(rows: readonly KindRow[]): readonly UsageKind[] {
  const found = new Map<string, UsageKind>();
  for (const { direction, failed, messages, type } of rows) {
    if (direction === null || type === null) continue;
    const key = `${direction} ${type}`;
    const sum = found.get(key) ?? { direction, type, messages: 0, failed: 0 };
    found.set(key, { ...sum, messages: sum.messages + messages, failed: sum.failed + (failed ? messages : 0) });
  }
  return [...found.values()].sort((a, b) => b.messages - a.messages);
}

/** Messages that Meta prices alike, in its own words; '' where it says nothing. */
export interface UsagePrice {
  readonly category: string;
  readonly type: string;
  readonly billable: boolean | null;
  readonly messages: number;
}

/** Of what Meta has told a price for; the most used first. */
export function byPrice(rows: readonly PriceRow[]): readonly UsagePrice[] {
  const found = new Map<string, UsagePrice>();
  for (const { messages, pricing } of rows) {
    if (pricing === null || (pricing.category === null && pricing.billable === null)) continue;
    const { billable, category, type } = pricing;
    const key = `${category} ${type} ${billable}`;
    const sum = found.get(key) ?? { category: category ?? '', type: type ?? '', billable, messages: 0 };
    found.set(key, { ...sum, messages: sum.messages + messages });
  }
  return [...found.values()].sort((a, b) => b.messages - a.messages);
}
