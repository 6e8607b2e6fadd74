import { useTranslation } from 'react-i18next';
import { Ltr } from '../../i18n/text.tsx';
import { Section } from '../../parts/page.tsx';
import { NumberCheck } from '../numbers/number-check.tsx';
import type { ConnectionNumber } from './connection-words.ts';

/** Token, number and account of what the operator's own credentials reach, asked of Meta as the screen opens. */
export function Checks({ numbers }: { readonly numbers: readonly ConnectionNumber[] }) {
  const { t } = useTranslation();
  return (
    <Section title={t('connection:checks.title')} text={t('connection:checks.text')}>
      {numbers.length === 0 && <p>{t('connection:checks.none')}</p>}
      {numbers.map(({ display, id }) => (
        <NumberCheck key={id} id={id} atOnce heading={<Ltr>{display}</Ltr>} />
      ))}
    </Section>
  );
}
