import { ActionIcon } from '@mantine/core';
import { IconSend, IconTemplate } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../i18n/use-now.ts';
import { useKeysTold, useShortcut } from '../../../shell/shortcuts.tsx';
import type { Conversation } from '../list/conversation-list.ts';
import type { ThreadMessage } from '../thread/thread-model.ts';
import { windowAt } from '../window-state.ts';
import { AnsweredNotice } from './answered-notice.tsx';
import { AttachmentList } from './attachments/attachment-list.tsx';
import { DropSign } from './attachments/drop-sign.tsx';
import { FilesButton } from './attachments/files-button.tsx';
import { useAttachments } from './attachments/use-attachments.ts';
import { useDroppedFiles } from './attachments/use-dropped-files.ts';
import classes from './composer.module.css';
import { useAnswered } from './drafts/use-answered.ts';
import { useDraft, useDrafts } from './drafts/use-draft.ts';
import { useKeptReply } from './drafts/use-kept-reply.ts';
import { EmojiButton } from './emoji/emoji-button.tsx';
import { LengthNote } from './length-note.tsx';
import { ReplyBar } from './reply-bar.tsx';
import { CAPTION_LIMIT, length, messagesOf, type OutgoingContent, TEXT_LIMIT } from './sending/outgoing.ts';
import { useOutbox } from './sending/use-outbox.ts';
import { TextField } from './text-field.tsx';
import { ClosedWindow, WindowNote } from './window-note.tsx';

export interface ComposerProps {
  readonly conversation: Conversation;
  /** The message to quote. */
  readonly replyTo: ThreadMessage | null;
  readonly onReplyToChange: (message: ThreadMessage | null) => void;
}

const TemplateDialog = lazy(() => import('./template/template-dialog.tsx'));

/** Where a conversation is written in: words, files, templates. Each conversation has its own draft. */
export function Composer(props: ComposerProps) {
  return <Writing key={props.conversation.id} {...props} />;
}

function Writing({ conversation, onReplyToChange, replyTo }: ComposerProps) {
  const { t } = useTranslation();
  const outbox = useOutbox();
  const drafts = useDrafts();
  const field = useRef<HTMLTextAreaElement>(null);
  const { id, lastMessage, phoneNumber } = conversation;
  const newest = lastMessage === null ? null : { messageId: lastMessage.id, createdAt: lastMessage.createdAt };
  const { change, clear, draft } = useDraft(id, newest);
  useKeptReply(draft.replyTo, replyTo, onReplyToChange, change);
  const {
    add,
    addKept,
    attachments,
    clear: clearFiles,
    remove,
    retry,
  } = useAttachments(draft.files, phoneNumber.id, (files, left) => {
    if (!left) change({ files });
    // The conversation was left while a file was on its way: it waits in the draft.
    else drafts.put(id, { ...(drafts.get(id) ?? draft), files });
  });
  const [templates, setTemplates] = useState(false);
  const [asking, setAsking] = useState(false);
  const now = useNow(15_000);
  const { left, state } = windowAt(conversation.window, now);
  const dropping = useDroppedFiles(add, state !== 'closed');
  const hasSomething = draft.text.trim() !== '' || draft.files.length > 0;
  const answered = useAnswered(id, draft, hasSomething || draft.template !== null);
  const [agreed, setAgreed] = useState<string | null>(null);

  useEffect(
    () =>
      outbox.onTakenBack((conversationId, { content }) => {
        if (conversationId !== id || content.kind === 'template') return;
        const words = content.kind === 'text' ? content.body : (content.caption ?? '');
        change({ text: [words, draft.text].filter((text) => text.trim() !== '').join('\n') });
        if (content.kind === 'file') addKept(content.file);
        field.current?.focus();
      }),
    [outbox, id, change, addKept, draft.text],
  );
  useShortcut('c', 'composer:shortcut', () => field.current?.focus());
  useKeysTold('Enter', 'composer:keys.send');
  useKeysTold('Shift Enter', 'composer:keys.line');
  useEffect(() => {
    if (replyTo !== null) field.current?.focus();
  }, [replyTo]);

  const uploading = attachments.some((one) => one.state.kind === 'uploading');
  const blocked = attachments.some((one) => one.state.kind === 'failed' || one.state.kind === 'unfit');
  const most = draft.files.length === 1 ? Math.max(TEXT_LIMIT, CAPTION_LIMIT) : TEXT_LIMIT;
  const tooLong = length(draft.text.trim()) > most;
  const ready = hasSomething && !uploading && !blocked && !tooLong;

  const sent = () => {
    clear();
    clearFiles();
    setAsking(false);
    setAgreed(null);
    onReplyToChange(null);
    field.current?.focus();
  };
  const submit = (sure = false) => {
    if (!ready) return;
    if (answered !== null && agreed !== answered.id && !sure) {
      setAsking(true);
      return;
    }
    outbox.send(id, messagesOf(draft));
    sent();
  };
  const sendTemplate = (content: OutgoingContent) => {
    outbox.send(id, [{ key: draft.key, content, replyTo: draft.replyTo }]);
    setTemplates(false);
    // Words that were written beside it are a draft of their own.
    const { text, files } = draft;
    clear();
    change({ text, files });
    onReplyToChange(null);
  };
  const insert = (emoji: string) => {
    const { selectionEnd = draft.text.length, selectionStart = draft.text.length } = field.current ?? {};
    change({ text: draft.text.slice(0, selectionStart) + emoji + draft.text.slice(selectionEnd) });
    const caret = selectionStart + emoji.length;
    requestAnimationFrame(() => field.current?.setSelectionRange(caret, caret));
  };

  return (
    <form
      className={classes.composer}
      data-dropping={dropping}
      aria-label={t('composer:label')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {dropping && <DropSign refused={state === 'closed'} />}
      {answered !== null && (
        <AnsweredNotice
          answer={answered}
          asking={asking}
          onSend={() => {
            setAgreed(answered.id);
            submit(true);
          }}
          onWait={() => {
            setAsking(false);
            field.current?.focus();
          }}
        />
      )}
      {replyTo !== null && (
        <ReplyBar message={replyTo} contact={conversation.contact} onCancel={() => onReplyToChange(null)} />
      )}
      {state === 'closed' ? (
        <ClosedWindow
          expiresAt={conversation.window.expiresAt}
          draft={draft.text}
          onChoose={() => setTemplates(true)}
        />
      ) : (
        <>
          <AttachmentList attachments={attachments} remove={remove} retry={retry} />
          <div className={classes.row}>
            <FilesButton onPick={add} />
            <EmojiButton onPick={insert} />
            <ActionIcon
              variant="subtle"
              className={classes.tool ?? ''}
              aria-label={t('composer:template.open')}
              title={t('composer:template.open')}
              onClick={() => setTemplates(true)}
            >
              <IconTemplate size={22} stroke={1.6} />
            </ActionIcon>
            <TextField
              ref={field}
              text={draft.text}
              onChange={(text) => change({ text })}
              onSubmit={() => submit()}
              onFiles={add}
            />
            <ActionIcon
              type="submit"
              variant="filled"
              className={classes.send ?? ''}
              aria-label={t('composer:send')}
              title={uploading ? t('composer:files.wait') : t('composer:send')}
              disabled={!ready}
            >
              <IconSend size={20} stroke={1.8} data-mirror />
            </ActionIcon>
          </div>
          <div className={classes.foot}>
            <WindowNote state={state} left={left} expiresAt={conversation.window.expiresAt} />
            <LengthNote text={draft.text} most={most} caption={draft.files.length === 1} />
          </div>
        </>
      )}
      {templates && (
        <Suspense fallback={null}>
          <TemplateDialog
            from={phoneNumber.id}
            draft={draft.template}
            onChange={(template) => change({ template })}
            onSend={sendTemplate}
            onClose={() => setTemplates(false)}
          />
        </Suspense>
      )}
    </form>
  );
}
