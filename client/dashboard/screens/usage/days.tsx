import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { DayBars } from '../../parts/records/chart/day-bars.tsx';
import { Legend, type Series } from '../../parts/records/chart/swatch.tsx';
import { dayName } from '../../parts/records/day-name.ts';
import { daysBetween } from '../../parts/records/days.ts';
import { Section } from '../../parts/records/page.tsx';
import { Body, Cell, Line, Table } from '../../parts/records/table.tsx';
import { byDay, type Usage, type UsageDay } from './usage-tables.ts';

/** What was used each day: as bars, or as figures. */
export function Days({ usage, from, to }: { readonly usage: Usage; readonly from: string; readonly to: string }) {
  const { t } = useTranslation();
  const [as, setAs] = useState<'chart' | 'table'>('chart');
  const days = byDay(usage.rows, daysBetween(from, to));
  const series: readonly Series<'OUTBOUND' | 'INBOUND'>[] = [
    { name: 'OUTBOUND', label: t('usage:figure.outbound'), colour: 'var(--chart-read)' },
    { name: 'INBOUND', label: t('usage:figure.inbound'), colour: 'var(--chart-underway)' },
  ];
  const sums = { OUTBOUND: usage.totals.outbound, INBOUND: usage.totals.inbound };
  return (
    <Section
      title={t('usage:days.title')}
      text={t('usage:days.text')}
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
          <DayBars label={t('usage:days.picture', { count: days.length })} series={series} days={days} />
          <Legend series={series} figure={(name) => String(sums[name])} />
        </>
      ) : (
        <Figures days={days} />
      )}
    </Section>
  );
}

function Figures({ days }: { readonly days: readonly UsageDay[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">{t('records:column.day')}</th>
          <th scope="col" data-number>
            {t('usage:figure.outbound')}
          </th>
          <th scope="col" data-number>
            {t('usage:figure.inbound')}
          </th>
        </tr>
      </thead>
      <Body>
        {days.toReversed().map(({ counts, day }) => (
          <Line key={day}>
            <Cell data-wide>{dayName(formats, day)}</Cell>
            <Cell data-number data-label={t('usage:figure.outbound')}>
              {formats.number(counts.OUTBOUND)}
            </Cell>
            <Cell data-number data-label={t('usage:figure.inbound')}>
              {formats.number(counts.INBOUND)}
            </Cell>
          </Line>
        ))}
      </Body>
    </Table>
  );
}
