import '../../parts/records/chart/chart.css';
import { Button } from '@mantine/core';
import { IconChartBar, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { documentOf } from '../../data/documents.ts';
import { RecordsDeliveryDocument, RecordsNumbersDocument } from '../../generated/graphql.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Page } from '../../parts/page.tsx';
import { useAddress } from '../../parts/records/address.ts';
import { RangeField, useRange } from '../../parts/records/days/range-field.tsx';
import { ChoiceField, Fields } from '../../parts/records/fields.tsx';
import { useNumbers } from '../../parts/records/numbers.ts';
import { ChartSkeleton } from '../../parts/records/skeletons.tsx';
import { Empty, Failed } from '../../shell/states.tsx';
import { useTitle } from '../../shell/title.ts';
import { ByNumber, ByTemplate } from './breakdowns.tsx';
import { Days } from './days.tsx';
import { Failures } from './failures.tsx';
import { Overview } from './overview.tsx';
import { Queues } from './queues.tsx';

const NAMES = ['span', 'from', 'to', 'number'] as const;
/** Days that the gateway counts at most. */
const MOST_DAYS = 92;
const USUAL = '7';

/** What has become of what was sent. */
export default function DeliveryScreen() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { set, values } = useAddress(NAMES);
  const range = useRange(values, USUAL, MOST_DAYS);
  const numbers = useNumbers();
  const [{ data, error, fetching }, ask] = useQuery({
    query: documentOf(RecordsDeliveryDocument),
    variables: { from: range.begins, to: range.ends, phoneNumberId: values.number || null },
    requestPolicy: 'cache-and-network',
  });
  const [, askQueues] = useQuery({ query: documentOf(RecordsNumbersDocument), requestPolicy: 'cache-and-network' });
  const refresh = () => {
    ask({ requestPolicy: 'network-only' });
    askQueues({ requestPolicy: 'network-only' });
  };
  useTitle(t('delivery:title'));

  const delivery = data?.delivery;
  const narrowed = NAMES.some((name) => values[name] !== '');
  return (
    <Page
      title={t('delivery:title')}
      lead={
        delivery === undefined
          ? t('delivery:lead')
          : `${t('delivery:lead')} ${t('delivery:counted', { time: formats.timeWithSeconds(delivery.at) })}`
      }
      actions={
        <Button
          variant="default"
          size="md"
          loading={fetching && delivery !== undefined}
          leftSection={<IconRefresh size={18} stroke={1.7} />}
          onClick={refresh}
        >
          {t('records:refresh')}
        </Button>
      }
      filters={
        <Fields onClear={narrowed ? () => set({ span: '', from: '', to: '', number: '' }) : null}>
          <RangeField words={values} range={range} usual={USUAL} most={MOST_DAYS} onChange={set} />
          {numbers.length > 1 && (
            <ChoiceField
              label={t('records:filter.number')}
              any={t('records:filter.anyNumber')}
              value={values.number}
              choices={numbers}
              onChange={(number) => set({ number })}
            />
          )}
        </Fields>
      }
    >
      {delivery === undefined ? (
        error && !fetching ? (
          <Failed onRetry={refresh} />
        ) : (
          <ChartSkeleton />
        )
      ) : delivery.total === 0 ? (
        <>
          <Empty icon={<IconChartBar size={28} stroke={1.6} />} title={t('delivery:empty.title')}>
            {t('delivery:empty.text')}
          </Empty>
          <Queues />
        </>
      ) : (
        <>
          <Overview delivery={delivery} />
          <Days days={delivery.days} />
          <Queues />
          <Failures failures={delivery.failures} range={range} number={values.number} />
          <ByTemplate templates={delivery.templates} />
          <ByNumber numbers={delivery.numbers} />
        </>
      )}
    </Page>
  );
}
