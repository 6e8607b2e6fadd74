import { useTranslation } from 'react-i18next';
import { useSession } from '../../../data/session-context.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { addDays, type Day, rangeOf, SPANS, type Span, startOfDay } from '../days.ts';
import { ChoiceField, DayField, Days } from '../fields.tsx';

export interface Range {
  readonly from: Day;
  readonly to: Day;
  /** The moments at which it begins, and at which it is over: ISO 8601. */
  readonly begins: string;
  readonly ends: string;
}

interface Words {
  readonly span: string;
  readonly from: string;
  readonly to: string;
}

/** The days that the address asks for, on the tenant's calendar. */
export function useRange(words: Words, usual: Span, most: number): Range {
  const { timeZone } = useSession();
  const today = useFormats().dayKey(Date.now());
  const { from, to } = rangeOf(words, today, usual, most);
  return {
    from,
    to,
    begins: new Date(startOfDay(from, timeZone)).toISOString(),
    ends: new Date(startOfDay(addDays(to, 1), timeZone)).toISOString(),
  };
}

/** A usual span of days, or a first and a last one. */
export function RangeFields({
  words,
  range,
  usual,
  onChange,
}: {
  readonly words: Words;
  readonly range: Range;
  readonly usual: Span;
  readonly onChange: (words: Words) => void;
}) {
  const { t } = useTranslation();
  const today = useFormats().dayKey(Date.now());
  const own = words.from !== '' || words.to !== '';
  const others = SPANS.filter((span) => span !== usual);
  return (
    <>
      <ChoiceField
        label={t('records:range.label')}
        any={t('records:range.days', { count: Number(usual) })}
        value={own ? 'own' : words.span}
        choices={[
          ...others.map((span) => ({ value: span, label: t('records:range.days', { count: Number(span) }) })),
          { value: 'own', label: t('records:range.own') },
        ]}
        onChange={(value) =>
          onChange(value === 'own' ? { span: '', from: range.from, to: range.to } : { span: value, from: '', to: '' })
        }
      />
      {own && (
        <Days>
          <DayField
            label={t('records:range.from')}
            value={range.from}
            most={today}
            onChange={(from) => onChange({ span: '', from, to: range.to })}
          />
          <DayField
            label={t('records:range.to')}
            value={range.to}
            most={today}
            onChange={(to) => onChange({ span: '', from: range.from, to })}
          />
        </Days>
      )}
    </>
  );
}
