import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { answerOf } from '../../../data/answer.ts';
import { documentOf } from '../../../data/documents.ts';
import type { LiveEvent } from '../../../data/live.ts';
import { useEvents } from '../../../data/live-context.ts';
import { type ConversationFilter, InboxConversationsDocument } from '../../../generated/graphql.ts';
import { mergedIn } from '../merged.ts';
import {
  type Conversation,
  type ConversationList,
  type ListFilter,
  withConversation,
  withLastMessage,
  without,
  withPage,
} from './conversation-list.ts';

const PAGE_SIZE = 50;

export interface Conversations {
  /** Null until the first page is here. */
  readonly list: ConversationList | null;
  readonly failed: boolean;
  /** The next page; nothing when there is none, or it is being read. */
  more(): void;
  /** Reads from the top. */
  reload(): void;
}

/** The conversations that a filter lets through, by page, kept up to date by what happens. */
export function useConversations(filter: ListFilter): Conversations {
  const client = useClient();
  const [list, setList] = useState<ConversationList | null>(null);
  const [failed, setFailed] = useState(false);
  const round = useRef(0);
  const reading = useRef(false);
  /** What was told while the first page was read, which may have been answered before it. */
  const told = useRef<Conversation[]>([]);

  const page = useCallback(
    async (after: string | null): Promise<ConversationList> => {
      const variables = { filter: asked(filter), after, first: PAGE_SIZE };
      const { conversations } = await answerOf(
        client.query(documentOf(InboxConversationsDocument), variables, { requestPolicy: 'network-only' }),
      );
      const { endCursor, hasNextPage } = conversations.pageInfo;
      return { conversations: conversations.edges.map(({ node }) => node), next: hasNextPage ? endCursor : null };
    },
    [client, filter],
  );

  const reload = useCallback(() => {
    round.current += 1;
    const mine = round.current;
    reading.current = true;
    told.current = [];
    setFailed(false);
    page(null)
      .then((first) => {
        if (mine === round.current) setList(told.current.reduce((to, one) => withConversation(to, one, filter), first));
      })
      .catch(() => mine === round.current && setFailed(true))
      .finally(() => {
        if (mine === round.current) reading.current = false;
      });
  }, [page, filter]);

  useEffect(() => {
    setList(null);
    reload();
    return () => {
      round.current += 1;
    };
  }, [reload]);

  const more = useCallback(() => {
    const next = list?.next;
    if (reading.current || next == null) return;
    const mine = round.current;
    reading.current = true;
    page(next)
      .then((following) => mine === round.current && setList((to) => (to === null ? to : withPage(to, following))))
      // It is asked for again as soon as somebody scrolls on.
      .catch(() => {})
      .finally(() => {
        if (mine === round.current) reading.current = false;
      });
  }, [list, page]);

  useEvents((event) => {
    const conversation = conversationOf(event);
    const gone = mergedIn(event);
    if (conversation !== null && reading.current) told.current.push(conversation);
    setList((to) => {
      if (to === null) return to;
      if (gone !== null) return without(to, new Set(gone.keys()));
      if (conversation !== null) return withConversation(to, conversation, filter);
      return 'message' in event ? withLastMessage(to, event.message) : to;
    });
    // What a search finds only the gateway knows.
    if (event.__typename === 'InboundMessage' && filter.search.trim() !== '' && !reading.current) reload();
  });

  return { list, failed, more, reload };
}

function asked({ search, only, number }: ListFilter): ConversationFilter {
  return {
    search: search.trim() === '' ? null : search.trim(),
    phoneNumberId: number,
    unread: only === 'unread' ? true : null,
    window: only === 'open' ? true : null,
    failed: only === 'failed' ? true : null,
  };
}

function conversationOf(event: LiveEvent): Conversation | null {
  switch (event.__typename) {
    case 'InboundMessage':
    case 'OutboundMessage':
      return event.message.conversation;
    case 'NoticeEvent':
      return event.conversation;
    default:
      return null;
  }
}
