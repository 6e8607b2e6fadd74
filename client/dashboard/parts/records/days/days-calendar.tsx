import '@mantine/dates/styles.css';
import { useDirection } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../../data/settings-context.ts';
import { weekOf } from '../../../i18n/locale.ts';
import { calendarWords } from './calendar-words.ts';
import { addDays, type Day } from './days.ts';
import classes from './days-calendar.module.css';
import type { DaysChosen } from './days-field.tsx';

/** A month to choose a first and a last day in; the same one twice for a day alone. */
export default function DaysCalendar({
  value,
  most,
  today,
  onChange,
}: {
  readonly value: DaysChosen;
  readonly most: number | null;
  readonly today: Day;
  readonly onChange: (from: Day, to: Day) => void;
}) {
  const { t } = useTranslation();
  const { dir } = useDirection();
  const settings = useSettings();
  const words = calendarWords(settings);
  const week = weekOf(settings);
  const [first, setFirst] = useState<Day | null>(null);
  const shown: [Day | null, Day | null] =
    first === null ? [value.from, value.from === null ? null : (value.to ?? today)] : [first, null];
  const tooFar = (day: Day) =>
    first !== null && most !== null && (day > addDays(first, most - 1) || day < addDays(first, 1 - most));
  return (
    <div onKeyDownCapture={dir === 'rtl' ? turnArrows : undefined}>
      <DatePicker
        type="range"
        allowSingleDateInRange
        value={shown}
        onChange={([from, to]) => {
          if (from !== null && to !== null) onChange(from, to);
          else setFirst(from);
        }}
        defaultDate={value.to ?? value.from ?? today}
        maxDate={today}
        excludeDate={tooFar}
        firstDayOfWeek={week.begins}
        weekendDays={[...week.weekend]}
        hideOutsideDates
        // The tenant's today: the calendar would mark the browser's.
        getDayProps={(day) => (day === today ? { 'aria-current': 'date' } : {})}
        withCellSpacing={false}
        renderDay={words.dayOfMonth}
        getDayAriaLabel={words.wholeDay}
        weekdayFormat={(day) => (
          <>
            <span aria-hidden="true">{words.shortWeekday(day)}</span>
            <span className="visually-hidden">{words.weekday(day)}</span>
          </>
        )}
        monthLabelFormat={words.monthOfYear}
        monthsListFormat={words.month}
        yearLabelFormat={words.year}
        yearsListFormat={words.year}
        decadeLabelFormat={(begin, end) => `${words.year(begin)} – ${words.year(end)}`}
        ariaLabels={{
          previousMonth: t('records:calendar.previousMonth'),
          nextMonth: t('records:calendar.nextMonth'),
          previousYear: t('records:calendar.previousYear'),
          nextYear: t('records:calendar.nextYear'),
          previousDecade: t('records:calendar.previousDecade'),
          nextDecade: t('records:calendar.nextDecade'),
        }}
        classNames={{
          day: classes.day ?? '',
          weekday: classes.weekday ?? '',
          calendarHeader: classes.head ?? '',
          calendarHeaderControl: classes.control ?? '',
          calendarHeaderLevel: classes.level ?? '',
          monthsListControl: classes.wide ?? '',
          yearsListControl: classes.wide ?? '',
        }}
      />
    </div>
  );
}

/** From right to left the day on the left is the next one: the calendar knows but the other way. */
function turnArrows(event: KeyboardEvent): void {
  const turned = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[event.key];
  if (turned === undefined || !event.isTrusted) return;
  event.preventDefault();
  event.stopPropagation();
  event.target.dispatchEvent(new window.KeyboardEvent('keydown', { key: turned, bubbles: true, cancelable: true }));
}
