import { Drawer, Popover, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCalendar, IconChevronDown } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from './days.ts';
import classes from './days-field.module.css';

// Calendars are large, and seldom asked for.
const DaysCalendar = lazy(() => import('./days-calendar.tsx'));

/** Days that are chosen in one go, such as the last thirty. */
export interface UsualDays {
  readonly label: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** From which day to which, both included; null where it stays open. */
export interface DaysChosen {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** The days that something is asked of: a button that says them, and a calendar below it. */
export function DaysField({
  words,
  narrowed,
  usual,
  value,
  most,
  today,
  onChange,
}: {
  /** What the button says of them. */
  readonly words: string;
  /** Whether they narrow anything down. */
  readonly narrowed: boolean;
  readonly usual: readonly UsualDays[];
  readonly value: DaysChosen;
  /** Days that may be asked of at once; null for any number. */
  readonly most: number | null;
  /** The last day there is. */
  readonly today: Day;
  readonly onChange: (from: Day, to: Day) => void;
}) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const phone = useMediaQuery('(max-width: 40em)') ?? false;
  const label = t('records:range.label');
  const button = (
    <button
      type="button"
      className={classes.field}
      data-set={narrowed}
      aria-haspopup="dialog"
      aria-expanded={opened}
      aria-label={`${label}: ${words}`}
      onClick={() => setOpened(!opened)}
    >
      <IconCalendar size={17} stroke={1.8} aria-hidden />
      <span>{words}</span>
      <IconChevronDown size={15} stroke={1.9} aria-hidden />
    </button>
  );
  const choice = (
    <div className={classes.choice}>
      <ul className={classes.usual}>
        {usual.map(({ chosen, label: name, onChoose }) => (
          <li key={name}>
            <button
              type="button"
              aria-pressed={chosen}
              onClick={() => {
                setOpened(false);
                onChoose();
              }}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
      <Suspense fallback={<Skeleton className={classes.waiting ?? ''} aria-hidden />}>
        <DaysCalendar
          value={value}
          most={most}
          today={today}
          onChange={(from, to) => {
            setOpened(false);
            onChange(from, to);
          }}
        />
      </Suspense>
    </div>
  );
  // On a phone there is no room beside the field: it rises from the lower edge, where thumbs are.
  if (phone) {
    return (
      <>
        {button}
        <Drawer
          opened={opened}
          onClose={() => setOpened(false)}
          position="bottom"
          classNames={{ content: classes.sheet ?? '' }}
          title={label}
          closeButtonProps={{ 'aria-label': t('shell:close'), size: 44, iconSize: 20 }}
        >
          {choice}
        </Drawer>
      </>
    );
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''} aria-label={label}>
        {choice}
      </Popover.Dropdown>
    </Popover>
  );
}
