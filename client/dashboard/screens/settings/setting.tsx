import type { ReactNode } from 'react';
import classes from './settings.module.css';

/** One choice: what it is about, and its control. */
export function Setting({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={classes.setting}>
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      <div className={classes.control}>{children}</div>
    </section>
  );
}
