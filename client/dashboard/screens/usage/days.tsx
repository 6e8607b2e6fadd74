import { useTranslation } from 'react-i18next';
import { DaysSection } from '../../parts/records/chart/days-section.tsx';
import { daysBetween } from '../../parts/records/days/days.ts';
import { byDay, type Usage } from './usage-tables.ts';

/** What was used each day. */
export function Days({ usage, from, to }: { readonly usage: Usage; readonly from: string; readonly to: string }) {
  const { t } = useTranslation();
  const days = byDay(usage.rows, daysBetween(from, to));
  return (
    <DaysSection
      title={t('usage:days.title')}
      text={t('usage:days.text')}
      picture={t('usage:days.picture', { count: days.length })}
      series={[
        { name: 'OUTBOUND', label: t('usage:figure.outbound'), colour: 'var(--chart-read)' },
        { name: 'INBOUND', label: t('usage:figure.inbound'), colour: 'var(--chart-underway)' },
      ]}
      days={days}
      totals={{ OUTBOUND: usage.totals.outbound, INBOUND: usage.totals.inbound }}
    />
  );
}
