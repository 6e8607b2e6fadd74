import { ActionIcon } from '@mantine/core';
import { IconArrowLeft, IconLayoutSidebarRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useLiveState } from '../../../data/live-context.ts';
import { Ltr } from '../../../i18n/text.tsx';
import { MuteButton } from '../../../shell/notifications/mute-button.tsx';
import { Avatar } from '../avatar.tsx';
import { handleOf, nameOf } from '../contact-name.ts';
import type { Conversation } from '../list/conversation-list.ts';
import { PersonName } from '../person-name.tsx';
import { WindowChip } from '../window-chip.tsx';
import classes from './head.module.css';

/** With whom one speaks, how long anything may still be sent, and the way back. */
export function ThreadHead({
  conversation,
  details,
  onDetails,
}: {
  readonly conversation: Conversation;
  readonly details: boolean;
  readonly onDetails: (shown: boolean) => void;
}) {
  const { t } = useTranslation();
  const live = useLiveState();
  const { contact } = conversation;
  const handle = handleOf(contact);
  return (
    <header className={classes.head}>
      <Link href="/" className={classes.back ?? ''} aria-label={t('inbox:thread.back')}>
        <IconArrowLeft size={22} stroke={1.7} data-mirror />
      </Link>
      <Avatar contact={contact} />
      <div className={classes.who}>
        <h2>
          <PersonName contact={contact} />
        </h2>
        <span className={classes.sub}>
          {nameOf(contact).text !== handle && (
            <span className={classes.handle}>
              <Ltr>{handle}</Ltr>
            </span>
          )}
          <WindowChip window={conversation.window} />
        </span>
      </div>
      <MuteButton conversationId={conversation.id} />
      <ActionIcon
        className={classes.toggle ?? ''}
        variant={details ? 'light' : 'subtle'}
        size={44}
        aria-pressed={details}
        aria-label={t('inbox:details.title')}
        onClick={() => onDetails(!details)}
      >
        <IconLayoutSidebarRight size={22} stroke={1.6} data-mirror />
      </ActionIcon>
      {live !== 'live' && live !== 'connecting' && (
        <p className={classes.away} role="status">
          {live === 'offline' ? t('inbox:thread.offline') : t('inbox:thread.away')}
        </p>
      )}
    </header>
  );
}
