import { useCallback, useEffect, useState } from 'react';
import { useLive } from '../../data/live-context.ts';
import { type PhoneOf, SandboxRefusal, type Thread, thread } from './phone-api.ts';

/** Between two tries while the gateway is away, in ms. */
const PAUSE_MS = 1500;

export type PhoneState =
  | { readonly state: 'loading' }
  /** `says` is the sandbox's own sentence. */
  | { readonly state: 'refused'; readonly says: string }
  | { readonly state: 'shown'; readonly thread: Thread; readonly away: boolean };

/** Follows a phone: each answer comes when there is something new on it, so nothing is asked for in vain. */
export function usePhone(phone: PhoneOf): PhoneState & { again(): void } {
  const live = useLive();
  const [shown, setShown] = useState<PhoneState>({ state: 'loading' });
  const [round, setRound] = useState(0);
  const { to, who } = phone;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round begins anew.
  useEffect(() => {
    const over = new AbortController();
    setShown({ state: 'loading' });
    const follow = async () => {
      let after: number | null = null;
      while (!over.signal.aborted) {
        try {
          const next: Thread = await thread({ to, who }, after, over.signal);
          after = next.version;
          setShown({ state: 'shown', thread: next, away: false });
        } catch (error) {
          if (over.signal.aborted) return;
          if (error instanceof SandboxRefusal) {
            setShown({ state: 'refused', says: error.message });
            return;
          }
          // Perhaps the session is over; else the gateway is away, and comes back with a sandbox that forgot all.
          live.check();
          after = null;
          setShown((before) => (before.state === 'shown' ? { ...before, away: true } : before));
          await pause(PAUSE_MS, over.signal);
        }
      }
    };
    void follow();
    return () => over.abort();
  }, [to, who, round, live]);

  const again = useCallback(() => setRound((before) => before + 1), []);
  return { ...shown, again };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
