import type { ReactNode } from 'react';
import classes from './page.module.css';

/** A screen that one reads: its name, what it is for, what can be done with all of it, what narrows it down, the rest. */
export function Page({
  title,
  lead,
  actions,
  filters,
  children,
}: {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly filters?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div className={classes.names}>
          <h1>{title}</h1>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      {filters}
      {children}
    </div>
  );
}

/** A part of such a screen under a name of its own. `beside` stands at the end of its line. */
export function Section({
  title,
  text,
  beside,
  children,
}: {
  readonly title: string;
  readonly text?: ReactNode;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.line}>
        <div>
          <h2>{title}</h2>
          {text !== undefined && <p>{text}</p>}
        </div>
        {beside}
      </div>
      {children}
    </section>
  );
}
