import { Button } from '@mantine/core';
import { IconHash, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Link, useLocation, useRoute } from 'wouter';
import { documentOf } from '../../data/documents.ts';
import { useSession } from '../../data/session-context.ts';
import { NumbersDocument, TenantNamesDocument } from '../../generated/graphql.ts';
import { Back, Page } from '../../parts/page.tsx';
import { RowSkeletons } from '../../parts/records/skeletons.tsx';
import { Empty, Failed } from '../../shell/states.tsx';
import { useTitle } from '../../shell/title.ts';
import { AddNumber } from './add-number.tsx';
import { NumberPage } from './number-page.tsx';
import { NumberTable } from './number-table.tsx';
import { UnroutedBox } from './unrouted-box.tsx';

/** The numbers of a tenant; for the operator those of all, and the box of what nobody claims. */
export default function NumbersScreen() {
  const { t } = useTranslation();
  const { role } = useSession();
  const [, go] = useLocation();
  const [, chosen] = useRoute('/:id');
  const [adding, setAdding] = useState(false);
  const operator = role === 'operator';
  const [{ data, error }, ask] = useQuery({
    query: documentOf(NumbersDocument),
    requestPolicy: 'cache-and-network',
    variables: { all: operator },
  });
  const [{ data: known }] = useQuery({ query: documentOf(TenantNamesDocument), variables: {}, pause: !operator });
  const tenants = known?.tenants ?? [];
  useTitle(t('numbers:title'));
  const again = () => ask({ requestPolicy: 'network-only' });
  const id = chosen?.['id'];
  const lead = operator ? t('numbers:leadAll') : t('numbers:lead');
  if (data === undefined) {
    const state = error === undefined ? <RowSkeletons rows={3} height={36} /> : <Failed onRetry={again} />;
    if (id === undefined) {
      return (
        <Page title={t('numbers:title')} lead={lead}>
          {state}
        </Page>
      );
    }
    return (
      <Page title={t('numbers:number')} back={<Back href="/">{t('numbers:back')}</Back>}>
        {state}
      </Page>
    );
  }

  const { phoneNumbers } = data;
  if (id !== undefined) {
    const number = phoneNumbers.find((one) => one.id === id);
    if (number === undefined) {
      return <Empty title={t('numbers:gone')} action={<Link href="/">{t('numbers:back')}</Link>} />;
    }
    return (
      <NumberPage
        key={id}
        number={number}
        tenants={tenants}
        onRemoved={() => {
          again();
          go('/');
        }}
      />
    );
  }
  const add = (
    <Button size="md" leftSection={<IconPlus size={18} stroke={1.9} />} onClick={() => setAdding(true)}>
      {t('numbers:add.open')}
    </Button>
  );
  return (
    <Page title={t('numbers:title')} lead={lead} actions={add}>
      {phoneNumbers.length === 0 ? (
        <Empty icon={<IconHash size={28} stroke={1.6} />} title={t('numbers:empty.title')}>
          {t('numbers:empty.text')}
        </Empty>
      ) : (
        <NumberTable numbers={phoneNumbers} tenants={tenants} />
      )}
      {operator && <UnroutedBox numbers={phoneNumbers} tenants={tenants} />}
      {adding && (
        <AddNumber
          onClose={() => setAdding(false)}
          onAdded={(added) => {
            again();
            setAdding(false);
            go(`/${added}`);
          }}
        />
      )}
    </Page>
  );
}
