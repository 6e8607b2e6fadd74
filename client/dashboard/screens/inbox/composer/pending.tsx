import { UnstyledButton } from '@mantine/core';
import { IconAlertCircle, IconFile, IconMusic, IconTemplate, IconVideo } from '@tabler/icons-react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Typed } from '../../../i18n/text.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { Explained } from '../../../parts/explained.tsx';
import { Formatted } from '../../../parts/formatted.tsx';
import { StatusMark } from '../../../parts/status-mark.tsx';
import classes from './pending.module.css';
import type { Waiting } from './sending/outbox.ts';
import type { OutgoingContent } from './sending/outgoing.ts';
import { useOutbox, useWaiting } from './sending/use-outbox.ts';

/** What was written here and the gateway has not named yet, behind the thread's last message. */
export function PendingSends({ conversationId }: { readonly conversationId: string }) {
  const { t } = useTranslation();
  const waiting = useWaiting().filter((one) => one.conversationId === conversationId);
  const list = useRef<HTMLOListElement>(null);
  const newest = waiting.at(-1)?.key;
  // Whoever sends wants to see it, wherever they have read.
  useLayoutEffect(() => {
    if (newest !== undefined) list.current?.scrollIntoView({ block: 'end' });
  }, [newest]);
  if (waiting.length === 0) return null;
  return (
    <ol ref={list} className={classes.list} aria-label={t('composer:pending.list')}>
      {waiting.map((one) => (
        <li key={one.key} className={classes.item} data-state={one.state}>
          <div className={classes.bubble}>
            <Content of={one.content.content} />
            <Foot of={one} />
          </div>
          {one.state === 'failed' && <FailedSend of={one} />}
        </li>
      ))}
    </ol>
  );
}

function Foot({ of: { at, state } }: { readonly of: Waiting }) {
  const formats = useFormats();
  return (
    <p className={classes.foot}>
      <time dateTime={new Date(at).toISOString()}>{formats.time(at)}</time>
      {state === 'sending' ? (
        <StatusMark status="SENDING" word={false} />
      ) : (
        <IconAlertCircle size={16} stroke={1.9} aria-hidden="true" />
      )}
    </p>
  );
}

function FailedSend({ of: { content, failure, key } }: { readonly of: Waiting }) {
  const { t } = useTranslation();
  const outbox = useOutbox();
  return (
    <div className={classes.failed} role="alert">
      <p>{failure === null ? t('composer:pending.silent') : <Explained failure={failure} />}</p>
      <UnstyledButton className={classes.action} onClick={() => outbox.retry(key)}>
        {t('composer:pending.again')}
      </UnstyledButton>
      {content.content.kind !== 'template' && failure !== null && (
        <UnstyledButton className={classes.action} onClick={() => outbox.takeBack(key)}>
          {t('composer:pending.edit')}
        </UnstyledButton>
      )}
      <UnstyledButton className={classes.action} onClick={() => outbox.remove(key)}>
        {t('composer:pending.remove')}
      </UnstyledButton>
    </div>
  );
}

function Content({ of: content }: { readonly of: OutgoingContent }) {
  switch (content.kind) {
    case 'text':
      return <Formatted>{content.body}</Formatted>;
    case 'template':
      return (
        <>
          <p className={classes.kind}>
            <IconTemplate size={16} stroke={1.8} aria-hidden="true" />
            <Typed>{content.name}</Typed>
          </p>
          {content.says !== '' && <Formatted>{content.says}</Formatted>}
        </>
      );
    case 'file': {
      const { id, name, sendAs } = content.file;
      const Icon = sendAs === 'video' ? IconVideo : sendAs === 'audio' ? IconMusic : IconFile;
      return (
        <>
          {sendAs === 'image' || sendAs === 'sticker' ? (
            <img className={classes.picture} src={`/api/v1/whatsapp/media/${id}/thumbnail`} alt={name} />
          ) : (
            <p className={classes.kind}>
              <Icon size={18} stroke={1.6} aria-hidden="true" />
              <Typed>{name}</Typed>
            </p>
          )}
          {content.caption !== null && <Formatted>{content.caption}</Formatted>}
        </>
      );
    }
  }
}
