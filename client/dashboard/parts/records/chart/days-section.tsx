import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/use-formats.ts';
import { Section } from '../../page.tsx';
import { Body, Cell, Line, Table } from '../../table.tsx';
import { dayName } from '../days/day-name.ts';
import { type DayBar, DayBars } from './day-bars.tsx';
import { Legend, type Series } from './swatch.tsx';

/** Counts by day, as bars or as figures. `picture` says what the bars show; `totals` are shown beside the names. */
export function DaysSection<const Name extends string>({
  title,
  text,
  picture,
  series,
  days,
  totals,
}: {
  readonly title: string;
  readonly text: string;
  readonly picture: string;
  readonly series: readonly Series<Name>[];
  readonly days: readonly DayBar<Name>[];
  readonly totals: Readonly<Record<Name, number>>;
}) {
  const { t } = useTranslation();
  const [as, setAs] = useState<'chart' | 'table'>('chart');
  return (
    <Section
      title={title}
      text={text}
      actions={
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
        <div>
          <DayBars label={picture} series={series} days={days} />
          <Legend series={series} figure={(name) => String(totals[name])} />
        </div>
      ) : (
        <Figures series={series} days={days} />
      )}
    </Section>
  );
}

/** The same in words: the newest day first, with its sum where it has several parts. */
function Figures<const Name extends string>({
  series,
  days,
}: {
  readonly series: readonly Series<Name>[];
  readonly days: readonly DayBar<Name>[];
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const sum = ({ counts }: DayBar<Name>) => series.reduce((so, { name }) => so + (counts[name] ?? 0), 0);
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">{t('records:column.day')}</th>
          <th scope="col" data-number>
            {t('records:column.total')}
          </th>
          {series.map(({ label, name }) => (
            <th key={name} scope="col" data-number>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <Body>
        {days.toReversed().map((bar) => (
          <Line key={bar.day}>
            <Cell data-wide>{dayName(formats, bar.day)}</Cell>
            <Cell data-number data-label={t('records:column.total')}>
              {formats.number(sum(bar))}
            </Cell>
            {series.map(({ label, name }) => (
              <Cell key={name} data-number data-label={label}>
                {formats.number(bar.counts[name] ?? 0)}
              </Cell>
            ))}
          </Line>
        ))}
      </Body>
    </Table>
  );
}
