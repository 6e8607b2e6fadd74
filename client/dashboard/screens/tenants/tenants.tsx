import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Link, useLocation, useRoute } from 'wouter';
import { documentOf } from '../../data/documents.ts';
import { TenantsDocument } from '../../generated/graphql.ts';
import { Back, Page } from '../../parts/page.tsx';
import { Fields, SearchField } from '../../parts/records/fields.tsx';
import { RowSkeletons } from '../../parts/records/skeletons.tsx';
import { Empty, Failed } from '../../shell/states.tsx';
import { useTitle } from '../../shell/title.ts';
import { NewTenant } from './new-tenant.tsx';
import { TenantPage } from './tenant-page.tsx';
import { TenantTable } from './tenant-table.tsx';

/** For the operator: who uses the gateway, and everything about each of them. */
export default function TenantsScreen() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [, chosen] = useRoute('/:id');
  const [search, setSearch] = useState('');
  const [making, setMaking] = useState(false);
  const [{ data, error }, ask] = useQuery({
    query: documentOf(TenantsDocument),
    requestPolicy: 'cache-and-network',
    variables: {},
  });
  useTitle(t('tenants:title'));
  const again = () => ask({ requestPolicy: 'network-only' });
  const id = chosen?.['id'];
  if (data === undefined) {
    const state = error === undefined ? <RowSkeletons height={36} /> : <Failed onRetry={again} />;
    if (id === undefined) {
      return (
        <Page title={t('tenants:title')} lead={t('tenants:lead')}>
          {state}
        </Page>
      );
    }
    return (
      <Page title={t('tenants:one')} back={<Back href="/">{t('tenants:back')}</Back>}>
        {state}
      </Page>
    );
  }
  if (id !== undefined) {
    const tenant = data.tenants.find((one) => one.id === id);
    if (tenant !== undefined) return <TenantPage key={id} tenant={tenant} />;
    return <Empty title={t('tenants:gone')} action={<Link href="/">{t('tenants:back')}</Link>} />;
  }
  const wanted = search.trim().toLowerCase();
  const found = data.tenants.filter((one) => `${one.name} ${one.id}`.toLowerCase().includes(wanted));
  return (
    <Page
      title={t('tenants:title')}
      lead={t('tenants:lead')}
      actions={
        <Button size="md" leftSection={<IconPlus size={18} stroke={1.9} />} onClick={() => setMaking(true)}>
          {t('tenants:new.open')}
        </Button>
      }
    >
      {data.tenants.length > 8 && (
        <Fields onClear={null}>
          <SearchField label={t('tenants:search')} value={search} onChange={setSearch} />
        </Fields>
      )}
      <TenantTable tenants={found} />
      {found.length === 0 && <p role="status">{t('tenants:none')}</p>}
      {making && (
        <NewTenant
          onClose={() => setMaking(false)}
          onMade={(made) => {
            again();
            go(`/${made}`);
          }}
        />
      )}
    </Page>
  );
}
