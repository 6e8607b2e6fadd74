import type { MessageStatus } from '../../generated/graphql.ts';

/** What statuses come to, the best first: the layers of the charts, from the ground up. */
export const OUTCOMES = ['read', 'delivered', 'underway', 'waiting', 'unconfirmed', 'failed', 'cancelled'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export type Outcomes = Readonly<Record<Outcome, number>>;

const OF_STATUS: Readonly<Record<MessageStatus, Outcome | null>> = {
  READ: 'read',
  PLAYED: 'read',
  DELIVERED: 'delivered',
  ACCEPTED: 'underway',
  SENT: 'underway',
  HELD: 'underway',
  QUEUED: 'waiting',
  SENDING: 'waiting',
  UNCONFIRMED: 'unconfirmed',
  FAILED: 'failed',
  EXPIRED: 'failed',
  CANCELLED: 'cancelled',
  RECEIVED: null,
};

export function outcomesOf(statuses: readonly { readonly status: MessageStatus; readonly count: number }[]): Outcomes {
  const outcomes = { read: 0, delivered: 0, underway: 0, waiting: 0, unconfirmed: 0, failed: 0, cancelled: 0 };
  for (const { count, status } of statuses) {
    const outcome = OF_STATUS[status];
    if (outcome !== null) outcomes[outcome] += count;
  }
  return outcomes;
}

/** How many reached a phone: whoever has read a message has got it. */
export function arrived({ delivered, read }: Outcomes): number {
  return delivered + read;
}

/**
 * The parts of a whole as shares, 0 to 1, of what is decided: a message that waits or is under way has not arrived yet,
 * which is no failure. Null when nothing is decided.
 */
export function shares(
  outcomes: Outcomes,
): { readonly arrived: number; readonly read: number; readonly failed: number } | null {
  const decided = arrived(outcomes) + outcomes.failed;
  if (decided === 0) return null;
  const reached = arrived(outcomes);
  return {
    arrived: reached / decided,
    read: reached === 0 ? 0 : outcomes.read / reached,
    failed: outcomes.failed / decided,
  };
}
