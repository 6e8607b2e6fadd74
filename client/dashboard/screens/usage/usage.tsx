import '../../parts/records/chart/chart.css';
import { IconChartHistogram } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { documentOf } from '../../data/documents.ts';
import { RecordsUsageDocument } from '../../generated/graphql.ts';
import { Ltr } from '../../i18n/text.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { Page } from '../../parts/page.tsx';
import { useAddress } from '../../parts/records/address.ts';
import { Figures } from '../../parts/records/chart/figures.tsx';
import { RangeField, useRange } from '../../parts/records/days/range-field.tsx';
import { Export } from '../../parts/records/export.tsx';
import { Fields } from '../../parts/records/fields.tsx';
import { ChartSkeleton } from '../../parts/records/skeletons.tsx';
import { Empty, Failed } from '../../shell/states.tsx';
import { useTitle } from '../../shell/title.ts';
import { Days } from './days.tsx';
import { Kinds, Prices } from './tables.tsx';
import type { Usage } from './usage-tables.ts';

const NAMES = ['span', 'from', 'to'] as const;
/** Days that the gateway tells at most. */
const MOST_DAYS = 366;
const USUAL = '30';

/** What the tenant has used, by the days of its calendar. */
export default function UsageScreen() {
  const { t } = useTranslation();
  const { set, values } = useAddress(NAMES);
  const range = useRange(values, USUAL, MOST_DAYS);
  const { from, to } = range;
  const [{ data, error, fetching }, ask] = useQuery({
    query: documentOf(RecordsUsageDocument),
    variables: { from, to },
    requestPolicy: 'cache-and-network',
  });
  useTitle(t('usage:title'));
  const usage = data?.usage;
  const narrowed = NAMES.some((name) => values[name] !== '');
  return (
    <Page
      title={t('usage:title')}
      lead={
        <>
          {t('usage:lead')} {usage !== undefined && <Ltr>{usage.timeZone}</Ltr>}
        </>
      }
      actions={<Export address="/api/v1/whatsapp/usage" name={`usage-${from}-to-${to}`} filters={{ from, to }} />}
      filters={
        <Fields onClear={narrowed ? () => set({ span: '', from: '', to: '' }) : null}>
          <RangeField words={values} range={range} usual={USUAL} most={MOST_DAYS} onChange={set} />
        </Fields>
      }
    >
      {usage === undefined ? (
        error && !fetching ? (
          <Failed onRetry={() => ask({ requestPolicy: 'network-only' })} />
        ) : (
          <ChartSkeleton />
        )
      ) : usage.totals.messages === 0 && usage.stored.files === 0 ? (
        <Empty icon={<IconChartHistogram size={28} stroke={1.6} />} title={t('usage:empty.title')}>
          {t('usage:empty.text')}
        </Empty>
      ) : (
        <>
          <Totals usage={usage} />
          <Days usage={usage} from={from} to={to} />
          <Kinds rows={data?.kinds.rows ?? []} />
          <Prices rows={data?.prices.rows ?? []} />
        </>
      )}
    </Page>
  );
}

function Totals({ usage: { stored, totals } }: { readonly usage: Usage }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const told = totals.billable + totals.notBillable;
  return (
    <Figures
      figures={[
        { label: t('usage:figure.outbound'), value: formats.number(totals.outbound) },
        { label: t('usage:figure.inbound'), value: formats.number(totals.inbound) },
        { label: t('usage:figure.failed'), value: formats.number(totals.failed) },
        {
          label: t('usage:figure.billable'),
          value: formats.number(totals.billable),
          note: t('usage:figure.told', { count: told }),
        },
        {
          label: t('usage:figure.stored'),
          value: formats.bytes(stored.bytes),
          note: t('usage:figure.files', { count: stored.files }),
        },
      ]}
    />
  );
}
