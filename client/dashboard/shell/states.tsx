import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './states.module.css';

/** Nothing there yet: says what to do next. `alone`: it stands for the whole page, whose name is then its title. */
export function Empty({
  icon,
  title,
  children,
  action,
  alone = false,
}: {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly alone?: boolean;
}) {
  const Title = alone ? 'h1' : 'h2';
  return (
    <div className={classes.state}>
      {icon !== undefined && <div className={classes.icon}>{icon}</div>}
      <Title>{title}</Title>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  );
}

/**
 * Something went wrong, and may go right the next time. Without `children`: the gateway did not answer. `alone` as in
 * `Empty`.
 */
export function Failed({
  children,
  onRetry,
  alone = false,
}: {
  readonly children?: ReactNode;
  readonly onRetry: () => void;
  readonly alone?: boolean;
}) {
  const { t } = useTranslation();
  const Title = alone ? 'h1' : 'h2';
  return (
    <div className={classes.state} role="alert">
      <div className={classes.icon}>
        <IconAlertTriangle size={28} stroke={1.6} />
      </div>
      <Title>{t('shell:failed.title')}</Title>
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
