import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './states.module.css';

/** Nothing there yet: says what to do next. */
export function Empty({
  icon,
  title,
  children,
  action,
}: {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={classes.state}>
      {icon !== undefined && <div className={classes.icon}>{icon}</div>}
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  );
}

/** Something went wrong, and may go right the next time. Without `children`: the gateway did not answer. */
export function Failed({ children, onRetry }: { readonly children?: ReactNode; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.state} role="alert">
      <div className={classes.icon}>
        <IconAlertTriangle size={28} stroke={1.6} />
      </div>
      <h2>{t('shell:failed.title')}</h2>
      <p>{children ?? t('shell:failed.text')}</p>
      <Button onClick={onRetry} size="md">
        {t('shell:failed.retry')}
      </Button>
    </div>
  );
}

/** What a list looks like before it is there. */
export function Loading({ rows = 6 }: { readonly rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className={classes.loading} aria-busy="true">
      <span className="visually-hidden" role="status">
        {t('shell:loading')}
      </span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of nothing have no other name.
        <Skeleton key={row} height={44} radius="md" />
      ))}
    </div>
  );
}
