import { useTranslation } from 'react-i18next';
import { AnyDaysField } from '../../parts/records/days/any-days-field.tsx';
import { ChoiceField, Fields, SearchField, WordField } from '../../parts/records/fields.tsx';
import { useNumbers } from '../../parts/records/numbers.ts';
import { DIRECTIONS, STATUSES, TYPES } from '../../parts/records/statuses.ts';
import { type FilterWords, NO_WORDS } from './message-filter.ts';

/** What narrows the history down. */
export function Filters({
  words,
  onChange,
}: {
  readonly words: FilterWords;
  readonly onChange: (changes: Partial<FilterWords>, step?: 'step') => void;
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const narrowed = Object.values(words).some((value) => value !== '');
  return (
    <Fields folds onClear={narrowed ? () => onChange(NO_WORDS) : null}>
      <SearchField label={t('messages:search')} value={words.q} onChange={(q) => onChange({ q }, 'step')} />
      <ChoiceField
        label={t('records:filter.direction')}
        any={t('records:filter.anyDirection')}
        value={words.direction}
        choices={DIRECTIONS.map((value) => ({ value, label: t(`records:direction.${value}`) }))}
        onChange={(direction) => onChange({ direction })}
      />
      <ChoiceField
        label={t('records:filter.status')}
        any={t('records:filter.anyStatus')}
        value={words.status}
        choices={STATUSES.map((value) => ({ value, label: t(`states:word.${value}`) }))}
        onChange={(status) => onChange({ status })}
      />
      <ChoiceField
        label={t('records:filter.type')}
        any={t('records:filter.anyType')}
        value={words.type}
        choices={TYPES.map((value) => ({ value, label: t(`records:type.${value}`) }))}
        onChange={(type) => onChange({ type })}
      />
      {numbers.length > 1 && (
        <ChoiceField
          label={t('records:filter.number')}
          any={t('records:filter.anyNumber')}
          value={words.number}
          choices={numbers}
          onChange={(number) => onChange({ number })}
        />
      )}
      <WordField
        label={t('records:filter.code')}
        latin="digits"
        value={words.code}
        onChange={(code) => onChange({ code }, 'step')}
      />
      <AnyDaysField from={words.from} to={words.to} onChange={onChange} />
      {words.contact !== '' && (
        <WordField
          label={t('records:filter.contact')}
          latin="id"
          value={words.contact}
          onChange={(contact) => onChange({ contact }, 'step')}
        />
      )}
    </Fields>
  );
}
