import { useEffect, useRef } from 'react';
import { useClient } from 'urql';
import { documentOf } from '../../../../data/documents.ts';
import { ThreadMessageDocument } from '../../../../generated/graphql.ts';
import type { ThreadMessage } from '../../thread/thread-model.ts';

/** Keeps in the draft which message is quoted, and brings that message back with a kept draft. */
export function useKeptReply(
  kept: string | null,
  replyTo: ThreadMessage | null,
  onReplyToChange: (message: ThreadMessage | null) => void,
  change: (change: { readonly replyTo: string | null }) => void,
): void {
  const client = useClient();
  const begun = useRef(kept);
  const restore = useRef(onReplyToChange);
  useEffect(() => {
    restore.current = onReplyToChange;
  });

  useEffect(() => {
    const id = begun.current;
    if (id === null) return;
    let left = false;
    client.query(documentOf(ThreadMessageDocument), { id }).then(({ data }) => {
      if (left) return;
      begun.current = null;
      if (data?.message != null) restore.current(data.message);
    });
    return () => {
      left = true;
    };
  }, [client]);

  const id = replyTo?.id ?? null;
  useEffect(() => {
    // Until the quoted message of a kept draft is back, that there is none says nothing.
    if (id === null && begun.current !== null) return;
    begun.current = null;
    if (id !== kept) change({ replyTo: id });
  }, [id, kept, change]);
}
