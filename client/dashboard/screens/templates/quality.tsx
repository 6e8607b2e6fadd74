import { useTranslation } from 'react-i18next';
import { Tag } from '../../parts/tag.tsx';
import { knownQuality } from './template-words.ts';

const TONES = { GREEN: 'good', YELLOW: 'warn', RED: 'bad' } as const;

/** How people take it, by Meta's word; nothing while Meta has none. */
export function Quality({ quality }: { readonly quality: string | null }) {
  const { t } = useTranslation();
  const word = knownQuality(quality);
  return word === null ? null : <Tag tone={TONES[word]}>{t(`templates:quality.${word}`)}</Tag>;
}
