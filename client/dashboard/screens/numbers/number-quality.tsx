import { useTranslation } from 'react-i18next';
import { Tag } from '../../parts/tag.tsx';
import { QUALITY_TONES } from './number-words.ts';

/** How people take what comes from a number, by Meta's word. */
export function NumberQuality({ quality }: { readonly quality: string | null }) {
  const { t } = useTranslation();
  const tone = QUALITY_TONES[quality ?? ''];
  if (quality === null || tone === undefined) return <Tag tone="off">{t('numbers:quality.UNKNOWN')}</Tag>;
  return <Tag tone={tone}>{t(`numbers:quality.${quality}`)}</Tag>;
}
