import { IconAlertTriangle, IconAntennaOff, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Ltr } from '../../i18n/text.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNow } from '../../i18n/use-now.ts';
import { Fact, Facts, Section } from '../../parts/page.tsx';
import { Tag } from '../../parts/tag.tsx';
import classes from './connection.module.css';
import { type Connection, freshRefusal, isSilent, RESULT_TONES } from './connection-words.ts';

/** What Meta has sent: the verdict in a sentence, then the figures it rests on. */
export function Webhooks({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const { acceptedHandshakeAt, backlog, last, last24Hours, quarantined, refusedHandshake, refusedSignature, storing } =
    connection;
  const when = (at: string) => (
    <time dateTime={at} title={formats.dateTime(at)}>
      {formats.relative(at, now)}
    </time>
  );
  return (
    <Section title={t('connection:webhooks')}>
      <Verdict connection={connection} />
      <Facts>
        {last !== null && (
          <Fact name={t('connection:last')}>
            {when(last.at)}
            <br />
            <Tag tone={RESULT_TONES[last.result]}>{t(`connection:result.${last.result}`)}</Tag>
          </Fact>
        )}
        <Fact name={t('connection:day')}>
          {t('connection:stored', { count: last24Hours.stored })}
          {last24Hours.refused > 0 && (
            <>
              <br />
              {t('connection:refused', { count: last24Hours.refused })}
            </>
          )}
          {last24Hours.failed + last24Hours.overloaded > 0 && (
            <>
              <br />
              {t('connection:failed', { count: last24Hours.failed + last24Hours.overloaded })}
            </>
          )}
        </Fact>
        {storing !== null && (
          <Fact name={t('connection:storing')}>
            {t('connection:ms', { median: formats.number(storing.median), p95: formats.number(storing.p95) })}
          </Fact>
        )}
        {quarantined !== null && quarantined > 0 && (
          <Fact name={t('connection:quarantined')}>
            <Tag tone="warn">{formats.number(quarantined)}</Tag>
          </Fact>
        )}
        {backlog !== null && backlog > 0 && <Fact name={t('connection:backlog')}>{formats.number(backlog)}</Fact>}
        <Fact name={t('connection:lastRefused')}>
          {refusedSignature === null ? (
            <span className={classes.soft}>{t('connection:noneRefused')}</span>
          ) : (
            <>
              {when(refusedSignature.at)} · <Ltr>{refusedSignature.address}</Ltr>
              <br />
              <span className={classes.soft}>{t(`connection:fault.${refusedSignature.fault}`)}</span>
            </>
          )}
        </Fact>
        {acceptedHandshakeAt !== null && (
          <Fact name={t('connection:acceptedHandshake')}>{when(acceptedHandshakeAt)}</Fact>
        )}
        {refusedHandshake !== null && (
          <Fact name={t('connection:refusedHandshake')}>
            {when(refusedHandshake.at)} · <Ltr>{refusedHandshake.address}</Ltr>
            <br />
            <span className={classes.soft}>{t('connection:refusedHandshakeText')}</span>
          </Fact>
        )}
      </Facts>
    </Section>
  );
}

function Verdict({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (isSilent(connection)) {
    return (
      <div className={classes.verdict} data-tone="none">
        <IconAntennaOff size={26} stroke={1.6} aria-hidden="true" />
        <div>
          <h3>{t('connection:silent.title')}</h3>
          <p>{t('connection:silent.text', { since: formats.dateTime(connection.startedAt) })}</p>
        </div>
      </div>
    );
  }
  const { refusedSignature } = connection;
  if (refusedSignature !== null && freshRefusal(connection)) {
    return (
      <div className={classes.verdict} data-tone="bad">
        <IconAlertTriangle size={26} stroke={1.6} aria-hidden="true" />
        <div>
          <h3>{t('connection:bad.title')}</h3>
          <p>{t(`connection:fault.${refusedSignature.fault}`)}</p>
        </div>
      </div>
    );
  }
  return (
    <div className={classes.verdict} data-tone="good">
      <IconCircleCheck size={26} stroke={1.6} aria-hidden="true" />
      <div>
        <h3>{t('connection:good.title')}</h3>
        <p>{t('connection:good.text')}</p>
      </div>
    </div>
  );
}
