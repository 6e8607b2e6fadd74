import { Radio, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../data/act.ts';
import { documentOf } from '../../data/documents.ts';
import { NewTenantDocument } from '../../generated/graphql.ts';
import { FormDialog } from '../../parts/dialog.tsx';
import { KINDS, timeZones, USUAL_TIME_ZONE } from './tenant-words.ts';
import classes from './tenants.module.css';

/** Asks for the name and kind of a tenant to be. The next thing it needs is a key. */
export function NewTenant({
  onClose,
  onMade,
}: {
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}) {
  const { t } = useTranslation();
  const zones = useMemo(timeZones, []);
  const { act, busy, failure } = useAct<{ readonly id: string }>();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('STANDARD');
  const [timeZone, setTimeZone] = useState(USUAL_TIME_ZONE);
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (name.trim() === '') return;
    void act(documentOf(NewTenantDocument), { name, kind, timeZone }, ({ createTenant }) => createTenant).then(
      (made) => made !== null && onMade(made.id),
    );
  };
  return (
    <FormDialog
      title={t('tenants:new.title')}
      word={t('tenants:new.done')}
      busy={busy}
      failure={failure}
      onClose={onClose}
      onDone={submit}
    >
      <TextInput
        label={t('tenants:name')}
        size="md"
        maxLength={100}
        dir="auto"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={tried && name.trim() === '' && t('tenants:needed')}
        data-autofocus
      />
      <Radio.Group
        label={t('tenants:kind.label')}
        size="md"
        value={kind}
        onChange={(value) => setKind(value === 'DIRECT' ? 'DIRECT' : 'STANDARD')}
      >
        {KINDS.map((value) => (
          <Radio
            key={value}
            value={value}
            className={classes.choice ?? ''}
            label={t(`tenants:kind.${value}.word`)}
            description={t(`tenants:kind.${value}.text`)}
          />
        ))}
      </Radio.Group>
      <Select
        label={t('tenants:timeZone')}
        size="md"
        searchable
        limit={60}
        allowDeselect={false}
        value={timeZone}
        onChange={(value) => setTimeZone(value ?? USUAL_TIME_ZONE)}
        data={zones}
        dir="ltr"
      />
    </FormDialog>
  );
}
