import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Link, useLocation, useRoute } from 'wouter';
import { documentOf } from '../../data/documents.ts';
import { TenantsDocument } from '../../generated/graphql.ts';
import { typedDirection } from '../../i18n/text.tsx';
import { Page } from '../../parts/page.tsx';
import { Empty, Failed, Loading } from '../../shell/states.tsx';
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
  if (data === undefined) return error === undefined ? <Loading /> : <Failed onRetry={again} />;

  const id = chosen?.['id'];
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
        <TextInput
          type="search"
          size="md"
          aria-label={t('tenants:search')}
          placeholder={t('tenants:search')}
          attributes={typedDirection(search)}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          leftSection={<IconSearch size={18} stroke={1.7} />}
        />
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
