import { useTranslation } from 'react-i18next';
import { Ltr } from '../../i18n/text.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { Section } from '../../parts/page.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { stepsOf, type TimelineStep } from './steps.ts';
import classes from './timeline.module.css';

/** A message's history from top to bottom, with the time between its steps. */
export function Timeline({ timeline }: { readonly timeline: readonly TimelineStep[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Section title={t('messages:timeline.title')} text={t('messages:timeline.text')}>
      <ol className={classes.timeline}>
        {stepsOf(timeline).map(({ change, sinceLast, storedWithin }) => (
          <li key={`${change.status} ${change.recordedAt}`} data-status={change.status}>
            {sinceLast !== null && (
              <span className={classes.gap}>
                <span className="visually-hidden">{t('messages:timeline.after')} </span>
                {formats.span(sinceLast)}
              </span>
            )}
            <div className={classes.step}>
              <span className={classes.what}>
                <StatusMark status={change.status} />
                {change.error !== null && <Ltr code>{change.error.code}</Ltr>}
              </span>
              <time dateTime={change.at}>{formats.timeWithSeconds(change.at)}</time>
              <small>
                {t('messages:timeline.stored')} {formats.span(storedWithin)}
              </small>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
