import { useTranslation } from 'react-i18next';
import { explain, type Failure } from '../i18n/explain.ts';
import { Ltr } from '../i18n/text.tsx';

/** A failure in a person's language: what is wrong, what to do, and the code for whoever looks it up. */
export function Explained({ failure }: { readonly failure: Failure }) {
  const { t, i18n } = useTranslation();
  const { text, action, untranslated } = explain(i18n, failure);
  const lang = untranslated ? { lang: 'en', dir: 'ltr' } : {};
  return (
    <>
      <span {...lang}>{text}</span> {action !== null && action !== '' && <span {...lang}>{action}</span>}{' '}
      <small>
        {t('shell:code')} <Ltr code>{failure.code}</Ltr>
      </small>
    </>
  );
}
