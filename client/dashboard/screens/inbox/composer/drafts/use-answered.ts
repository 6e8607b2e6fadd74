import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { documentOf } from '../../../../data/documents.ts';
import { useEvents } from '../../../../data/live-context.ts';
import { useSession } from '../../../../data/session-context.ts';
import { ComposerNewestDocument, type ComposerNewestQuery } from '../../../../generated/graphql.ts';
import { isAnswerSince } from './answered.ts';
import type { Draft } from './draft.ts';

type Page = NonNullable<ComposerNewestQuery['conversation']>['messages'];
export type Answer = Page['edges'][number]['node'];

/**
 * The newest message that another key has written since the draft began; null when nobody has, and while there is no
 * draft. A draft that was kept asks for what happened meanwhile.
 */
export function useAnswered(
  conversationId: string,
  draft: Pick<Draft, 'began' | 'key'>,
  writing: boolean,
): Answer | null {
  const client = useClient();
  const { keyName } = useSession();
  const [found, setFound] = useState<{ readonly draft: string; readonly answer: Answer } | null>(null);
  const { began, key } = draft;

  useEffect(() => {
    if (!writing) return;
    let left = false;
    client
      .query(documentOf(ComposerNewestDocument), { id: conversationId }, { requestPolicy: 'network-only' })
      .then(({ data }) => {
        const messages = data?.conversation?.messages.edges.map(({ node }) => node) ?? [];
        const answer = messages.find((message) => isAnswerSince(message, began, keyName));
        if (!left && answer !== undefined) setFound({ draft: key, answer });
      });
    return () => {
      left = true;
    };
  }, [client, conversationId, began, key, keyName, writing]);

  useEvents((event) => {
    if (!writing || event.__typename !== 'OutboundMessage') return;
    const { message } = event;
    if (message.conversation.id !== conversationId || !isAnswerSince(message, began, keyName)) return;
    setFound({ draft: key, answer: message });
  });

  return writing && found?.draft === key ? found.answer : null;
}
