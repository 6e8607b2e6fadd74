import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { type Client, useClient } from 'urql';
import { answerOf } from '../../../data/answer.ts';
import { documentOf } from '../../../data/documents.ts';
import { useEvents } from '../../../data/live-context.ts';
import { pause } from '../../../data/socket.ts';
import {
  ThreadAroundDocument,
  ThreadMessageDocument,
  ThreadNewerDocument,
  ThreadOlderDocument,
} from '../../../generated/graphql.ts';
import { PAGE_SIZE } from './thread-model.ts';
import { createThreadReader, type ThreadReader, type ThreadSource, type ThreadView } from './thread-reader.ts';

/** The thread of a conversation from a message on, or from its end, following what happens. */
export function useThread(conversationId: string, start: string | null): [ThreadView, ThreadReader] {
  const client = useClient();
  const reader = useMemo(() => createThreadReader(sourceOf(client, conversationId)), [client, conversationId]);
  const view = useSyncExternalStore(reader.subscribe, reader.view);

  useEffect(() => {
    void reader.open(start);
    return () => reader.close();
  }, [reader, start]);

  useEvents((event) => {
    if (!('message' in event)) return;
    const { message } = event;
    const { content } = message;
    const target = content !== null && 'messageId' in content ? content.messageId : null;
    reader.hear({
      messages: target === null ? [message.id] : [message.id, target],
      isNew: 'conversation' in message && message.conversation.id === conversationId,
    });
  });

  return [view, reader];
}

function sourceOf(client: Client, id: string): ThreadSource {
  const anew = { requestPolicy: 'network-only' } as const;
  const older = async (after: string | null) => {
    const variables = { id, after, first: PAGE_SIZE };
    return (await answerOf(client.query(documentOf(ThreadOlderDocument), variables, anew))).conversation?.messages;
  };
  return {
    newest: async () => (await older(null)) ?? null,
    older: async (after) => (await older(after)) ?? null,
    async newer(before) {
      const variables = { id, before, last: PAGE_SIZE };
      return (
        (await answerOf(client.query(documentOf(ThreadNewerDocument), variables, anew))).conversation?.messages ?? null
      );
    },
    async around(message) {
      const variables = { id, message, size: PAGE_SIZE };
      return (
        (await answerOf(client.query(documentOf(ThreadAroundDocument), variables, anew))).conversation?.around ?? null
      );
    },
    message: async (message) =>
      (await answerOf(client.query(documentOf(ThreadMessageDocument), { id: message }, anew))).message,
    pause,
  };
}
