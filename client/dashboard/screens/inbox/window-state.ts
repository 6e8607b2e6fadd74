import type { ConversationFieldsFragment } from '../../generated/graphql.ts';

/** How the customer-service window stands. `ending`: within the last two hours. */
export interface WindowState {
  readonly state: 'open' | 'ending' | 'closed';
  /** Milliseconds that are left; 0 when it is closed. */
  readonly left: number;
}

const ENDING_MS = 2 * 60 * 60 * 1000;

/** The window at a time (epoch ms): it closes by itself, and nobody tells when. */
export function windowAt(
  { expiresAt, open }: Pick<ConversationFieldsFragment['window'], 'expiresAt' | 'open'>,
  now: number,
): WindowState {
  if (!open) return { state: 'closed', left: 0 };
  const left = expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt) - now;
  if (left <= 0) return { state: 'closed', left: 0 };
  return { state: left <= ENDING_MS ? 'ending' : 'open', left };
}
