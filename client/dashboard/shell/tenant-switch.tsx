import { Alert, Modal, NavLink, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { documentOf } from '../data/documents.ts';
import { leave } from '../data/leaving.ts';
import { switchTenant } from '../data/session.ts';
import { useSession } from '../data/session-context.ts';
import { TenantNamesDocument } from '../generated/graphql.ts';
import { Ltr, Typed } from '../i18n/text.tsx';
import { Failed, Loading } from './states.tsx';

/** For the operator: for whom to go on. Everything is read anew for that tenant, in every tab. */
export default function TenantSwitch({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shell:tenant.switch')}
      closeButtonProps={{ 'aria-label': t('shell:close'), size: 44, iconSize: 20 }}
    >
      <Tenants />
    </Modal>
  );
}

function Tenants() {
  const { t } = useTranslation();
  const { tenant } = useSession();
  const [search, setSearch] = useState('');
  const [failed, setFailed] = useState(false);
  const [{ data, error }, ask] = useQuery({
    query: documentOf(TenantNamesDocument),
    requestPolicy: 'cache-and-network',
    variables: {},
  });
  if (error !== undefined) return <Failed onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (data === undefined) return <Loading rows={3} />;

  const wanted = search.trim().toLowerCase();
  const found = data.tenants.filter(({ id, name }) => `${name} ${id}`.toLowerCase().includes(wanted));
  const go = (id: string) => {
    leave(() => switchTenant(id), '/dashboard').catch(() => setFailed(true));
  };
  return (
    <>
      <TextInput
        label={t('shell:tenant.search')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        data-autofocus
        mb="sm"
        size="md"
      />
      {failed && (
        <Alert color="red" mb="sm" role="alert">
          {t('shell:tenant.failed')}
        </Alert>
      )}
      {found.map(({ id, name, state }) => (
        <NavLink
          key={id}
          component="button"
          label={<Typed>{name}</Typed>}
          description={state === 'SUSPENDED' ? t('shell:tenant.suspended') : <Ltr>{id}</Ltr>}
          active={id === tenant}
          rightSection={id === tenant ? <IconCheck size={18} aria-hidden="true" /> : null}
          onClick={() => go(id)}
        />
      ))}
      {found.length === 0 && <p role="status">{t('shell:tenant.none')}</p>}
    </>
  );
}
