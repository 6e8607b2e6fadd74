import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { documentOf } from '../../data/documents.ts';
import { useEvents } from '../../data/live-context.ts';
import { useSession } from '../../data/session-context.ts';
import { ConnectionDocument } from '../../generated/graphql.ts';
import { Page } from '../../parts/page.tsx';
import { Empty, Failed, Loading } from '../../shell/states.tsx';
import { useTitle } from '../../shell/title.ts';
import { Checks } from './checks.tsx';
import { GoLive } from './go-live.tsx';
import { SetUp } from './set-up.tsx';
import { Webhooks } from './webhooks.tsx';

/** Events come in swarms; the figures are asked once for each. */
const REST_MS = 1500;

/** For the operator: how the gateway stands with Meta, and what to enter there. */
export default function ConnectionScreen() {
  const { t } = useTranslation();
  const { mode } = useSession();
  const [{ data, error, fetching }, ask] = useQuery({
    query: documentOf(ConnectionDocument),
    requestPolicy: 'cache-and-network',
    variables: {},
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  useTitle(t('connection:title'));
  useAfterEvents(again);

  if (data === undefined) return error === undefined ? <Loading /> : <Failed onRetry={again} />;
  const { connection, phoneNumbers } = data;
  if (connection === null) {
    return <Empty title={t('connection:other.title')}>{t('connection:other.text')}</Empty>;
  }
  return (
    <Page
      title={t('connection:title')}
      lead={mode === 'sandbox' ? t('connection:leadSandbox') : t('connection:lead')}
      actions={
        <Button
          variant="default"
          size="md"
          onClick={again}
          loading={fetching}
          leftSection={<IconRefresh size={18} stroke={1.7} />}
        >
          {t('connection:refresh')}
        </Button>
      }
    >
      <Webhooks connection={connection} />
      <SetUp connection={connection} />
      <Checks numbers={phoneNumbers.filter(({ credentials }) => credentials === 'MASTER')} />
      {mode === 'sandbox' && <GoLive />}
    </Page>
  );
}

/** What has arrived has most likely come by a webhook: the figures are asked anew, once for a swarm of events. */
function useAfterEvents(ask: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEvents((event) => {
    if (event.__typename === 'Checkpoint') return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      ask();
    }, REST_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
