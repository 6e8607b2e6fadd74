import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActFailure } from '../data/act.ts';
import classes from './dialog.module.css';
import { Problem } from './problem.tsx';

/** A form of its own over the screen; `onDone` when it is sent. */
export function FormDialog({
  title,
  word,
  busy,
  failure,
  onClose,
  onDone,
  children,
  danger = false,
}: {
  readonly title: string;
  /** On the button that does it. */
  readonly word: string;
  readonly busy: boolean;
  readonly failure: ActFailure | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
  readonly children: ReactNode;
  readonly danger?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('shell:close'), size: 44, iconSize: 20 }}
      classNames={{ title: classes.title ?? '' }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          onDone();
        }}
      >
        {children}
        <Problem failure={failure} />
        <div className={classes.buttons}>
          <Button variant="default" size="md" onClick={onClose}>
            {t('parts:cancel')}
          </Button>
          <Button type="submit" size="md" loading={busy} {...(danger ? { color: 'red.9' } : {})}>
            {word}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** Shows something over the screen; nothing is asked. */
export function ShowDialog({
  title,
  word,
  onClose,
  children,
}: {
  readonly title: string;
  readonly word: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      classNames={{ title: classes.title ?? '' }}
    >
      <div className={classes.form}>
        {children}
        <div className={classes.buttons}>
          <Button size="md" onClick={onClose}>
            {word}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
