import { IconClockOff, IconHourglassLow } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormats } from '../../../i18n/use-formats.ts';
import { StatusMark } from '../../../parts/status-mark.tsx';
import { Avatar } from '../avatar.tsx';
import { PersonName } from '../person-name.tsx';
import { SnippetLine } from '../snippet-line.tsx';
import { windowAt } from '../window-state.ts';
import type { Conversation } from './conversation-list.ts';
import classes from './row.module.css';

/** One conversation of the list. `now` in epoch ms. */
export const Row = memo(function Row({
  conversation,
  current,
  now,
}: {
  readonly conversation: Conversation;
  readonly current: boolean;
  readonly now: number;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { contact, id, lastMessage, unreadCount } = conversation;
  const window = windowAt(conversation.window, now);
  return (
    <Link
      href={`/${id}`}
      className={classes.row ?? ''}
      aria-current={current ? 'true' : undefined}
      data-unread={unreadCount > 0}
    >
      <Avatar contact={contact} />
      <span className={classes.name}>
        <PersonName contact={contact} />
      </span>
      <time className={classes.time} dateTime={lastMessage?.createdAt}>
        {lastMessage !== null && formats.short(lastMessage.createdAt, now)}
      </time>
      <span className={classes.said}>
        {lastMessage?.direction === 'OUTBOUND' && <StatusMark status={lastMessage.status} word={false} />}
        {lastMessage !== null && <SnippetLine message={lastMessage} />}
      </span>
      <span className={classes.signs}>
        {window.state === 'ending' && (
          <span className={classes.ending} title={t('inbox:window.ending')}>
            <IconHourglassLow size={16} stroke={1.8} aria-hidden />
            <span className="visually-hidden">{t('inbox:window.ending')}</span>
          </span>
        )}
        {window.state === 'closed' && (
          <span title={t('inbox:window.closed')}>
            <IconClockOff size={16} stroke={1.6} aria-hidden />
            <span className="visually-hidden">{t('inbox:window.closed')}</span>
          </span>
        )}
        {unreadCount > 0 && (
          <span className={classes.badge}>
            <span aria-hidden="true">{unreadCount > 99 ? `${formats.number(99)}+` : formats.number(unreadCount)}</span>
            <span className="visually-hidden">{t('inbox:list.unread', { count: unreadCount })}</span>
          </span>
        )}
      </span>
    </Link>
  );
});
