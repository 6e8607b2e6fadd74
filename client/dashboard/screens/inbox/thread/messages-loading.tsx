import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './thread.module.css';

const SHAPES = [
  ['start', 14, 3],
  ['start', 9, 3],
  ['end', 18, 5],
  ['start', 11, 3],
  ['end', 8, 3],
  ['end', 15, 3],
] as const;

/** Bubbles of nothing yet. */
export function MessagesLoading() {
  const { t } = useTranslation();
  return (
    <div className={classes.loading} aria-busy="true">
      <span className="visually-hidden" role="status">
        {t('shell:loading')}
      </span>
      {SHAPES.map(([side, width, height], index) => (
        <Skeleton
          // biome-ignore lint/suspicious/noArrayIndexKey: shapes of nothing have no other name.
          key={index}
          width={`${width}rem`}
          height={`${height}rem`}
          radius="lg"
          style={{ justifySelf: side, maxWidth: '80%' }}
        />
      ))}
    </div>
  );
}
