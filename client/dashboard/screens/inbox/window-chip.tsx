import { IconClock, IconClockOff, IconHourglassLow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConversationFieldsFragment } from '../../generated/graphql.ts';
import { useNow } from '../../i18n/use-now.ts';
import classes from './window-chip.module.css';
import { windowAt } from './window-state.ts';

const HOUR_MS = 60 * 60 * 1000;
const ICONS = { open: IconClock, ending: IconHourglassLow, closed: IconClockOff } as const;

/** How long the 24-hour window is still open: hours, near its end minutes. */
export function WindowChip({ window }: { readonly window: ConversationFieldsFragment['window'] }) {
  const { t } = useTranslation();
  const now = useNow(15_000);
  const { left, state } = windowAt(window, now);
  const Icon = ICONS[state];
  return (
    <span className={classes.chip} data-state={state} title={t('inbox:window.explained')}>
      <Icon size={15} stroke={1.8} aria-hidden />
      {state === 'closed' && t('inbox:window.closed')}
      {state !== 'closed' &&
        (Number.isFinite(left)
          ? t('inbox:window.left', {
              hours: Math.floor(left / HOUR_MS),
              minutes: Math.floor((left % HOUR_MS) / 60_000),
            })
          : t('inbox:window.open'))}
    </span>
  );
}
