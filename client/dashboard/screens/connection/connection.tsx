import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { documentOf } from '../../data/documents.ts';
import { useSession } from '../../data/session-context.ts';
import { openSubscription } from '../../data/socket.ts';
import { ConnectionChangesDocument, ConnectionDocument } from '../../generated/graphql.ts';
import { Page } from '../../parts/page.tsx';
import { Empty, Failed, Loading } from '../../shell/states.tsx';
import { useTitle } from '../../shell/title.ts';
import { Checks } from './checks.tsx';
import { GoLive } from './go-live.tsx';
import { SetUp } from './set-up.tsx';
import { Webhooks } from './webhooks.tsx';

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
  useChanges(again);

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

/** A webhook of any tenant, one that was refused, or a handshake: the figures are asked anew, once a second at most. */
function useChanges(ask: () => void): void {
  const current = useRef(ask);
  useEffect(() => {
    current.current = ask;
  });
  useEffect(() => {
    const tell = () => current.current();
    // Without it the button above remains; a session that is over is told by the event stream.
    return openSubscription(ConnectionChangesDocument, {}, { next: tell, lost() {}, failed() {} });
  }, []);
}
