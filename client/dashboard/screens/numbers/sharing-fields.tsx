import { MultiSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ltrField } from '../../i18n/text.tsx';
import { type Assignment, inputOf, type TenantName } from './number-words.ts';
import { TenantSelect } from './tenant-select.tsx';

/** Who shares a number, who gets what answers nobody, and how long an answer is one. */
export function SharingFields({
  given,
  tenants,
  tried,
  onChange,
}: {
  readonly given: Assignment;
  readonly tenants: readonly TenantName[];
  readonly tried: boolean;
  readonly onChange: (given: Assignment) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <MultiSelect
        label={t('numbers:assign.sharers')}
        placeholder={given.tenants.length === 0 ? t('numbers:whose.all') : ''}
        size="md"
        searchable
        limit={50}
        nothingFoundMessage={t('numbers:noTenant')}
        value={[...given.tenants]}
        onChange={(chosen) => onChange({ ...given, tenants: chosen })}
        data={tenants.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TenantSelect
        label={t('numbers:assign.default')}
        description={t('numbers:assign.defaultText')}
        none={t('numbers:assign.box')}
        tenants={given.tenants.length === 0 ? tenants : tenants.filter(({ id }) => given.tenants.includes(id))}
        value={given.defaultTenantId}
        onChange={(defaultTenantId) => onChange({ ...given, defaultTenantId })}
      />
      <TextInput
        label={t('numbers:assign.days')}
        description={t('numbers:assign.daysText')}
        size="md"
        inputMode="numeric"
        attributes={ltrField}
        value={given.answerDays}
        onChange={(event) => onChange({ ...given, answerDays: event.currentTarget.value })}
        error={tried && inputOf(given) === null && t('numbers:assign.daysWrong')}
      />
    </>
  );
}
