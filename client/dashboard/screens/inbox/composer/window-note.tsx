import { Button } from '@mantine/core';
import { IconClock, IconLock, IconTemplate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Typed } from '../../../i18n/text.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import type { WindowState } from '../window-state.ts';
import classes from './composer.module.css';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long the window is open still: in hours, in minutes when it ends soon. */
export function WindowNote({ expiresAt, left, state }: WindowState & { readonly expiresAt: string | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (expiresAt === null || !Number.isFinite(left)) return <span />;
  const time = formats.time(expiresAt);
  return (
    <span className={classes.window} data-state={state} title={formats.dateTime(expiresAt)}>
      <IconClock size={14} stroke={1.8} aria-hidden="true" />
      {state === 'ending'
        ? t('composer:window.minutes', { count: Math.max(1, Math.ceil(left / MINUTE_MS)), time })
        : t('composer:window.hours', { count: Math.floor(left / HOUR_MS), time })}
    </span>
  );
}

/** In the place of the text field once only templates may be sent: why, and the way on. What was written is not lost. */
export function ClosedWindow({
  draft,
  expiresAt,
  onChoose,
}: {
  readonly expiresAt: string | null;
  readonly draft: string;
  readonly onChoose: () => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div className={classes.closed}>
      <IconLock size={20} stroke={1.6} aria-hidden="true" />
      <div>
        <strong>{t('composer:window.closed')}</strong>
        <p>
          {expiresAt === null
            ? t('composer:window.never')
            : t('composer:window.since', { time: formats.dateTime(expiresAt) })}
        </p>
        {draft !== '' && (
          <p className={classes.kept}>
            {t('composer:window.kept')} <Typed>{draft}</Typed>
          </p>
        )}
      </div>
      <Button size="md" leftSection={<IconTemplate size={18} stroke={1.8} />} onClick={onChoose}>
        {t('composer:window.choose')}
      </Button>
    </div>
  );
}
