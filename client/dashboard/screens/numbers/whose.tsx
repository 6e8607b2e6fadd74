import { useTranslation } from 'react-i18next';
import { Ltr, Typed } from '../../i18n/text.tsx';
import type { OwnNumber, TenantName } from './number-words.ts';

/** Who sends from a number. */
export function Whose({
  number: { shared, sharing, tenantId },
  tenants,
}: {
  readonly number: Pick<OwnNumber, 'shared' | 'sharing' | 'tenantId'>;
  readonly tenants: readonly TenantName[];
}) {
  const { t } = useTranslation();
  if (shared) {
    const some = sharing?.tenants ?? null;
    return some === null ? t('numbers:whose.all') : t('numbers:whose.some', { count: some.length });
  }
  if (tenantId === null) return null;
  const name = tenants.find(({ id }) => id === tenantId)?.name;
  return name === undefined ? <Ltr>{tenantId}</Ltr> : <Typed>{name}</Typed>;
}
