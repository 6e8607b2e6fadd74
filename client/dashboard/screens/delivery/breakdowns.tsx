import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliveryCountFieldsFragment } from '../../generated/graphql.ts';
import { Ltr } from '../../i18n/text.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { Section } from '../../parts/page.tsx';
import { Share } from '../../parts/records/chart/swatch.tsx';
import { Body, Cell, Line, Table } from '../../parts/table.tsx';
import { arrived, outcomesOf, shares } from './outcomes.ts';
import type { Delivery } from './overview.tsx';
import { useSeries } from './series.ts';

interface Counted {
  readonly key: string;
  readonly name: ReactNode;
  readonly counts: Pick<DeliveryCountFieldsFragment, 'total' | 'statuses'>;
}

/** What became of each template's messages. */
export function ByTemplate({ templates }: { readonly templates: Delivery['templates'] }) {
  const { t } = useTranslation();
  if (templates.length === 0) return null;
  const lines = templates.map((counts) => ({
    key: `${counts.name} ${counts.language}`,
    name: (
      <>
        <Ltr code>{counts.name}</Ltr>{' '}
        <small>
          <Ltr>{counts.language}</Ltr>
        </small>
      </>
    ),
    counts,
  }));
  return (
    <Section title={t('delivery:templates.title')}>
      <Lines first={t('delivery:templates.column')} lines={lines} />
    </Section>
  );
}

/** What became of what was sent from each number. */
export function ByNumber({ numbers }: { readonly numbers: Delivery['numbers'] }) {
  const { t } = useTranslation();
  if (numbers.length < 2) return null;
  const lines = numbers.map((counts) => ({
    key: counts.phoneNumberId,
    name: <Ltr>{counts.phoneNumber?.display || counts.phoneNumberId}</Ltr>,
    counts,
  }));
  return (
    <Section title={t('delivery:numbers.title')}>
      <Lines first={t('delivery:numbers.column')} lines={lines} />
    </Section>
  );
}

function Lines({ first, lines }: { readonly first: string; readonly lines: readonly Counted[] }) {
  const { t } = useTranslation();
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col">
            <span className="visually-hidden">{t('delivery:share')}</span>
          </th>
          <th scope="col" data-number>
            {t('records:column.total')}
          </th>
          <th scope="col" data-number>
            {t('delivery:figure.arrived')}
          </th>
          <th scope="col" data-number>
            {t('delivery:figure.read')}
          </th>
          <th scope="col" data-number>
            {t('delivery:figure.failed')}
          </th>
        </tr>
      </thead>
      <Body>
        {lines.map((line) => (
          <LineRow key={line.key} line={line} />
        ))}
      </Body>
    </Table>
  );
}

function LineRow({ line: { counts, name } }: { readonly line: Counted }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const series = useSeries();
  const outcomes = outcomesOf(counts.statuses);
  const of = shares(outcomes);
  const figure = (count: number, share: number | undefined) =>
    share === undefined
      ? formats.number(count)
      : `${formats.number(count)} · ${formats.number(share, { style: 'percent', maximumFractionDigits: 0 })}`;
  return (
    <Line>
      <Cell data-wide>{name}</Cell>
      <Cell data-wide>
        <Share series={series} counts={outcomes} />
      </Cell>
      <Cell data-number data-label={t('records:column.total')}>
        {formats.number(counts.total)}
      </Cell>
      <Cell data-number data-label={t('delivery:figure.arrived')}>
        {figure(arrived(outcomes), of?.arrived)}
      </Cell>
      <Cell data-number data-label={t('delivery:figure.read')}>
        {figure(outcomes.read, of?.read)}
      </Cell>
      <Cell data-number data-label={t('delivery:figure.failed')}>
        {figure(outcomes.failed, of?.failed)}
      </Cell>
    </Line>
  );
}
