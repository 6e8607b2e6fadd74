import { useTranslation } from 'react-i18next';
import { Ltr } from '../../i18n/text.tsx';
import { CopyLine } from '../../parts/copy-line.tsx';
import { Section } from '../../parts/page.tsx';
import classes from './connection.module.css';
import type { Connection } from './connection-words.ts';

/** What is to be entered in Meta's app dashboard, word for word. */
export function SetUp({
  connection: { callbackUrl, fields, publicUrlSet, verifyToken },
}: {
  readonly connection: Connection;
}) {
  const { t } = useTranslation();
  return (
    <Section title={t('connection:setUp.title')} text={t('connection:setUp.text')}>
      <div className={classes.copies}>
        <CopyLine label={t('connection:setUp.callback')} value={callbackUrl} />
        {!publicUrlSet && <p className={classes.note}>{t('connection:setUp.notPublic')}</p>}
        {verifyToken === null ? (
          <p className={classes.note}>{t('connection:setUp.noToken')}</p>
        ) : (
          <CopyLine label={t('connection:setUp.token')} value={verifyToken} secret />
        )}
        <div>
          <h3 className={classes.name}>{t('connection:setUp.fields')}</h3>
          <ul className={classes.fields}>
            {fields.map((field) => (
              <li key={field}>
                <Ltr code>{field}</Ltr>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Section>
  );
}
