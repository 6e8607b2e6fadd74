import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../data/act.ts';
import { documentOf } from '../../data/documents.ts';
import { useSession } from '../../data/session-context.ts';
import { IssueKeyDocument } from '../../generated/graphql.ts';
import { ltrField, typedDirection } from '../../i18n/text.tsx';
import { FormDialog } from '../../parts/dialog.tsx';
import { addressesIn, type NewKey, SCOPES, type Scope } from './key-words.ts';
import classes from './keys.module.css';

const DAY_MS = 24 * 60 * 60 * 1000;
const LIFETIMES = ['none', '30', '90', '365'] as const;

/** Asks what a new key is to be called and may do. Nobody issues a key that may more than their own. */
export function IssueKey({
  tenant,
  onClose,
  onMade,
}: {
  readonly tenant: string | null;
  readonly onClose: () => void;
  readonly onMade: (made: NewKey) => void;
}) {
  const { t } = useTranslation();
  const { scopes: own } = useSession();
  const { act, busy, failure } = useAct<NewKey>();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(() => own.filter((one) => one !== 'manage'));
  const [lifetime, setLifetime] = useState<string>('none');
  const [addresses, setAddresses] = useState('');
  const [tried, setTried] = useState(false);

  const submit = () => {
    setTried(true);
    if (name.trim() === '' || scopes.length === 0) return;
    const variables = {
      tenant,
      name,
      scopes: [...scopes],
      expiresAt: lifetime === 'none' ? null : new Date(Date.now() + Number(lifetime) * DAY_MS).toISOString(),
      allowedIps: addressesIn(addresses),
    };
    void act(documentOf(IssueKeyDocument), variables, ({ issueApiKey }) => issueApiKey).then(
      (made) => made !== null && onMade(made),
    );
  };
  return (
    <FormDialog
      title={t('keys:issue.title')}
      word={t('keys:issue.done')}
      busy={busy}
      failure={failure}
      onClose={onClose}
      onDone={submit}
    >
      <TextInput
        label={t('keys:name')}
        description={t('keys:issue.nameText')}
        size="md"
        maxLength={100}
        attributes={typedDirection(name)}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={(tried && name.trim() === '' && t('keys:issue.needed')) || (failure?.field === 'name' && failure.says)}
        data-autofocus
      />
      <Checkbox.Group
        label={t('keys:may')}
        size="md"
        value={[...scopes]}
        onChange={(value) => setScopes(SCOPES.filter((one) => value.includes(one)))}
        error={tried && scopes.length === 0 && t('keys:issue.scopeNeeded')}
      >
        {SCOPES.filter((one) => own.includes(one)).map((scope) => (
          <Checkbox
            key={scope}
            value={scope}
            className={classes.check ?? ''}
            label={t(`keys:scope.${scope}.word`)}
            description={t(`keys:scope.${scope}.text`)}
          />
        ))}
      </Checkbox.Group>
      <Select
        label={t('keys:expires')}
        size="md"
        value={lifetime}
        allowDeselect={false}
        onChange={(value) => setLifetime(value ?? 'none')}
        data={LIFETIMES.map((value) => ({
          value,
          label: value === 'none' ? t('keys:expiresNever') : t('keys:issue.days', { count: Number(value) }),
        }))}
      />
      <Textarea
        label={t('keys:addresses')}
        description={t('keys:addressesText')}
        size="md"
        attributes={ltrField}
        autosize
        minRows={1}
        maxRows={6}
        value={addresses}
        onChange={(event) => setAddresses(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
