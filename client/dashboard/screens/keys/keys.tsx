import { useTranslation } from 'react-i18next';
import { useTitle } from '../../shell/title.ts';
import { KeysOf } from './keys-of.tsx';

/** The keys of the tenant for whom one is signed in. */
export default function KeysScreen() {
  const { t } = useTranslation();
  useTitle(t('keys:title'));
  return <KeysOf tenant={null} />;
}
