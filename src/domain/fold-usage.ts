import { dayOf } from './calendar.ts';
import type { LoadedLog } from './fold-state.ts';
import type { MessageRecord } from './message.ts';
import { countedAs, type UsageCount, UsageTally } from './usage.ts';

/** What a batch changes of the counts: a message counts once, on the day it was stored, as what it is now. */
export class UsageFold {
  readonly #now: number;
  readonly #zones: ReadonlyMap<string, string>;
  readonly #tally = new UsageTally();

  constructor(logs: readonly LoadedLog[], now: number) {
    this.#now = now;
    this.#zones = new Map(logs.map(({ tenantId, timeZone }) => [tenantId, timeZone]));
  }

  /** A message is new; answers with the day under which it counts from now on. */
  added(tenantId: string, record: MessageRecord): number {
    const day = dayOf(this.#zones.get(tenantId) ?? 'UTC', this.#now);
    this.#tally.add(tenantId, day, countedAs(record), 1);
    return day;
  }

  /** A message has changed. One that is not counted yet (`day` null) will be, as what it is then. */
  changed(message: { tenantId: string; day: number | null; record: MessageRecord }, before: MessageRecord): void {
    const { day, record, tenantId } = message;
    const same = record.status === before.status && record.error === before.error && record.pricing === before.pricing;
    if (same || day === null) return;
    this.#tally.add(tenantId, day, countedAs(before), -1);
    this.#tally.add(tenantId, day, countedAs(record), 1);
  }

  counts(): UsageCount[] {
    return this.#tally.counts();
  }
}
