import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './trouble.module.css';

/** Asks once more before something is sent that may have been sent already. */
export default function AskAnyway({
  opened,
  onClose,
  onSend,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onSend: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('inbox:anyway.title')}
      closeButtonProps={{ 'aria-label': t('shell:close'), size: 44, iconSize: 22 }}
    >
      <p>{t('inbox:anyway.text')}</p>
      <div className={classes.answers}>
        <Button variant="default" size="md" onClick={onClose} data-autofocus>
          {t('inbox:anyway.no')}
        </Button>
        <Button size="md" className={classes.grave ?? ''} onClick={onSend}>
          {t('inbox:anyway.yes')}
        </Button>
      </div>
    </Modal>
  );
}
