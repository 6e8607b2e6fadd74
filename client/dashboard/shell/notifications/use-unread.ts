import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { documentOf } from '../../data/documents.ts';
import { useEvents } from '../../data/live-context.ts';
import { NotificationsUnreadDocument, type NotificationsUnreadQuery } from '../../generated/graphql.ts';

/** At most one question in this time, however much happens. */
const PAUSE_MS = 500;

interface Turn {
  /** Something has happened since it began. */
  again: boolean;
  timer: ReturnType<typeof setTimeout> | null;
}

/** How much is unread over all conversations, asked again when something that counts has happened. */
export function useUnread(): NotificationsUnreadQuery['unread'] | null {
  const client = useClient();
  const [unread, setUnread] = useState<NotificationsUnreadQuery['unread'] | null>(null);
  const asking = useRef<Turn | null>(null);

  const ask = useCallback(() => {
    if (asking.current !== null) {
      asking.current.again = true;
      return;
    }
    const turn: Turn = { again: false, timer: null };
    asking.current = turn;
    client.query(documentOf(NotificationsUnreadDocument), {}, { requestPolicy: 'network-only' }).then(({ data }) => {
      if (asking.current !== turn) return;
      if (data !== undefined) setUnread(data.unread);
      turn.timer = setTimeout(() => {
        asking.current = null;
        if (turn.again) ask();
      }, PAUSE_MS);
    });
  }, [client]);

  useEffect(() => {
    ask();
    return () => {
      if (asking.current?.timer != null) clearTimeout(asking.current.timer);
      asking.current = null;
    };
  }, [ask]);
  useEvents(({ type }) => {
    if (type === 'inbound_message' || type === 'conversation_read') ask();
  });
  return unread;
}
