import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../data/act.ts';
import { documentOf } from '../../data/documents.ts';
import { RotateKeyDocument } from '../../generated/graphql.ts';
import { FormDialog } from '../../parts/dialog.tsx';
import type { Key, NewKey } from './key-words.ts';

const OVERLAPS = ['0', '1', '24', '72', '168'] as const;

/** Makes another key in the place of one; both work until the overlap is over. */
export function RotateKey({
  of: { id, name },
  onClose,
  onMade,
}: {
  readonly of: Key;
  readonly onClose: () => void;
  readonly onMade: (made: NewKey) => void;
}) {
  const { t } = useTranslation();
  const { act, busy, failure } = useAct<NewKey>();
  const [hours, setHours] = useState('24');
  const submit = () => {
    const variables = { id, overlapHours: Number(hours) };
    void act(documentOf(RotateKeyDocument), variables, ({ rotateApiKey }) => rotateApiKey).then(
      (made) => made !== null && onMade(made),
    );
  };
  return (
    <FormDialog
      title={t('keys:rotate.title', { name })}
      word={t('keys:rotate.done')}
      busy={busy}
      failure={failure}
      onClose={onClose}
      onDone={submit}
    >
      <p>{t('keys:rotate.text')}</p>
      <Select
        label={t('keys:rotate.overlap')}
        size="md"
        value={hours}
        allowDeselect={false}
        onChange={(value) => setHours(value ?? '24')}
        data={OVERLAPS.map((value) => ({
          value,
          label: value === '0' ? t('keys:rotate.now') : t('keys:rotate.hours', { count: Number(value) }),
        }))}
      />
    </FormDialog>
  );
}
