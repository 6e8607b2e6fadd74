import { useTranslation } from 'react-i18next';
import { Ltr } from '../../i18n/text.tsx';
import { Tag } from '../../parts/tag.tsx';
import { knownStatus, toneOf } from './template-words.ts';

export function TemplateStatus({ status }: { readonly status: string }) {
  const { t } = useTranslation();
  const word = knownStatus(status);
  return <Tag tone={toneOf(status)}>{word === null ? <Ltr>{status}</Ltr> : t(`templates:status.${word}`)}</Tag>;
}
