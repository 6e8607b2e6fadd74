import { Textarea } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../../data/settings-context.ts';
import { typedDirection } from '../../../i18n/text.tsx';
import classes from './composer.module.css';

/** The words. Enter sends and Shift+Enter breaks the line; under a finger Enter breaks it, unless it was set otherwise. */
export function TextField({
  onChange,
  onFiles,
  onSubmit,
  ref,
  text,
}: {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onSubmit: () => void;
  /** Pasted. */
  readonly onFiles: (files: Iterable<File>) => void;
}) {
  const { t } = useTranslation();
  const { enterSendsOnTouch } = useSettings();
  const finger = useMediaQuery('(pointer: coarse)') ?? false;
  const enterSends = !finger || enterSendsOnTouch;
  return (
    <Textarea
      ref={ref}
      aria-label={t('composer:text')}
      placeholder={t('composer:text')}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        // While a word is being composed, Enter is the keyboard's.
        if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || !enterSends) return;
        event.preventDefault();
        onSubmit();
      }}
      onPaste={(event) => {
        const { files } = event.clipboardData;
        if (files.length === 0) return;
        event.preventDefault();
        onFiles(files);
      }}
      enterKeyHint={enterSends ? 'send' : 'enter'}
      autosize
      minRows={1}
      maxRows={8}
      attributes={typedDirection(text)}
      size="md"
      className={classes.text ?? ''}
    />
  );
}
