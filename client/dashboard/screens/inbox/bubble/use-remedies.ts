import { useState } from 'react';
import { useClient } from 'urql';
import { answerOf } from '../../../data/answer.ts';
import { documentOf } from '../../../data/documents.ts';
import {
  InboxCancelDocument,
  InboxResolveDocument,
  InboxSendReplyDocument,
  InboxSendTemplateDocument,
} from '../../../generated/graphql.ts';
import type { Failure } from '../../../i18n/explain.ts';
import type { Resend } from './resend.ts';

export interface Remedies {
  readonly busy: boolean;
  /** Why the last attempt did not work; `code` is '' when the gateway did not answer. */
  readonly failure: Failure | null;
  sendAgain(again: Resend): void;
  /** Not sent, as far as somebody knows: first said so, then sent again. Not when its fate has become known meanwhile. */
  sendAnyway(id: string, again: Resend): void;
  markSent(id: string): void;
  cancel(id: string): void;
}

/** What can be done about a message that did not arrive, or may not have. */
export function useRemedies(): Remedies {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const run = (steps: () => Promise<Failure | null>) => {
    setBusy(true);
    setFailure(null);
    steps()
      .catch(() => ({ code: '', says: '', action: null }))
      .then((told) => {
        setFailure(told);
        setBusy(false);
      });
  };
  const send = async (again: Resend): Promise<Failure | null> => {
    const result =
      again.kind === 'reply'
        ? (await answerOf(client.mutation(documentOf(InboxSendReplyDocument), { input: again.input }))).sendReply
        : (await answerOf(client.mutation(documentOf(InboxSendTemplateDocument), { input: again.input }))).sendTemplate;
    return failureOf(result);
  };
  const resolve = async (id: string, as: 'SENT' | 'NOT_SENT') =>
    failureOf((await answerOf(client.mutation(documentOf(InboxResolveDocument), { id, as }))).resolveMessage);

  return {
    busy,
    failure,
    sendAgain: (again) => run(() => send(again)),
    sendAnyway: (id, again) => run(async () => (await resolve(id, 'NOT_SENT')) ?? send(again)),
    markSent: (id) => run(() => resolve(id, 'SENT')),
    cancel: (id) =>
      run(async () =>
        failureOf((await answerOf(client.mutation(documentOf(InboxCancelDocument), { id }))).cancelMessage),
      ),
  };
}

type Told =
  | { readonly __typename: 'Message' }
  | { readonly code: string; readonly message: string; readonly action: string | null };

function failureOf(result: Told): Failure | null {
  return 'code' in result ? { code: result.code, says: result.message, action: result.action } : null;
}
