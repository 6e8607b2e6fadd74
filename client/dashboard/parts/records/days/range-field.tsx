import { useTranslation } from 'react-i18next';
import { useSession } from '../../../data/session-context.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { daysName } from './day-name.ts';
import { addDays, type Day, type RangeWords, rangeOf, SPANS, type Span, startOfDay } from './days.ts';
import { DaysField } from './days-field.tsx';

export interface Range {
  readonly from: Day;
  readonly to: Day;
  /** The moments at which it begins, and at which it is over: ISO 8601. */
  readonly begins: string;
  readonly ends: string;
}

/** The days that the address asks for, on the tenant's calendar. */
export function useRange(words: RangeWords, usual: Span, most: number): Range {
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

/** A usual span of days up to today, or days of one's own: at most `most`. There always is one. */
export function RangeField({
  words,
  range: { from, to },
  usual,
  most,
  onChange,
}: {
  readonly words: RangeWords;
  readonly range: Range;
  readonly usual: Span;
  readonly most: number;
  readonly onChange: (words: RangeWords) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const own = words.from !== '' || words.to !== '';
  const span = SPANS.find((known) => known === words.span) ?? usual;
  const nameOf = (days: Span) => t('records:range.days', { count: Number(days) });
  return (
    <DaysField
      words={own ? daysName(formats, from, to) : nameOf(span)}
      narrowed={own || span !== usual}
      usual={SPANS.map((days) => ({
        label: nameOf(days),
        chosen: !own && days === span,
        onChoose: () => onChange({ span: days === usual ? '' : days, from: '', to: '' }),
      }))}
      value={{ from, to }}
      most={most}
      today={formats.dayKey(Date.now())}
      onChange={(first, last) => onChange({ span: '', from: first, to: last })}
    />
  );
}
