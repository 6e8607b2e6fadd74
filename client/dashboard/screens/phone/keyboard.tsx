import { ActionIcon, Textarea } from '@mantine/core';
import { IconPaperclip, IconSend2, IconX } from '@tabler/icons-react';
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Typed, typedDirection } from '../../i18n/text.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { attached, MOST_BYTES } from './attachment.ts';
import classes from './keyboard.module.css';
import type { Bubble, Written } from './phone-api.ts';
import { snippetOf } from './snippet.ts';

/** Where the customer types; a file is dropped, pasted or picked. Enter sends, with Shift it breaks the line. */
export function Keyboard({
  quoted,
  onUnquote,
  onSend,
  onProblem,
}: {
  readonly quoted: Bubble | null;
  readonly onUnquote: () => void;
  readonly onSend: (written: Written) => Promise<boolean>;
  readonly onProblem: (says: string) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const empty = file === null && text.trim() === '';

  const take = (files: FileList | null) => {
    const [one] = files ?? [];
    if (one === undefined) return;
    if (one.size > MOST_BYTES) onProblem(t('phone:tooLarge', { most: formats.bytes(MOST_BYTES) }));
    else setFile(one);
  };
  const submit = async () => {
    if (empty || busy) return;
    setBusy(true);
    try {
      const quote = quoted === null ? {} : { replyTo: quoted.id };
      const written = file === null ? { text, ...quote } : { ...(await attached(file, text)), ...quote };
      if (await onSend(written)) {
        setText('');
        setFile(null);
      }
    } catch {
      onProblem(t('phone:unreadable'));
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };

  return (
    <form
      className={classes.keyboard}
      data-over={over || undefined}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {quoted !== null && (
        <div className={classes.above}>
          <span>{t('phone:replying')}</span>
          <Typed>{snippetOf(quoted) ?? t('phone:kind.other')}</Typed>
          <ActionIcon variant="subtle" size={44} onClick={onUnquote} aria-label={t('phone:unquote')}>
            <IconX size={18} stroke={1.8} />
          </ActionIcon>
        </div>
      )}
      {file !== null && (
        <div className={classes.above}>
          <IconPaperclip size={18} stroke={1.7} aria-hidden="true" />
          <Typed>{file.name}</Typed>
          <small>{formats.bytes(file.size)}</small>
          <ActionIcon variant="subtle" size={44} onClick={() => setFile(null)} aria-label={t('phone:detach')}>
            <IconX size={18} stroke={1.8} />
          </ActionIcon>
        </div>
      )}
      <div className={classes.line}>
        <input
          ref={picker}
          type="file"
          hidden
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
        <ActionIcon variant="subtle" size={44} onClick={() => picker.current?.click()} aria-label={t('phone:attach')}>
          <IconPaperclip size={20} stroke={1.7} />
        </ActionIcon>
        <Textarea
          className={classes.text ?? ''}
          aria-label={t('phone:write')}
          placeholder={t('phone:write')}
          value={text}
          attributes={typedDirection(text)}
          maxLength={4096}
          autosize
          minRows={1}
          maxRows={5}
          size="md"
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={(event: ClipboardEvent) => {
            if (event.clipboardData.files.length === 0) return;
            event.preventDefault();
            take(event.clipboardData.files);
          }}
        />
        <ActionIcon type="submit" size={44} radius="xl" loading={busy} disabled={empty} aria-label={t('phone:send')}>
          <IconSend2 size={20} stroke={1.8} data-mirror />
        </ActionIcon>
      </div>
    </form>
  );
}
