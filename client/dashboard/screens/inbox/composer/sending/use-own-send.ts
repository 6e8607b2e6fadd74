import { useEffect, useEffectEvent, useRef } from 'react';
import { useOutbox } from './use-outbox.ts';

/** Calls `take` whenever something is sent here in the conversation: whoever sends wants to see it. */
export function useOwnSend(conversationId: string, take: () => void): void {
  const outbox = useOutbox();
  const latest = useEffectEvent(take);
  const known = useRef<string | undefined>(undefined);
  useEffect(() => {
    const newest = () => outbox.list().findLast((one) => one.conversationId === conversationId)?.key;
    known.current = newest();
    return outbox.subscribe(() => {
      const key = newest();
      if (key !== undefined && key !== known.current) latest();
      known.current = key ?? known.current;
    });
  }, [outbox, conversationId]);
}
