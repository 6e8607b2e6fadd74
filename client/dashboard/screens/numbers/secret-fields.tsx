import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface Secrets {
  readonly appSecret: string;
  readonly verifyToken: string;
}

/** What a tenant's own app at Meta signs its webhooks with, and shows itself with. Both may be left out. */
export function SecretFields({
  values,
  onChange,
}: {
  readonly values: Secrets;
  readonly onChange: (values: Secrets) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <PasswordInput
        label={t('numbers:appSecret')}
        description={t('numbers:appSecretText')}
        size="md"
        dir="ltr"
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': t('parts:show', { label: t('numbers:appSecret') }) }}
        value={values.appSecret}
        onChange={(event) => onChange({ ...values, appSecret: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('numbers:verifyToken')}
        description={t('numbers:verifyTokenText')}
        size="md"
        dir="ltr"
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': t('parts:show', { label: t('numbers:verifyToken') }) }}
        value={values.verifyToken}
        onChange={(event) => onChange({ ...values, verifyToken: event.currentTarget.value })}
      />
    </>
  );
}
