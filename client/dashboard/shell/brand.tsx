import { Ltr } from '../i18n/text.tsx';
import classes from './brand.module.css';

/** Two waves of the river, and the name: it is one in every language. */
export function Brand() {
  return (
    <div className={classes.brand}>
      <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
        <rect width="32" height="32" rx="9" fill="var(--river)" />
        <path
          d="M6 12.5c3.3-3 6.7-3 10 0s6.7 3 10 0M6 20.5c3.3-3 6.7-3 10 0s6.7 3 10 0"
          fill="none"
          stroke="var(--on-river)"
          strokeWidth="2.8"
          strokeLinecap="round"
        />
      </svg>
      <Ltr>Dijla</Ltr>
    </div>
  );
}
