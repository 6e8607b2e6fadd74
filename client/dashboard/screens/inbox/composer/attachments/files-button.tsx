import { ActionIcon, FileButton } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import composer from '../composer.module.css';
import { ACCEPTED } from './file-rules.ts';

/** Picks files out of the device. */
export function FilesButton({ onPick }: { readonly onPick: (files: readonly File[]) => void }) {
  const { t } = useTranslation();
  return (
    <FileButton multiple onChange={onPick} accept={ACCEPTED}>
      {(props) => (
        <ActionIcon
          {...props}
          variant="subtle"
          className={composer.tool ?? ''}
          aria-label={t('composer:files.pick')}
          title={t('composer:files.pick')}
        >
          <IconPaperclip size={22} stroke={1.6} />
        </ActionIcon>
      )}
    </FileButton>
  );
}
