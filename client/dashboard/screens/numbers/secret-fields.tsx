import { useTranslation } from 'react-i18next';
import { SecretField } from './secret-field.tsx';

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
      <SecretField
        label={t('numbers:appSecret')}
        description={t('numbers:appSecretText')}
        value={values.appSecret}
        onChange={(appSecret) => onChange({ ...values, appSecret })}
      />
      <SecretField
        label={t('numbers:verifyToken')}
        description={t('numbers:verifyTokenText')}
        value={values.verifyToken}
        onChange={(verifyToken) => onChange({ ...values, verifyToken })}
      />
    </>
  );
}
