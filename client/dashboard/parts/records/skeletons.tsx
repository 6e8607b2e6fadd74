import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './skeletons.module.css';

/** What a table looks like before it is there: under its filters, which are. */
export function RowSkeletons({ rows = 8, height = 20 }: { readonly rows?: number; readonly height?: number }) {
  const { t } = useTranslation();
  return (
    <div className={classes.rows} aria-busy="true">
      <span className="visually-hidden" role="status">
        {t('shell:loading')}
      </span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of nothing have no other name.
        <div key={row}>
          <Skeleton height={height} width={`${68 + ((row * 37) % 30)}%`} radius="sm" />
        </div>
      ))}
    </div>
  );
}

/** What a figure with its chart looks like before it is there. */
export function ChartSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={classes.chart} aria-busy="true">
      <span className="visually-hidden" role="status">
        {t('shell:loading')}
      </span>
      <div>
        {['a', 'b', 'c', 'd'].map((figure) => (
          <Skeleton key={figure} height={52} radius="md" />
        ))}
      </div>
      <Skeleton height={240} radius="md" />
    </div>
  );
}
