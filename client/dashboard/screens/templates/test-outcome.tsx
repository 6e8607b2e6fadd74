import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { documentOf } from '../../data/documents.ts';
import type { LiveEvent } from '../../data/live.ts';
import { useEvents } from '../../data/live-context.ts';
import { TestSentDocument } from '../../generated/graphql.ts';
import { Ltr } from '../../i18n/text.tsx';
import { Explained } from '../../parts/explained.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import classes from './test-send.module.css';

type StatusUpdate = Extract<LiveEvent, { readonly __typename: 'StatusUpdate' }>;

/** What has become of a test so far; it moves on by itself. */
export function TestOutcome({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: documentOf(TestSentDocument), variables: { id } });
  const [told, setTold] = useState<Pick<StatusUpdate, 'status' | 'error'> | null>(null);
  useEvents((event) => event.__typename === 'StatusUpdate' && event.message.id === id && setTold(event));
  const message = data?.message;
  if (message == null) return null;
  const { contact } = message;
  // The answer may be on its way while its message has gone on: what was told since is newer.
  const { error, status } = told ?? message;
  return (
    <div className={classes.outcome} role="status" data-failed={status === 'FAILED' || undefined}>
      <span>
        {t('templates:test.sentTo')} <Ltr>{contact.phone ?? ''}</Ltr>
      </span>
      <StatusMark status={status} />
      {error != null && (
        <p>
          <Explained failure={{ code: error.code, says: error.meaning, action: error.action }} />
        </p>
      )}
    </div>
  );
}
