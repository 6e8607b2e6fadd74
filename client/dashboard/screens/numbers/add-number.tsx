import { PasswordInput, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../data/act.ts';
import { documentOf } from '../../data/documents.ts';
import { useSession } from '../../data/session-context.ts';
import { AddNumberDocument } from '../../generated/graphql.ts';
import { FormDialog } from '../../parts/dialog.tsx';
import classes from './numbers.module.css';
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
        <Radio.Group
          label={t('numbers:credentials.label')}
          size="md"
          value={by}
          onChange={(value) => setBy(value === 'STORED' ? 'STORED' : 'MASTER')}
        >
          {REACHED_BY.map((value) => (
            <Radio
              key={value}
              value={value}
              className={classes.choice ?? ''}
              label={t(`numbers:credentials.${value}.word`)}
              description={t(`numbers:credentials.${value}.text`)}
            />
          ))}
        </Radio.Group>
      )}
      <TextInput
        label={t('numbers:metaId')}
        description={t('numbers:add.metaIdText')}
        size="md"
        inputMode="numeric"
        dir="ltr"
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
        dir="ltr"
        value={wabaId}
        onChange={(event) => setWabaId(event.currentTarget.value)}
        error={missing(wabaId, stored)}
      />
      {stored && (
        <>
          <PasswordInput
            label={t('numbers:token')}
            description={t('numbers:add.tokenText')}
            size="md"
            dir="ltr"
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': t('parts:show', { label: t('numbers:token') }) }}
            value={accessToken}
            onChange={(event) => setAccessToken(event.currentTarget.value)}
            error={missing(accessToken)}
          />
          <SecretFields values={secrets} onChange={setSecrets} />
        </>
      )}
    </FormDialog>
  );
}
