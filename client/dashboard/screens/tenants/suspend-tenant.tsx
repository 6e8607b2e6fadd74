import { useTranslation } from 'react-i18next';
import { useAct } from '../../data/act.ts';
import { documentOf } from '../../data/documents.ts';
import { ChangeTenantDocument } from '../../generated/graphql.ts';
import { FormDialog } from '../../parts/dialog.tsx';
import type { Tenant } from './tenant-words.ts';

/** Asks before a tenant is stopped, and before it goes on. */
export function SuspendTenant({
  tenant: { id, name, state },
  onClose,
}: {
  readonly tenant: Tenant;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { act, busy, failure } = useAct<Tenant>();
  const suspended = state === 'SUSPENDED';
  const submit = () => {
    const variables = { id, state: suspended ? ('ACTIVE' as const) : ('SUSPENDED' as const) };
    void act(documentOf(ChangeTenantDocument), variables, ({ updateTenant }) => updateTenant).then(
      (done) => done !== null && onClose(),
    );
  };
  return (
    <FormDialog
      title={suspended ? t('tenants:resume.ask', { name }) : t('tenants:suspend.ask', { name })}
      word={suspended ? t('tenants:resume.open') : t('tenants:suspend.open')}
      danger={!suspended}
      busy={busy}
      failure={failure}
      onClose={onClose}
      onDone={submit}
    >
      <p>{suspended ? t('tenants:resume.text') : t('tenants:suspend.text')}</p>
    </FormDialog>
  );
}
