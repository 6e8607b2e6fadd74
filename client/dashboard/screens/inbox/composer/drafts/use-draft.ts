import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { idempotencyKey } from '../../../../data/optimistic.ts';
import { privateKey } from '../../../../data/private-storage.ts';
import { useSession } from '../../../../data/session-context.ts';
import { type Draft, emptyDraft, isEmpty } from './draft.ts';
import { createDrafts, type Drafts } from './drafts.ts';

export function useDrafts(): Drafts {
  const { keyName, tenant } = useSession();
  return useMemo(() => createDrafts(localStorage, privateKey('drafts', { tenant, keyName })), [keyName, tenant]);
}

export interface KeptDraft {
  readonly draft: Draft;
  /** Changes some of it; what is first written begins it, at `newest`. */
  readonly change: (change: Partial<Pick<Draft, 'files' | 'replyTo' | 'template' | 'text'>>) => void;
  /** It was sent, or thrown away: the next one is another compose action. */
  readonly clear: () => void;
}

/** The draft of a conversation, kept over reloads. `newest` is the conversation's last message. */
export function useDraft(conversationId: string, newest: Draft['began']): KeptDraft {
  const drafts = useDrafts();
  const [draft, setDraft] = useState(() => drafts.get(conversationId) ?? emptyDraft(idempotencyKey()));
  const latest = useRef(newest);
  useEffect(() => {
    latest.current = newest;
  }, [newest]);
  useEffect(() => drafts.put(conversationId, draft), [drafts, conversationId, draft]);

  const change = useCallback((changes: Partial<Draft>) => {
    setDraft((before) => {
      const next = { ...before, ...changes };
      return isEmpty(before) && !isEmpty(next) ? { ...next, began: latest.current } : next;
    });
  }, []);
  const clear = useCallback(() => setDraft(emptyDraft(idempotencyKey())), []);
  return { draft, change, clear };
}
