import { useSyncExternalStore } from 'react';
import type { Client } from 'urql';
import { useClient } from 'urql';
import { documentOf } from '../../../../data/documents.ts';
import type { Live, LiveEvent } from '../../../../data/live.ts';
import { useLive } from '../../../../data/live-context.ts';
import { privateKey } from '../../../../data/private-storage.ts';
import { type Session, useSession } from '../../../../data/session-context.ts';
import {
  ComposerReplyDocument,
  ComposerTemplateDocument,
  type SendAnswerFragment,
} from '../../../../generated/graphql.ts';
import { createOutbox, type Outbox, type SendAnswer } from './outbox.ts';
import { inputOf, type KeyedOutgoing, type Recipient } from './outgoing.ts';

interface Running {
  readonly outbox: Outbox;
  /** After a gap there is another one. */
  client: Client;
}

/** One for each event stream: it goes on whichever conversation is open. */
const RUNNING = new WeakMap<Live, Running>();

export function useOutbox(): Outbox {
  const live = useLive();
  const client = useClient();
  const session = useSession();
  const running = RUNNING.get(live) ?? begin(live, client, session);
  running.client = client;
  return running.outbox;
}

export function useWaiting(): ReturnType<Outbox['list']> {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, outbox.list);
}

function begin(live: Live, client: Client, session: Session): Running {
  const outbox = createOutbox({
    post: (message, conversationId) => post(running.client, message, { conversationId }),
    storage: localStorage,
    storageKey: privateKey('outbox', session),
    now: Date.now,
  });
  const running: Running = { outbox, client };
  RUNNING.set(live, running);
  live.onEvent((event) => {
    const message = messageSent(event);
    if (message === null || message.sentBy !== session.keyName) return;
    outbox.arrived({ id: message.id, conversationId: message.conversation.id, text: message.text });
  });
  // The screens are read anew then, and find what was stored.
  live.onGap(outbox.settle);
  return running;
}

function messageSent(event: LiveEvent) {
  return event.__typename === 'OutboundMessage' ? event.message : null;
}

/** Hands one message to the gateway. Never rejects. */
export async function post(
  client: Client,
  message: KeyedOutgoing,
  to: Recipient,
  from: string | null = null,
): Promise<SendAnswer> {
  const asked = inputOf(message, to, from);
  const answer =
    asked.kind === 'reply'
      ? client.mutation(documentOf(ComposerReplyDocument), { input: asked.input }).then(({ data }) => data?.sendReply)
      : client
          .mutation(documentOf(ComposerTemplateDocument), { input: asked.input })
          .then(({ data }) => data?.sendTemplate);
  return answerOf(await answer);
}

function answerOf(answer: SendAnswerFragment | null | undefined): SendAnswer {
  if (answer == null) return { kind: 'silent' };
  if (answer.__typename === 'Message') {
    return { kind: 'stored', id: answer.id, conversationId: answer.conversation.id };
  }
  // Refused only after it was stored: the thread shows it, with its reason.
  if ('messageRef' in answer && answer.messageRef !== null) {
    return { kind: 'stored', id: answer.messageRef.id, conversationId: answer.messageRef.conversation.id };
  }
  return { kind: 'refused', failure: { code: answer.code, says: answer.message, action: answer.action } };
}
