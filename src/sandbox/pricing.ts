import type { EntryPoint } from './entry-points.ts';
import { objectId } from './ids.ts';
import type { Accepted } from './journey.ts';

const DAY_MS = 24 * 3_600_000;

/** What the status of a message says of its price and of its conversation. */
export interface Charge {
  pricing: { billable: boolean; type: string; category: string };
  conversation?: { id: string; origin: string; expiresAt: number };
}

/**
 * Meta's prices up to September 2026: free-form messages are free, utility templates while the window is open, and
 * everything in a conversation that came from an ad. `v23.0` and before name a conversation for every message.
 */
export function chargeOf(
  { wamid, template, at }: Accepted,
  windowOpen: boolean,
  entryPoint: EntryPoint | undefined,
  version: string,
): Charge {
  if (entryPoint !== undefined) {
    const { conversationId: id, expiresAt } = entryPoint;
    const origin = 'referral_conversion';
    const pricing = { billable: false, type: 'free_entry_point', category: origin };
    return { pricing, conversation: { id, origin, expiresAt } };
  }
  const category = template?.category.toLowerCase() ?? 'service';
  const free = category === 'service' || (category === 'utility' && windowOpen);
  const pricing = { billable: !free, type: free ? 'free_customer_service' : 'regular', category };
  if (version !== 'v23.0') return { pricing };
  return { pricing, conversation: { id: objectId(16, wamid), origin: category, expiresAt: at + DAY_MS } };
}
