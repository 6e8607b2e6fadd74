import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useSearch } from 'wouter';
import { documentOf } from '../../data/documents.ts';
import { useEvents } from '../../data/live-context.ts';
import { RecordsMessageDocument } from '../../generated/graphql.ts';
import { Typed } from '../../i18n/text.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { Explained } from '../../parts/explained.tsx';
import { Back, Page, Section } from '../../parts/page.tsx';
import { Json } from '../../parts/records/json.tsx';
import { wordsOf } from '../../parts/records/message-line.tsx';
import { RowSkeletons } from '../../parts/records/skeletons.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { Empty, Failed } from '../../shell/states.tsx';
import { useTitle } from '../../shell/title.ts';
import { Facts, type WholeMessage } from './facts.tsx';
import classes from './message-page.module.css';
import { Timeline } from './timeline.tsx';

/** All that is known of one message. Its status moves as it happens. */
export function MessagePage({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const search = useSearch();
  const [{ data, error, fetching }, ask] = useQuery({
    query: documentOf(RecordsMessageDocument),
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  useTitle(t('messages:one'));
  useEvents((event) => {
    if ('message' in event && event.message.id === id) again();
  });

  // The filters of the list stay in the address, for the way back.
  const back = <Back href={`/?${search}`}>{t('messages:back')}</Back>;
  if (data === undefined) {
    return (
      <Page title={t('messages:one')} back={back}>
        {error && !fetching ? <Failed onRetry={again} /> : <RowSkeletons />}
      </Page>
    );
  }
  const { message } = data;
  if (message === null) {
    return (
      <Empty title={t('messages:unknown.title')} action={back}>
        {t('messages:unknown.text')}
      </Empty>
    );
  }
  const words = saidBy(message);
  return (
    <Page
      back={back}
      title={
        <>
          {t(`messages:heading.${message.direction}`)} · {t(`records:type.${message.type}`)}
        </>
      }
      lead={
        <span className={classes.state}>
          <StatusMark status={message.status} />
          <span>{t(`states:sentence.${message.status}`)}</span>
        </span>
      }
    >
      {message.error !== null && (
        <div className={classes.failure}>
          <p>
            <Explained
              failure={{ code: message.error.code, says: message.error.meaning, action: message.error.action }}
            />
          </p>
          {message.retrySafety !== null && <p>{t(`messages:retry.${message.retrySafety}`)}</p>}
        </div>
      )}
      <div className={classes.halves}>
        <div>
          {words !== '' && (
            <blockquote className={classes.words}>
              <Typed block>{words}</Typed>
            </blockquote>
          )}
          <Timeline timeline={message.timeline} />
        </div>
        <Facts message={message} formats={formats} />
      </div>
      <Section title={t('messages:payloads.title')} text={t('messages:payloads.text')}>
        <Payloads message={message} />
      </Section>
    </Page>
  );
}

/** What the message says: of a template, what the person got. '' where its kind says it all. */
function saidBy({ content, text }: WholeMessage): string {
  if (content?.__typename !== 'TemplateContent') return text ?? wordsOf({ content, text }) ?? '';
  const { body, footer, header } = content.preview ?? {};
  return [header?.text, body?.text, footer].filter((words) => words != null && words !== '').join('\n\n');
}

function Payloads({ message }: { readonly message: WholeMessage }) {
  const { t } = useTranslation();
  const { answer, raw, timeline } = message;
  const inbound = message.direction === 'INBOUND';
  const statuses = timeline.filter((change) => change.raw !== null);
  if (raw === null && answer === null && statuses.length === 0) return <p>{t('messages:payloads.none')}</p>;
  return (
    <div className={classes.payloads}>
      {raw !== null && (
        <Payload name={inbound ? t('messages:payloads.inbound') : t('messages:payloads.outbound')} value={raw} opened />
      )}
      {answer !== null && <Payload name={t('messages:payloads.answer')} value={answer} opened={raw === null} />}
      {statuses.map((change) => (
        <Payload
          key={`${change.status} ${change.recordedAt}`}
          name={t('messages:payloads.status', { status: t(`states:word.${change.status}`) })}
          value={change.raw}
          opened={false}
        />
      ))}
    </div>
  );
}

function Payload({
  name,
  value,
  opened,
}: {
  readonly name: string;
  readonly value: unknown;
  readonly opened: boolean;
}) {
  return (
    <details open={opened}>
      <summary>{name}</summary>
      <Json value={value} label={name} />
    </details>
  );
}
