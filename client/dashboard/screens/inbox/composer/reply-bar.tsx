import { CloseButton } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../list/conversation-list.ts';
import { PersonName } from '../person-name.tsx';
import { SnippetLine } from '../snippet-line.tsx';
import type { ThreadMessage } from '../thread/thread-model.ts';
import classes from './composer.module.css';

/** The message that is answered, above the answer. */
export function ReplyBar({
  contact,
  message,
  onCancel,
}: {
  readonly message: ThreadMessage;
  readonly contact: Conversation['contact'];
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.reply}>
      <IconArrowBackUp size={20} stroke={1.6} data-mirror aria-hidden="true" />
      <div className={classes.quoted}>
        <strong>{message.direction === 'INBOUND' ? <PersonName contact={contact} /> : t('composer:reply.own')}</strong>
        <SnippetLine message={message} />
      </div>
      <CloseButton
        iconSize={18}
        size="lg"
        className={classes.close ?? ''}
        aria-label={t('composer:reply.cancel')}
        onClick={onCancel}
      />
    </div>
  );
}
