import { useEffect, useMemo, useState } from 'react';
import { type Conversation, inHeldOrder, type ListFilter } from './conversation-list.ts';

/** Why the order is held: somebody points into the list, or has scrolled away from its top. */
type Reason = 'pointer' | 'scrolled';

/**
 * The list as it is shown: while somebody points into it, or reads further down, rows change in place but none moves.
 * `isBehind` tells that something has come that would.
 */
export function useHeldOrder(conversations: readonly Conversation[], filter: ListFilter) {
  const [reasons, setReasons] = useState<readonly Reason[]>([]);
  const [held, setHeld] = useState<readonly string[] | null>(null);
  const isHeld = reasons.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another question has another order.
  useEffect(() => setHeld(null), [filter]);

  const shown = useMemo(
    () => (held === null || !isHeld ? [...conversations] : inHeldOrder(conversations, held)),
    [conversations, held, isHeld],
  );
  return {
    shown,
    isBehind: shown[0]?.id !== conversations[0]?.id,
    hold(reason: Reason) {
      if (!reasons.includes(reason)) setReasons([...reasons, reason]);
      if (held === null) setHeld(shown.map(({ id }) => id));
    },
    /** Without a reason: shows what has come, and holds from there. */
    release(reason?: Reason) {
      if (reason === undefined) {
        setHeld(conversations.map(({ id }) => id));
        return;
      }
      if (!reasons.includes(reason)) return;
      const left = reasons.filter((one) => one !== reason);
      setReasons(left);
      if (left.length === 0) setHeld(null);
    },
  };
}
