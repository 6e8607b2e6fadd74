import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { documentOf } from '../../../data/documents.ts';
import { NumberPauseDocument } from '../../../generated/graphql.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { Explained } from '../../../parts/explained.tsx';
import type { ThreadMessage } from '../thread/thread-model.ts';
import classes from './trouble.module.css';

/** What a queued message waits for, and until when it is tried at all. */
export function Waits({ message }: { readonly message: ThreadMessage }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { expiresAt, phoneNumber, waitsFor } = message;
  return (
    <>
      {t(`inbox:waits.${waitsFor ?? 'TURN'}`)} {waitsFor === 'PAUSED_NUMBER' && <Pause numberId={phoneNumber.id} />}
      {expiresAt !== null && (
        <small className={classes.until}>{t('inbox:waits.until', { time: formats.dateTime(expiresAt) })}</small>
      )}
    </>
  );
}

/** Why a number (`num_…`) is paused, in the words for Meta's code, and when it is tried again. */
function Pause({ numberId }: { readonly numberId: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [{ data }] = useQuery({
    query: documentOf(NumberPauseDocument),
    variables: { id: numberId },
    requestPolicy: 'cache-and-network',
  });
  const queue = data?.node != null && 'queue' in data.node ? data.node.queue : null;
  // Until the answer is here, or when the pause has ended meanwhile, the sentence before says all.
  if (queue == null || queue.pausedUntil === null) return null;
  const { pausedUntil, pauseError } = queue;
  return (
    <>
      {t('inbox:waits.pausedUntil', { time: formats.time(pausedUntil) })}{' '}
      {pauseError === null ? (
        t('inbox:waits.asked')
      ) : (
        <Explained failure={{ code: pauseError.code, says: pauseError.meaning, action: pauseError.action }} />
      )}
    </>
  );
}
