import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../data/act.ts';
import { documentOf } from '../../data/documents.ts';
import { useSession } from '../../data/session-context.ts';
import { AddNumberDocument } from '../../generated/graphql.ts';
import { ltrField } from '../../i18n/text.tsx';
import { Choices } from '../../parts/choices.tsx';
import { FormDialog } from '../../parts/dialog.tsx';
import { SecretField } from './secret-field.tsx';
import { SecretFields } from './secret-fields.tsx';

const REACHED_BY = ['MASTER', 'STORED'] as const;

/** Asks what reaches a number; Meta is asked before it is stored. */
export function AddNumber({
  onClose,
  onAdded,
}: {
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
}) {
  const { t } = useTranslation();
  const { role } = useSession();
  const { act, busy, failure } = useAct<{ readonly id: string }>();
  const [by, setBy] = useState<(typeof REACHED_BY)[number]>(role === 'operator' ? 'MASTER' : 'STORED');
  const [phoneNumberId, setPhoneNumberId] = useState('');
  const [wabaId, setWabaId] = useState('');
  const [accessToken, setAccessToken] = useState('');
  const [secrets, setSecrets] = useState({ appSecret: '', verifyToken: '' });
  const [tried, setTried] = useState(false);
  const stored = by === 'STORED';
  const missing = (value: string, needed = true) => tried && needed && value.trim() === '' && t('numbers:needed');
  const submit = () => {
    setTried(true);
    if (phoneNumberId.trim() === '' || (stored && (wabaId.trim() === '' || accessToken.trim() === ''))) return;
    const given = (value: string) => (value.trim() === '' ? null : value.trim());
    const input = {
      phoneNumberId: phoneNumberId.trim(),
      wabaId: given(wabaId),
      ...(stored
        ? {
            accessToken: accessToken.trim(),
            appSecret: given(secrets.appSecret),
            verifyToken: given(secrets.verifyToken),
          }
        : {}),
    };
    void act(documentOf(AddNumberDocument), { input }, ({ addPhoneNumber }) => addPhoneNumber).then(
      (made) => made !== null && onAdded(made.id),
    );
  };
  return (
    <FormDialog
      title={t('numbers:add.title')}
      word={t('numbers:add.done')}
      busy={busy}
      failure={failure}
      onClose={onClose}
      onDone={submit}
    >
      {role === 'operator' && (
        <Choices
          label={t('numbers:credentials.label')}
          value={by}
          choices={REACHED_BY.map((value) => ({
            value,
            word: t(`numbers:credentials.${value}.word`),
            text: t(`numbers:credentials.${value}.text`),
          }))}
          onChange={setBy}
        />
      )}
      <TextInput
        label={t('numbers:metaId')}
        description={t('numbers:add.metaIdText')}
        size="md"
        inputMode="numeric"
        attributes={ltrField}
        value={phoneNumberId}
        onChange={(event) => setPhoneNumberId(event.currentTarget.value)}
        error={missing(phoneNumberId)}
        data-autofocus
      />
      <TextInput
        label={t('numbers:account')}
        description={stored ? t('numbers:add.accountText') : t('numbers:add.accountMaster')}
        size="md"
        inputMode="numeric"
        attributes={ltrField}
        value={wabaId}
        onChange={(event) => setWabaId(event.currentTarget.value)}
        error={missing(wabaId, stored)}
      />
      {stored && (
        <>
          <SecretField
            label={t('numbers:token')}
            description={t('numbers:add.tokenText')}
            value={accessToken}
            onChange={setAccessToken}
            error={missing(accessToken)}
          />
          <SecretFields values={secrets} onChange={setSecrets} />
        </>
      )}
    </FormDialog>
  );
}
