import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../data/act.ts';
import { documentOf } from '../../data/documents.ts';
import { GiveUnroutedDocument } from '../../generated/graphql.ts';
import { FormDialog } from '../../parts/dialog.tsx';
import type { TenantName } from './number-words.ts';
import { TenantSelect } from './tenant-select.tsx';
import type { Unrouted } from './use-unrouted.ts';

/** Gives a message, or all that its author wrote to that number, to a tenant. */
export function GiveUnrouted({
  message: { from, id, phoneNumberId },
  tenants,
  onClose,
  onDone,
}: {
  readonly message: Unrouted;
  readonly tenants: readonly TenantName[];
  readonly onClose: () => void;
  /** Told in a sentence what was given. */
  readonly onDone: (says: string) => void;
}) {
  const { t } = useTranslation();
  const { act, busy, failure } = useAct<{ readonly messages: number; readonly tenant: { readonly name: string } }>();
  const [tenant, setTenant] = useState<string | null>(null);
  const [all, setAll] = useState(true);
  const [tried, setTried] = useState(false);
  const contact = from.phone ?? from.userId;
  const submit = () => {
    setTried(true);
    if (tenant === null) return;
    const choice = all && contact !== null ? { author: { phoneNumberId, contact } } : { ids: [id] };
    void act(documentOf(GiveUnroutedDocument), { choice, tenant }, ({ assignUnrouted }) => assignUnrouted).then(
      (made) => made !== null && onDone(t('numbers:unrouted.given', { count: made.messages, name: made.tenant.name })),
    );
  };
  return (
    <FormDialog
      title={t('numbers:unrouted.give')}
      word={t('numbers:unrouted.open')}
      busy={busy}
      failure={failure}
      onClose={onClose}
      onDone={submit}
    >
      <p>{t('numbers:unrouted.giveText')}</p>
      <TenantSelect
        label={t('numbers:assign.which')}
        tenants={tenants}
        value={tenant}
        onChange={setTenant}
        error={tried && tenant === null ? t('numbers:needed') : null}
      />
      {contact !== null && (
        <Checkbox
          label={t('numbers:unrouted.all')}
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      )}
    </FormDialog>
  );
}
