import { useTranslation } from 'react-i18next';
import { CopyLine } from '../../parts/copy-line.tsx';
import { Section } from '../../parts/page.tsx';
import classes from './connection.module.css';

/** The settings of a live gateway; what follows `=` is the reader's own. */
const ENVIRONMENT = `GATEWAY_MODE=live
DIJLA_MASTER_KEY=
META_ACCESS_TOKEN=
META_PHONE_NUMBER_ID=
META_WABA_ID=
META_APP_SECRET=
META_VERIFY_TOKEN=
PUBLIC_URL=https://`;

/** From the sandbox to WhatsApp, in four steps. */
export function GoLive() {
  const { t } = useTranslation();
  return (
    <Section title={t('connection:live.title')} text={t('connection:live.text')}>
      <ol className={classes.steps}>
        {(['app', 'env', 'start', 'webhook'] as const).map((step, index) => (
          <li key={step}>
            <span className={classes.number} aria-hidden="true" data-latin>
              {index + 1}
            </span>
            <div>
              <h3>{t(`connection:live.${step}.title`)}</h3>
              <p>{t(`connection:live.${step}.text`)}</p>
              {step === 'env' && <CopyLine label={'\u2066.env\u2069'} value={ENVIRONMENT} block />}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
