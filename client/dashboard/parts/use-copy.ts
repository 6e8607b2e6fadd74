import { useEffect, useState } from 'react';
import { copyText } from './copy.ts';

const SHOWN_MS = 2_000;

export type CopyState = 'ready' | 'copied' | 'failed';

/** Copies a text, and says for a moment how that went. */
export function useCopy(text: string): { readonly state: CopyState; readonly copy: () => void } {
  const [state, setState] = useState<CopyState>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return { state, copy: () => void copyText(text).then((copied) => setState(copied ? 'copied' : 'failed')) };
}
