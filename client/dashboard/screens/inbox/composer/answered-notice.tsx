import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Typed } from '../../../i18n/text.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { SnippetLine } from '../snippet-line.tsx';
import classes from './composer.module.css';
import type { Answer } from './drafts/use-answered.ts';

/** Somebody else has answered while this was being written. `asking`: whether it is to be sent all the same. */
export function AnsweredNotice({
  answer,
  asking,
  onSend,
  onWait,
}: {
  readonly answer: Answer;
  readonly asking: boolean;
  readonly onSend: () => void;
  readonly onWait: () => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const wait = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) wait.current?.focus();
  }, [asking]);
  return (
    <div className={classes.answered} role="alert" data-asking={asking}>
      <IconUsers size={20} stroke={1.6} aria-hidden="true" />
      <div className={classes.quoted}>
        <strong>
          {answer.sentBy === null ? (
            t('composer:answered.somebody', { time: formats.time(answer.createdAt) })
          ) : (
            <>
              <Typed>{answer.sentBy}</Typed> {t('composer:answered.by', { time: formats.time(answer.createdAt) })}
            </>
          )}
        </strong>
        <SnippetLine message={answer} />
      </div>
      {asking && (
        <div className={classes.choices}>
          <Button ref={wait} size="md" variant="default" onClick={onWait}>
            {t('composer:answered.wait')}
          </Button>
          <Button size="md" onClick={onSend}>
            {t('composer:answered.send')}
          </Button>
        </div>
      )}
    </div>
  );
}
