import { createContext, use, useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { Live, LiveEvent, LiveState } from './live.ts';

export const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = use(LiveContext);
  if (live === null) throw new Error('The event stream is asked for outside of <LiveContext>.');
  return live;
}

export function useLiveState(): LiveState {
  const live = useLive();
  return useSyncExternalStore(live.subscribe, live.state);
}

/** Calls `take` with every event from now on, in log order. After a gap the screen is mounted anew instead. */
export function useEvents(take: (event: LiveEvent) => void): void {
  const live = useLive();
  const latest = useEffectEvent(take);
  useEffect(() => live.onEvent((event) => latest(event)), [live]);
}
