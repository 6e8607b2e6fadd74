import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import classes from './page.module.css';

/**
 * A screen that scrolls: its name, a sentence on what it is for, what can be done with all of it, what narrows it down,
 * and then the rest. `back` leads to what this is a part of.
 */
export function Page({
  title,
  lead,
  back,
  actions,
  filters,
  children,
}: {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly back?: ReactNode;
  readonly actions?: ReactNode;
  readonly filters?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        {back}
        <div>
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

/** From one thing to the list that it stands in. */
export function Back({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link href={href} className={classes.back ?? ''}>
      <IconArrowLeft size={18} stroke={1.8} data-mirror aria-hidden="true" />
      {children}
    </Link>
  );
}

/** A part of a page under its own heading. */
export function Section({
  title,
  text,
  actions,
  children,
}: {
  readonly title: string;
  readonly text?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <section className={classes.section} aria-label={title}>
      <header className={classes.head}>
        <div>
          <h2>{title}</h2>
          {text !== undefined && <p>{text}</p>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}

/** Names and their values, in a column each where there is room. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>;
}

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
