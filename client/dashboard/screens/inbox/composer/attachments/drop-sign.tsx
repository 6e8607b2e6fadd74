import { IconLock, IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import composer from '../composer.module.css';

/** Over the composer while files are dragged over the page. `refused`: only templates may be sent now. */
export function DropSign({ refused }: { readonly refused: boolean }) {
  const { t } = useTranslation();
  const Icon = refused ? IconLock : IconPaperclip;
  return (
    <div className={composer.drop} data-refused={refused} role="status">
      <Icon size={22} stroke={1.6} aria-hidden="true" />
      {refused ? t('composer:files.closed') : t('composer:files.drop')}
    </div>
  );
}
