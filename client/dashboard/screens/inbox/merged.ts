import type { LiveEvent } from '../../data/live.ts';

/**
 * Conversations that others hold now, after two contacts turned out to be one person: from the one that is gone to the one
 * that has its messages. Null for any other event.
 */
export function mergedIn(event: LiveEvent): ReadonlyMap<string, string> | null {
  if (event.__typename !== 'NoticeEvent' || typeof event.data !== 'object' || event.data === null) return null;
  if (!('kind' in event.data) || event.data.kind !== 'contacts_merged' || !('conversations' in event.data)) return null;
  const pairs: unknown = event.data.conversations;
  return Array.isArray(pairs) ? new Map(pairs.flatMap(pairOf)) : null;
}

function pairOf(pair: unknown): [string, string][] {
  if (typeof pair !== 'object' || pair === null || !('from' in pair) || !('into' in pair)) return [];
  const { from, into } = pair;
  return typeof from === 'string' && typeof into === 'string' ? [[from, into]] : [];
}
