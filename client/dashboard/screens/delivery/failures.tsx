import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormats } from '../../i18n/use-formats.ts';
import { Explained } from '../../parts/explained.tsx';
import { Section } from '../../parts/page.tsx';
import type { Range } from '../../parts/records/days/range-field.tsx';
import classes from './failures.module.css';
import type { Delivery } from './overview.tsx';

/** Why messages failed, the most frequent reason first; each leads to its messages. */
export function Failures({
  failures,
  range,
  number,
}: {
  readonly failures: Delivery['failures'];
  readonly range: Range;
  readonly number: string;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (failures.length === 0) return null;
  const most = Math.max(...failures.map(({ count }) => count));
  return (
    <Section title={t('delivery:failures.title')} text={t('delivery:failures.text')}>
      <ul className={classes.failures}>
        {failures.map(({ count, error }) => {
          const query = new URLSearchParams({ code: String(error.code), from: range.from, to: range.to });
          if (number !== '') query.set('number', number);
          return (
            <li key={error.code}>
              <div className={classes.bar} aria-hidden="true">
                <span style={{ inlineSize: `${(count / most) * 100}%` }} />
              </div>
              <strong>{formats.number(count)}</strong>
              <p>
                <Explained failure={{ code: error.code, says: error.meaning, action: error.action }} />
              </p>
              <Link href={`~/dashboard/messages?${query}`}>{t('delivery:failures.show', { count })}</Link>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
