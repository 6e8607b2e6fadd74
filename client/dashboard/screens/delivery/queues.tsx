import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { documentOf } from '../../data/documents.ts';
import { RecordsNumbersDocument, type RecordsNumbersQuery } from '../../generated/graphql.ts';
import { Ltr, Typed } from '../../i18n/text.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNow } from '../../i18n/use-now.ts';
import { Section } from '../../parts/page.tsx';
import { Body, Cell, Line, Table } from '../../parts/table.tsx';
import classes from './queues.module.css';

/** What waits to go out, and since when. */
export function Queues() {
  const { t } = useTranslation();
  const now = useNow(1_000);
  const [{ data }] = useQuery({ query: documentOf(RecordsNumbersDocument), requestPolicy: 'cache-first' });
  const waiting = (data?.phoneNumbers ?? []).flatMap((number) =>
    number.queue !== null && (number.queue.depth > 0 || isPaused(number.queue, now))
      ? [{ ...number, queue: number.queue }]
      : [],
  );
  if (data === undefined) return null;
  return (
    <Section title={t('delivery:queue.title')}>
      {waiting.length === 0 ? (
        <p className={classes.none}>{t('delivery:queue.none')}</p>
      ) : (
        <Table>
          <thead>
            <tr>
              <th scope="col">{t('delivery:numbers.column')}</th>
              <th scope="col" data-number>
                {t('delivery:queue.depth')}
              </th>
              <th scope="col" data-number>
                {t('delivery:queue.age')}
              </th>
              <th scope="col" data-number>
                {t('delivery:queue.rate')}
              </th>
              <th scope="col">{t('delivery:queue.state')}</th>
            </tr>
          </thead>
          <Body>
            {waiting.map((number) => (
              <QueueRow key={number.id} number={number} now={now} />
            ))}
          </Body>
        </Table>
      )}
    </Section>
  );
}

type Queued = RecordsNumbersQuery['phoneNumbers'][number];
type Waiting = NonNullable<Queued['queue']>;

function isPaused({ pausedUntil }: Waiting, now: number): boolean {
  return pausedUntil !== null && Date.parse(pausedUntil) > now;
}

function QueueRow({
  number: { display, phoneNumberId, queue },
  now,
}: {
  readonly number: Queued & { readonly queue: Waiting };
  readonly now: number;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Line>
      <Cell data-wide>
        <Ltr>{display || phoneNumberId}</Ltr>
      </Cell>
      <Cell data-number data-label={t('delivery:queue.depth')}>
        {formats.number(queue.depth)}
      </Cell>
      <Cell data-number data-label={t('delivery:queue.age')}>
        {queue.oldestAt === null ? '–' : formats.span(Math.max(0, now - Date.parse(queue.oldestAt)))}
      </Cell>
      <Cell data-number data-label={t('delivery:queue.rate')}>
        {formats.number(queue.rate)}
      </Cell>
      <Cell data-wide>
        {isPaused(queue, now) && queue.pausedUntil !== null ? (
          <>
            {t('delivery:queue.paused', { time: formats.timeWithSeconds(queue.pausedUntil) })}{' '}
            {queue.pauseReason !== null && <Typed>{queue.pauseReason}</Typed>}
          </>
        ) : (
          t('delivery:queue.running')
        )}
      </Cell>
    </Line>
  );
}
