import { useTranslation } from 'react-i18next';
import { ChoiceField, Fields, SearchField } from '../../parts/records/fields.tsx';
import { useNumbers } from '../../parts/records/numbers.ts';
import { DIRECTIONS, STATUSES } from '../../parts/records/statuses.ts';
import { KINDS, type LiveFilter } from './kinds.ts';

/** What narrows the stream down. */
export function Filters({
  values,
  onChange,
}: {
  readonly values: LiveFilter;
  readonly onChange: (changes: Partial<LiveFilter>, step?: 'step') => void;
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { direction, kind, number, q, status } = values;
  const narrowed = Object.values(values).some((value) => value !== '');
  const nothing = { direction: '', kind: '', number: '', q: '', status: '' };
  return (
    <Fields folds onClear={narrowed ? () => onChange(nothing) : null}>
      <SearchField label={t('live:search')} value={q} onChange={(words) => onChange({ q: words }, 'step')} />
      <ChoiceField
        label={t('live:filter.kind')}
        any={t('live:filter.anyKind')}
        value={kind}
        choices={KINDS.map((value) => ({ value, label: t(`live:kind.${value}`) }))}
        onChange={(value) => onChange({ kind: value })}
      />
      <ChoiceField
        label={t('records:filter.direction')}
        any={t('records:filter.anyDirection')}
        value={direction}
        choices={DIRECTIONS.map((value) => ({ value, label: t(`records:direction.${value}`) }))}
        onChange={(value) => onChange({ direction: value })}
      />
      {numbers.length > 1 && (
        <ChoiceField
          label={t('records:filter.number')}
          any={t('records:filter.anyNumber')}
          value={number}
          choices={numbers}
          onChange={(value) => onChange({ number: value })}
        />
      )}
      <ChoiceField
        label={t('records:filter.status')}
        any={t('records:filter.anyStatus')}
        value={status}
        choices={STATUSES.map((value) => ({ value, label: t(`states:word.${value}`) }))}
        onChange={(value) => onChange({ status: value })}
      />
    </Fields>
  );
}
