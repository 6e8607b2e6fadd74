import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { DayBars } from '../../parts/records/chart/day-bars.tsx';
import { Legend } from '../../parts/records/chart/swatch.tsx';
import { dayName } from '../../parts/records/day-name.ts';
import { Section } from '../../parts/records/page.tsx';
import { Body, Cell, Line, Table } from '../../parts/records/table.tsx';
import { type Outcome, outcomesOf } from './outcomes.ts';
import type { Delivery } from './overview.tsx';
import { useSeries } from './series.ts';

/** What became of each day's messages: as bars, or as figures. */
export function Days({ days }: { readonly days: Delivery['days'] }) {
  const { t } = useTranslation();
  const [as, setAs] = useState<'chart' | 'table'>('chart');
  const all = useSeries();
  const counted = days.map(({ day, statuses, total }) => ({ day, total, counts: outcomesOf(statuses) }));
  const sum = outcomesOf(days.flatMap(({ statuses }) => statuses));
  const series = all.filter(({ name }) => sum[name] > 0);
  return (
    <Section
      title={t('delivery:days.title')}
      text={t('delivery:days.text')}
      beside={
        <SegmentedControl
          aria-label={t('records:as.label')}
          value={as}
          onChange={(value) => setAs(value === 'table' ? 'table' : 'chart')}
          data={[
            { value: 'chart', label: t('records:as.chart') },
            { value: 'table', label: t('records:as.table') },
          ]}
        />
      }
    >
      {as === 'chart' ? (
        <>
          <DayBars label={t('delivery:days.picture', { count: days.length })} series={series} days={counted} />
          <Legend series={series} figure={(name) => String(sum[name])} />
        </>
      ) : (
        <Figures days={counted} outcomes={series.map(({ name }) => name)} />
      )}
    </Section>
  );
}

function Figures({
  days,
  outcomes,
}: {
  readonly outcomes: readonly Outcome[];
  readonly days: readonly {
    readonly day: string;
    readonly total: number;
    readonly counts: ReturnType<typeof outcomesOf>;
  }[];
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">{t('records:column.day')}</th>
          <th scope="col" data-number>
            {t('records:column.total')}
          </th>
          {outcomes.map((name) => (
            <th key={name} scope="col" data-number>
              {t(`delivery:outcome.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <Body>
        {days.toReversed().map(({ counts, day, total }) => (
          <Line key={day}>
            <Cell>{dayName(formats, day)}</Cell>
            <Cell data-number data-label={t('records:column.total')}>
              {formats.number(total)}
            </Cell>
            {outcomes.map((name) => (
              <Cell key={name} data-number data-label={t(`delivery:outcome.${name}`)}>
                {formats.number(counts[name])}
              </Cell>
            ))}
          </Line>
        ))}
      </Body>
    </Table>
  );
}
