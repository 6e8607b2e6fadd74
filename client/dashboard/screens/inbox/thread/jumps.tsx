import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/use-formats.ts';
import classes from './thread.module.css';

/** To what is out of sight: the first unread message, and the newest with the number of those nobody has read. */
export function Jumps({
  atEnd,
  onEnd,
  onUnread,
  unreadAbove,
  unreadCount,
}: {
  readonly atEnd: boolean;
  readonly onEnd: () => void;
  readonly onUnread: () => void;
  readonly unreadAbove: boolean;
  readonly unreadCount: number;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <>
      {unreadAbove && (
        <UnstyledButton className={classes.toUnread} onClick={onUnread}>
          <IconArrowUp size={16} stroke={2} />
          {t('inbox:thread.toUnread')}
        </UnstyledButton>
      )}
      {!atEnd && (
        <ActionIcon
          className={classes.toEnd ?? ''}
          size={44}
          radius="xl"
          variant="default"
          onClick={onEnd}
          aria-label={t('inbox:thread.toEnd', { count: unreadCount })}
        >
          <IconArrowDown size={20} stroke={1.8} />
          {unreadCount > 0 && <span className={classes.count}>{formats.number(unreadCount)}</span>}
        </ActionIcon>
      )}
    </>
  );
}
