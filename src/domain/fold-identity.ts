import type { Contact } from './contact.ts';
import type { Fold } from './fold.ts';
import type { ContactMerge } from './fold-state.ts';
import type { InboundMessage, RoutedItem } from './inbound.ts';
import type { Json } from './json.ts';

/** A stretch of items that is loaded, folded and saved as one. */
export type Segment = readonly { readonly list: number; readonly items: readonly RoutedItem[] }[];

/** Whether an item may make two contacts one. */
export function changesIdentity({ item, number }: RoutedItem): boolean {
  return number !== null && item.kind === 'message' && item.change !== undefined;
}

/**
 * Cuts lists of items so that each change of somebody's identity stands alone: merging needs all that the people have,
 * which nothing else does, and leaves other rows behind. They are rare: mostly there is one segment.
 */
export function segmentsOf(lists: readonly (readonly RoutedItem[])[]): Segment[] {
  const segments: Segment[] = [];
  let open: Segment[number][] = [];
  const close = (): void => {
    if (open.length > 0) segments.push(open);
    open = [];
  };
  for (const [list, items] of lists.entries()) {
    let from = 0;
    for (const [i, item] of items.entries()) {
      if (!changesIdentity(item)) continue;
      if (i > from) open.push({ list, items: items.slice(from, i) });
      close();
      segments.push([{ list, items: [item] }]);
      from = i + 1;
    }
    if (from < items.length) open.push({ list, items: items.slice(from) });
  }
  close();
  return segments;
}

/** Whose message it is, and which contacts it makes one. */
export function contactOf(
  fold: Fold,
  tenantId: string,
  { from, change, at }: InboundMessage,
  freshId: string,
): { readonly contact: Contact; readonly merges: readonly ContactMerge[] } {
  if (change === undefined) return { contact: fold.contacts.resolve(tenantId, from, at, freshId), merges: [] };
  const { contact, absorbed } = fold.contacts.change(tenantId, change, at, freshId);
  return { contact, merges: absorbed.map((id) => fold.merge(tenantId, id, contact.id)) };
}

/** What a merge tells: `from` and its conversations lead to `into` and its from now on; lists can drop the former. */
export function mergeNews({ from, into, conversations }: ContactMerge): Json {
  return { kind: 'contacts_merged', from, into, conversations: conversations.map((pair) => ({ ...pair })) };
}
