import { useTranslation } from 'react-i18next';
import type { ActFailure } from '../data/act.ts';
import { Ltr } from '../i18n/text.tsx';
import { Explained } from './explained.tsx';
import classes from './problem.module.css';

/** Why an act came to nothing, beside what was to do it. The API's own words follow where the table says less. */
export function Problem({ failure }: { readonly failure: ActFailure | null }) {
  const { t, i18n } = useTranslation();
  if (failure === null) return null;
  if (failure.code === 'UNREACHABLE') {
    return (
      <p className={classes.problem} role="alert">
        {t('shell:failed.text')}
      </p>
    );
  }
  // What exactly is wrong with the input only the API knows; a table of sentences cannot.
  const exact = failure.code === 'INVALID_INPUT' || failure.code === 'FORBIDDEN';
  return (
    <div className={classes.problem} role="alert">
      {exact && i18n.language === 'en' ? (
        <>
          {failure.says} {failure.action}
        </>
      ) : (
        <Explained failure={failure} />
      )}
      {exact && i18n.language !== 'en' && (
        <p className={classes.detail}>
          <Ltr>
            {failure.says} {failure.action}
          </Ltr>
        </p>
      )}
    </div>
  );
}
