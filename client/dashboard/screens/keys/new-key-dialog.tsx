import { useTranslation } from 'react-i18next';
import { CopyLine } from '../../parts/copy-line.tsx';
import { ShowDialog } from '../../parts/dialog.tsx';
import { curlFor, type NewKey } from './key-words.ts';
import classes from './keys.module.css';

/** Shows a key the one time that it can be seen: the gateway keeps only a fingerprint of it. */
export function NewKeyDialog({ made, onClose }: { readonly made: NewKey; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { apiKey, key } = made;
  return (
    <ShowDialog title={t('keys:made.title', { name: apiKey.name })} word={t('keys:made.done')} onClose={onClose}>
      <p className={classes.warning}>{t('keys:made.once')}</p>
      <CopyLine label={t('keys:made.key')} value={key} />
      <CopyLine label={t('keys:made.curl')} value={curlFor({ key, scopes: apiKey.scopes }, location.origin)} block />
    </ShowDialog>
  );
}
