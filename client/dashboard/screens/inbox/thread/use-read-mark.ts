import { useEffect, useRef } from 'react';
import { useMutation } from 'urql';
import { documentOf } from '../../../data/documents.ts';
import { useMay } from '../../../data/session-context.ts';
import { useSettings } from '../../../data/settings-context.ts';
import { InboxMarkReadDocument } from '../../../generated/graphql.ts';
import type { Conversation } from '../list/conversation-list.ts';
import { useFocused } from './use-focus.ts';

/**
 * Moves the read mark when somebody sees the end of the thread: `newest` is its last message, or null while its end is
 * not in sight. A thread in a tab that nobody looks at stays unread.
 */
export function useReadMark(conversation: Conversation, newest: string | null): void {
  const may = useMay('send');
  const { receipts } = useSettings();
  const focused = useFocused();
  const [, mark] = useMutation(documentOf(InboxMarkReadDocument));
  const marked = useRef<string | null>(null);
  const { id, unreadCount } = conversation;

  useEffect(() => {
    if (!may || !focused || newest === null || unreadCount === 0 || marked.current === newest) return;
    marked.current = newest;
    void mark({ conversationId: id, upTo: newest, receipt: receipts }).then(({ error }) => {
      // It is tried again with the next message, or when the tab is looked at again.
      if (error !== undefined) marked.current = null;
    });
  }, [may, focused, newest, unreadCount, id, receipts, mark]);
}
