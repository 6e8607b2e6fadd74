import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/use-formats.ts';
import { dayName, daysName } from './day-name.ts';
import { addDays, type Day, isDay } from './days.ts';
import { DaysField } from './days-field.tsx';

const SPANS = [1, 7, 30] as const;

/** Days that narrow a list down, as the address says them: '' where it stays open. Any day unless some are chosen. */
export function AnyDaysField({
  from,
  to,
  onChange,
}: {
  readonly from: string;
  readonly to: string;
  readonly onChange: (days: { readonly from: string; readonly to: string }) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const today = formats.dayKey(Date.now());
  const first = isDay(from) ? from : null;
  const last = isDay(to) ? to : null;
  const words = (): string => {
    if (first !== null && last !== null) return daysName(formats, first, last);
    if (first !== null) return t('records:range.since', { day: dayName(formats, first) });
    return last === null ? t('records:range.any') : t('records:range.until', { day: dayName(formats, last) });
  };
  const spans = SPANS.map((count): readonly [number, Day] => [count, addDays(today, 1 - count)]);
  return (
    <DaysField
      words={words()}
      narrowed={first !== null || last !== null}
      usual={[
        {
          label: t('records:range.any'),
          chosen: first === null && last === null,
          onChoose: () => onChange({ from: '', to: '' }),
        },
        ...spans.map(([count, begin]) => ({
          label: t('records:range.days', { count }),
          chosen: first === begin && last === today,
          onChoose: () => onChange({ from: begin, to: today }),
        })),
      ]}
      value={{ from: first, to: last }}
      most={null}
      today={today}
      onChange={(begin, end) => onChange({ from: begin, to: end })}
    />
  );
}
