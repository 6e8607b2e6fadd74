import { useTranslation } from 'react-i18next';
import { useLiveState } from '../data/live-context.ts';
import classes from './connection-state.module.css';

/** Whether what is shown is what is. Said aloud when it changes; the colour is not the only sign. */
export function ConnectionState() {
  const { t } = useTranslation();
  const state = useLiveState();
  return (
    <p className={classes.state} data-state={state} role="status">
      <span className={classes.dot} aria-hidden="true" />
      {t(`shell:connection.${state}`)}
    </p>
  );
}
