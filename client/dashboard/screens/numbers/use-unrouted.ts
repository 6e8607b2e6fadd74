import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { answerOf } from '../../data/answer.ts';
import { documentOf } from '../../data/documents.ts';
import { useEvents } from '../../data/live-context.ts';
import { UnroutedBoxDocument, type UnroutedBoxQuery } from '../../generated/graphql.ts';

export type Unrouted = UnroutedBoxQuery['unroutedMessages']['edges'][number]['node'];

const PAGE = 20;

/** The box from its newest message on, page by page; begun anew when something arrives that is nobody's. */
export function useUnrouted() {
  const client = useClient();
  const [messages, setMessages] = useState<readonly Unrouted[] | null>(null);
  const [after, setAfter] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

  const load = useCallback(
    async (from: string | null) => {
      setBusy(true);
      setFailed(false);
      try {
        const asked = client.query(
          documentOf(UnroutedBoxDocument),
          { first: PAGE, after: from },
          { requestPolicy: 'network-only' },
        );
        const { edges, pageInfo } = (await answerOf(asked)).unroutedMessages;
        const found = edges.map(({ node }) => node);
        setMessages((before) => (from === null || before === null ? found : [...before, ...found]));
        setAfter(pageInfo.hasNextPage ? pageInfo.endCursor : null);
      } catch {
        setFailed(true);
      } finally {
        setBusy(false);
      }
    },
    [client],
  );
  const again = useCallback(() => void load(null), [load]);
  useEffect(again, [again]);
  useEvents((event) => event.type === 'unrouted' && again());

  return { messages, busy, failed, more: after !== null, again, loadMore: () => void load(after) };
}
