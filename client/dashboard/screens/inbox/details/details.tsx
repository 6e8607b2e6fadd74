import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Ltr } from '../../../i18n/text.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { Copyable } from '../../../parts/copy-button.tsx';
import { Avatar } from '../avatar.tsx';
import { handleOf, nameOf, phoneOf } from '../contact-name.ts';
import type { Conversation } from '../list/conversation-list.ts';
import { PersonName } from '../person-name.tsx';
import { WindowChip } from '../window-chip.tsx';
import classes from './details.module.css';
import { SharedMedia } from './shared-media.tsx';

/** What is known of a conversation's person, and of the ways to them. */
export default function Details({
  conversation,
  onClose,
}: {
  readonly conversation: Conversation;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { contact, id, marketingOptOut, phoneNumber, window } = conversation;
  const entry = window.freeEntryPoint;
  return (
    <aside className={classes.details} aria-label={t('inbox:details.title')}>
      <header className={classes.head}>
        <h2>{t('inbox:details.title')}</h2>
        <ActionIcon variant="subtle" color="gray" size={44} onClick={onClose} aria-label={t('shell:close')}>
          <IconX size={20} stroke={1.7} />
        </ActionIcon>
      </header>
      <div className={classes.person}>
        <Avatar contact={contact} size="l" />
        <strong>
          <PersonName contact={contact} />
        </strong>
        {nameOf(contact).text !== handleOf(contact) && <Ltr>{handleOf(contact)}</Ltr>}
      </div>
      <dl className={classes.facts}>
        {contact.phone !== null && (
          <Fact name={t('inbox:details.phone')}>
            <Copyable text={contact.phone} shown={phoneOf(contact.phone)} />
          </Fact>
        )}
        {contact.username !== null && (
          <Fact name={t('inbox:details.username')}>
            <Copyable text={`@${contact.username}`} />
          </Fact>
        )}
        {contact.phone === null && <Fact name={t('inbox:details.phone')}>{t('inbox:details.hidden')}</Fact>}
        <Fact name={t('inbox:details.number')}>
          <Copyable
            text={phoneNumber.display || phoneNumber.phoneNumberId}
            shown={phoneOf(phoneNumber.display || phoneNumber.phoneNumberId)}
          />
        </Fact>
        <Fact name={t('inbox:details.window')}>
          <WindowChip window={window} />
          {window.expiresAt !== null && (
            <small>{t('inbox:details.windowAt', { time: formats.dateTime(window.expiresAt) })}</small>
          )}
        </Fact>
        {entry !== null && (
          <Fact name={t('inbox:details.entry')}>
            {entry.source === 'post' ? t('inbox:referral.post') : t('inbox:referral.ad')}
            <small>
              {entry.expiresAt === null
                ? t('inbox:details.entryWaits')
                : t('inbox:details.entryUntil', { time: formats.dateTime(entry.expiresAt) })}
            </small>
          </Fact>
        )}
        {marketingOptOut !== null && (
          <Fact name={t('inbox:details.marketing')}>
            <span className={classes.warned}>
              {t('inbox:details.optedOut', { date: formats.date(marketingOptOut) })}
            </span>
          </Fact>
        )}
      </dl>
      <SharedMedia conversation={conversation} />
      <dl className={classes.facts}>
        {contact.userId !== null && (
          <Fact name={t('inbox:details.userId')}>
            <Copyable text={contact.userId} />
          </Fact>
        )}
        <Fact name={t('inbox:details.contactId')}>
          <Copyable text={contact.id} />
        </Fact>
        <Fact name={t('inbox:details.conversationId')}>
          <Copyable text={id} />
        </Fact>
      </dl>
    </aside>
  );
}

function Fact({ children, name }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
