import { useTranslation } from 'react-i18next';
import type { RecordsDeliveryQuery } from '../../generated/graphql.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { type Figure, Figures } from '../../parts/records/chart/figures.tsx';
import { arrived, outcomesOf, shares } from './outcomes.ts';

export type Delivery = RecordsDeliveryQuery['delivery'];

/** The figures that one comes for. */
export function Overview({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const outcomes = outcomesOf(delivery.statuses);
  const of = shares(outcomes);
  const percent = (share: number | undefined) =>
    share === undefined ? undefined : formats.number(share, { style: 'percent', maximumFractionDigits: 1 });
  const figures: readonly Figure[] = [
    { label: t('delivery:figure.total'), value: formats.number(delivery.total) },
    {
      label: t('delivery:figure.arrived'),
      value: formats.number(arrived(outcomes)),
      note: percent(of?.arrived),
    },
    { label: t('delivery:figure.read'), value: formats.number(outcomes.read), note: percent(of?.read) },
    { label: t('delivery:figure.failed'), value: formats.number(outcomes.failed), note: percent(of?.failed) },
    {
      label: t('delivery:figure.time'),
      value: delivery.delivered === null ? '–' : formats.span(delivery.delivered.median),
      note:
        delivery.delivered === null ? undefined : (
          <>
            {t('delivery:figure.p95')} {formats.span(delivery.delivered.p95)}
          </>
        ),
    },
  ];
  return <Figures figures={figures} />;
}
