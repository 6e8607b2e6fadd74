import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../data/act.ts';
import { documentOf } from '../../data/documents.ts';
import { ChangeNumberDocument } from '../../generated/graphql.ts';
import { FormDialog } from '../../parts/dialog.tsx';
import type { OwnNumber } from './number-words.ts';
import { SecretField } from './secret-field.tsx';
import { SecretFields } from './secret-fields.tsx';

/** Replaces what is stored; what is left empty stays. The secret before the new one counts until the rotation is over. */
export function ChangeCredentials({
  number: { id },
  onClose,
}: {
  readonly number: OwnNumber;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { act, busy, failure } = useAct<OwnNumber>();
  const [accessToken, setAccessToken] = useState('');
  const [secrets, setSecrets] = useState({ appSecret: '', verifyToken: '' });
  const [finish, setFinish] = useState(false);
  const [tried, setTried] = useState(false);
  const given = {
    accessToken: accessToken.trim(),
    appSecret: secrets.appSecret.trim(),
    verifyToken: secrets.verifyToken.trim(),
  };
  const nothing = Object.values(given).every((value) => value === '') && !finish;
  const submit = () => {
    setTried(true);
    if (nothing) return;
    const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
    const variables = { id, input: { ...filled, finishRotation: finish } };
    void act(documentOf(ChangeNumberDocument), variables, ({ updatePhoneNumber }) => updatePhoneNumber).then(
      (done) => done !== null && onClose(),
    );
  };
  return (
    <FormDialog
      title={t('numbers:change.title')}
      word={t('numbers:change.done')}
      busy={busy}
      failure={failure}
      onClose={onClose}
      onDone={submit}
    >
      <p>{t('numbers:change.text')}</p>
      <SecretField
        label={t('numbers:token')}
        value={accessToken}
        onChange={setAccessToken}
        error={tried && nothing && t('numbers:change.nothing')}
        autoFocus
      />
      <SecretFields values={secrets} onChange={setSecrets} />
      <Checkbox
        label={t('numbers:change.finish')}
        description={t('numbers:change.finishText')}
        checked={finish}
        onChange={(event) => setFinish(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}
