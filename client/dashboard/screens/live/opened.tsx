import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { documentOf } from '../../data/documents.ts';
import { RecordsRawDocument, type RecordsRawQuery } from '../../generated/graphql.ts';
import { Explained } from '../../parts/explained.tsx';
import { Json } from '../../parts/records/json.tsx';
import { bodyOf, messageOf } from './kinds.ts';
import classes from './row.module.css';
import type { TapeEvent } from './tape.ts';

/** The item as the gateway tells it, and what WhatsApp had sent. */
export function Opened({ event }: { readonly event: TapeEvent }) {
  const { t } = useTranslation();
  const message = messageOf(event);
  const failure = event.__typename === 'StatusUpdate' ? event.error : null;
  return (
    <div className={classes.opened}>
      {failure !== null && (
        <p className={classes.failure}>
          <Explained failure={{ code: failure.code, says: failure.meaning, action: failure.action }} />
        </p>
      )}
      <div className={classes.halves}>
        <div>
          <h2>{t('live:body')}</h2>
          <Json value={bodyOf(event)} label={t('live:body')} />
        </div>
        {message !== null && <FromWhatsApp event={event} id={message.id} />}
      </div>
      {message !== null && (
        <Link href={`~/dashboard/messages/${message.id}`} className={classes.whole ?? ''}>
          {t('live:whole')}
        </Link>
      )}
    </div>
  );
}

function FromWhatsApp({ event, id }: { readonly event: TapeEvent; readonly id: string }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: documentOf(RecordsRawDocument), variables: { id } });
  const raw = data?.message == null ? null : rawOf(event, data.message);
  if (raw === null) return null;
  return (
    <div>
      <h2>{t('live:raw')}</h2>
      <Json value={raw} label={t('live:raw')} />
    </div>
  );
}

/** What WhatsApp sent for this item: the message, the status, or its answer to the send. */
function rawOf(event: TapeEvent, message: NonNullable<RecordsRawQuery['message']>): unknown {
  if (event.__typename === 'InboundMessage') return message.raw;
  if (event.__typename !== 'StatusUpdate') return null;
  const told = message.timeline.find(({ at, status }) => at === event.at && status === event.status);
  return told?.raw ?? (event.status === 'ACCEPTED' ? message.answer : null) ?? null;
}
