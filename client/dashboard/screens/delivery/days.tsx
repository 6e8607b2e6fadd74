import { useTranslation } from 'react-i18next';
import { DaysSection } from '../../parts/records/chart/days-section.tsx';
import { outcomesOf } from './outcomes.ts';
import type { Delivery } from './overview.tsx';
import { useSeries } from './series.ts';

/** What became of each day's messages. */
export function Days({ days }: { readonly days: Delivery['days'] }) {
  const { t } = useTranslation();
  const totals = outcomesOf(days.flatMap(({ statuses }) => statuses));
  const series = useSeries().filter(({ name }) => totals[name] > 0);
  return (
    <DaysSection
      title={t('delivery:days.title')}
      text={t('delivery:days.text')}
      picture={t('delivery:days.picture', { count: days.length })}
      series={series}
      days={days.map(({ day, statuses }) => ({ day, counts: outcomesOf(statuses) }))}
      totals={totals}
    />
  );
}
