import { IconAdjustmentsHorizontal, IconChevronDown, IconSearch } from '@tabler/icons-react';
import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../shell/shortcuts.tsx';
import classes from './fields.module.css';

/**
 * What narrows a list down, in one line that wraps. `onClear` when something is narrowed down. With `folds` a phone shows
 * the search alone until the rest is asked for.
 */
export function Fields({
  children,
  folds = false,
  onClear,
}: {
  readonly children: ReactNode;
  readonly folds?: boolean;
  readonly onClear: (() => void) | null;
}) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <search className={classes.fields} data-folded={folds && !opened}>
      {folds && (
        <button type="button" className={classes.fold} aria-expanded={opened} onClick={() => setOpened(!opened)}>
          <IconAdjustmentsHorizontal size={18} stroke={1.8} aria-hidden />
          {t('records:filter.fold')}
        </button>
      )}
      {children}
      {onClear !== null && (
        <button type="button" className={classes.clear} onClick={onClear}>
          {t('records:filter.clear')}
        </button>
      )}
    </search>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of some values; '' is `any` of them. The browser's own list: it is quick, and right on every phone. */
export function ChoiceField({
  label,
  any,
  value,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly any: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <span className={classes.choice} data-set={value !== ''}>
      <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{any}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <IconChevronDown size={15} stroke={1.9} aria-hidden />
    </span>
  );
}

const TYPING_MS = 250;

/** Words to look for, asked for once somebody has stopped typing; `/` leads here. */
export function SearchField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  useShortcut('/', 'records:filter.shortcut', () => input.current?.focus());
  return (
    <span className={classes.search}>
      <IconSearch size={17} stroke={1.8} aria-hidden />
      <Typing ref={input} type="search" label={label} value={value} onChange={onChange} maxLength={200} />
    </span>
  );
}

/** A short word, an id or a number, asked for once somebody has stopped typing. */
export function WordField({
  label,
  value,
  onChange,
  latin,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly latin?: Latin;
}) {
  const digits = latin === 'digits';
  return (
    <span className={classes.word} data-set={value !== ''}>
      <Typing
        label={label}
        value={value}
        maxLength={digits ? 9 : 64}
        {...(latin === undefined ? {} : { latin })}
        onChange={(text) => onChange(digits ? text.replace(/\D/g, '') : text.trim())}
      />
    </span>
  );
}

/** What is Latin and goes from left to right in every language. */
type Latin = 'digits' | 'id';

function Typing({
  label,
  value,
  onChange,
  latin,
  ...rest
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength: number;
  readonly latin?: Latin;
  readonly type?: string;
  readonly ref?: Ref<HTMLInputElement>;
}) {
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  // The address was changed by another hand: the button "back", or "clear".
  if (told !== value) {
    setTold(value);
    setTyped(value);
  }
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (typed === told) return;
    const timer = setTimeout(() => {
      setTold(typed);
      latest.current(typed);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, told]);
  return (
    <input
      {...rest}
      aria-label={label}
      placeholder={label}
      value={typed}
      // Of nothing typed there is no direction: the placeholder has the page's.
      dir={typed === '' ? undefined : latin === undefined ? 'auto' : 'ltr'}
      inputMode={latin === 'digits' ? 'numeric' : undefined}
      autoComplete="off"
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
