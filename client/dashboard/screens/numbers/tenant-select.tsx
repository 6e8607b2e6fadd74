import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TenantName } from './number-words.ts';

/** No tenant has this id. */
const NOBODY = 'nobody';

/** One of the tenants, found by its name. With `none`, nobody can be chosen too. */
export function TenantSelect({
  label,
  description,
  none,
  tenants,
  value,
  error = null,
  onChange,
}: {
  readonly label: string;
  readonly description?: string;
  readonly none?: string;
  readonly tenants: readonly TenantName[];
  readonly value: string | null;
  readonly error?: string | null;
  readonly onChange: (id: string | null) => void;
}) {
  const { t } = useTranslation();
  return (
    <Select
      label={label}
      {...(description === undefined ? {} : { description })}
      size="md"
      searchable
      limit={50}
      allowDeselect={false}
      placeholder={t('numbers:chooseTenant')}
      nothingFoundMessage={t('numbers:noTenant')}
      value={value ?? (none === undefined ? null : NOBODY)}
      onChange={(chosen) => onChange(chosen === NOBODY ? null : chosen)}
      data={[
        ...(none === undefined ? [] : [{ value: NOBODY, label: none }]),
        ...tenants.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      error={error}
    />
  );
}
