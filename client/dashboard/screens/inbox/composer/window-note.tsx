import { Button } from '@mantine/core';
import { IconClock, IconLock, IconTemplate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Typed } from '../../../i18n/text.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import type { WindowState } from '../window-state.ts';
import classes from './composer.module.css';

const MINUTE_MS = 60_000;

/** How many minutes the window is open still, once it ends soon; before that the head of the thread says enough. */
export function WindowNote({ expiresAt, left, state }: WindowState & { readonly expiresAt: string | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (expiresAt === null || state !== 'ending') return null;
  return (
    <span className={classes.window} title={formats.dateTime(expiresAt)}>
      <IconClock size={14} stroke={1.8} aria-hidden="true" />
      {t('composer:window.minutes', {
        count: Math.max(1, Math.ceil(left / MINUTE_MS)),
        time: formats.time(expiresAt),
      })}
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
