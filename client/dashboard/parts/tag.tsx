import type { ReactNode } from 'react';
import classes from './tag.module.css';

/** How something stands, in a word: the dot's colour says it again, for whoever sees it. */
export function Tag({
  tone,
  children,
}: {
  readonly tone: 'good' | 'warn' | 'bad' | 'off';
  readonly children: ReactNode;
}) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  );
}
