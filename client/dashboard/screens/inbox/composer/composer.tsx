import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { documentOf } from '../../../data/documents.ts';
import { idempotencyKey } from '../../../data/optimistic.ts';
import { InboxSendReplyDocument } from '../../../generated/graphql.ts';
import { Explained } from '../../../parts/explained.tsx';
import type { Conversation } from '../list/conversation-list.ts';
import type { ThreadMessage } from '../thread/thread-model.ts';
import classes from './composer.module.css';

export interface ComposerProps {
  readonly conversation: Conversation;
  /** The message to quote. */
  readonly replyTo: ThreadMessage | null;
  readonly onReplyToChange: (message: ThreadMessage | null) => void;
}

/** Writes a text in the conversation. */
export function Composer({ conversation, replyTo, onReplyToChange }: ComposerProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [key, setKey] = useState(idempotencyKey);
  const [{ data, error, fetching }, send] = useMutation(documentOf(InboxSendReplyDocument));
  const result = data?.sendReply;

  const submit = async () => {
    if (text.trim() === '' || fetching) return;
    const input = {
      to: { conversationId: conversation.id },
      content: { text: { body: text } },
      replyTo: replyTo?.id ?? null,
      idempotencyKey: key,
      wait: false,
    };
    const answer = await send({ input });
    if (answer.data?.sendReply.__typename !== 'Message') return;
    setText('');
    setKey(idempotencyKey());
    onReplyToChange(null);
  };

  return (
    <form
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Textarea
        aria-label={t('inbox:composer.text')}
        placeholder={t('inbox:composer.text')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void submit();
        }}
        autosize
        maxRows={8}
        maxLength={4096}
        dir="auto"
        size="md"
        className={classes.text ?? ''}
      />
      <Button type="submit" size="md" disabled={text.trim() === ''} loading={fetching}>
        {t('inbox:composer.send')}
      </Button>
      {(error !== undefined || (result !== undefined && result.__typename !== 'Message')) && (
        <p role="alert" className={classes.failed}>
          {result !== undefined && 'message' in result ? (
            <Explained failure={{ code: result.code, says: result.message, action: result.action }} />
          ) : (
            t('shell:failed.text')
          )}
        </p>
      )}
    </form>
  );
}
