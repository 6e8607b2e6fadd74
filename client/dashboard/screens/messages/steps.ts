import type { RecordsMessageQuery } from '../../generated/graphql.ts';

export type TimelineStep = NonNullable<RecordsMessageQuery['message']>['timeline'][number];

export interface Step {
  readonly change: TimelineStep;
  /** Milliseconds since the step before it; null for the first. */
  readonly sinceLast: number | null;
  /** Milliseconds within which it was stored here, once it had happened. */
  readonly storedWithin: number;
}

/** Meta's clock tells whole seconds: what it dates may have happened so much later. */
const META_SECOND_MS = 999;

/** A message's history as the gateway orders it, with what lies between. */
export function stepsOf(timeline: readonly TimelineStep[]): readonly Step[] {
  let before: number | null = null;
  return timeline.map((change) => {
    const happened = momentOf(change);
    const sinceLast = before === null ? null : Math.max(0, happened - before);
    before = happened;
    return { change, sinceLast, storedWithin: Math.max(0, Date.parse(change.recordedAt) - Date.parse(change.at)) };
  });
}

/** The best that is known of when it happened: within Meta's second, and not after we heard of it. */
function momentOf({ at, raw, recordedAt }: TimelineStep): number {
  const told = Date.parse(at);
  return raw === null ? told : Math.max(told, Math.min(told + META_SECOND_MS, Date.parse(recordedAt)));
}
