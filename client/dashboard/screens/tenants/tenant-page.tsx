import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leave } from '../../data/leaving.ts';
import { switchTenant } from '../../data/session.ts';
import { useSession } from '../../data/session-context.ts';
import { Ltr, Typed } from '../../i18n/text.tsx';
import { Back, Page, Section } from '../../parts/page.tsx';
import { Tag } from '../../parts/tag.tsx';
import { KeysOf } from '../keys/keys-of.tsx';
import { SuspendTenant } from './suspend-tenant.tsx';
import { TenantQuotas } from './tenant-quotas.tsx';
import { TenantSettings } from './tenant-settings.tsx';
import { HOME, type Tenant } from './tenant-words.ts';
import classes from './tenants.module.css';

/** One tenant: its keys first, since that is what one comes for; then settings, quotas, and whether it may work at all. */
export function TenantPage({ tenant }: { readonly tenant: Tenant }) {
  const { t } = useTranslation();
  const session = useSession();
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const { id, name, state } = tenant;
  const suspended = state === 'SUSPENDED';
  const actFor = () => {
    leave(() => switchTenant(id), '/dashboard').catch(() => setFailed(true));
  };
  return (
    <Page
      title={<Typed>{name}</Typed>}
      lead={
        <span className={classes.where}>
          <Tag tone={suspended ? 'warn' : 'good'}>{t(`tenants:state.${state}`)}</Tag>
          <Ltr>{id}</Ltr>
        </span>
      }
      back={<Back href="/">{t('tenants:back')}</Back>}
      actions={
        id !== session.tenant &&
        !suspended && (
          <Button variant="default" size="md" onClick={actFor}>
            {failed ? t('shell:tenant.failed') : t('tenants:actFor')}
          </Button>
        )
      }
    >
      <KeysOf tenant={id} />
      <TenantSettings tenant={tenant} />
      <TenantQuotas tenant={tenant} />
      {id !== HOME && (
        <Section
          title={suspended ? t('tenants:resume.title') : t('tenants:suspend.title')}
          text={suspended ? t('tenants:resume.text') : t('tenants:suspend.text')}
          actions={
            <Button
              variant="default"
              size="md"
              onClick={() => setAsking(true)}
              c={suspended ? 'var(--ink)' : 'var(--bad)'}
            >
              {suspended ? t('tenants:resume.open') : t('tenants:suspend.open')}
            </Button>
          }
        >
          {asking && <SuspendTenant tenant={tenant} onClose={() => setAsking(false)} />}
        </Section>
      )}
    </Page>
  );
}
