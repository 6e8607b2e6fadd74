import { Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../data/act.ts';
import { documentOf } from '../../data/documents.ts';
import { NewTenantDocument } from '../../generated/graphql.ts';
import { ltrField, typedDirection } from '../../i18n/text.tsx';
import { Choices } from '../../parts/choices.tsx';
import { FormDialog } from '../../parts/dialog.tsx';
import { KINDS, timeZones, USUAL_TIME_ZONE } from './tenant-words.ts';

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
        attributes={typedDirection(name)}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={tried && name.trim() === '' && t('tenants:needed')}
        data-autofocus
      />
      <Choices
        label={t('tenants:kind.label')}
        value={kind}
        choices={KINDS.map((value) => ({
          value,
          word: t(`tenants:kind.${value}.word`),
          text: t(`tenants:kind.${value}.text`),
        }))}
        onChange={setKind}
      />
      <Select
        label={t('tenants:timeZone')}
        size="md"
        searchable
        limit={60}
        allowDeselect={false}
        value={timeZone}
        onChange={(value) => setTimeZone(value ?? USUAL_TIME_ZONE)}
        data={zones}
        attributes={ltrField}
      />
    </FormDialog>
  );
}
