import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'wouter';
import classes from './table.module.css';

/*
 * A table where there is room, a card for each row where there is little. A card's boxes would take the roles of a table
 * away from who hears the page, so they are said. A cell is a line of its card with `data-label`, which names it;
 * `data-wide` takes the whole width, `data-side` stands beside the first one, `data-spare` is left out; `data-number`
 * stands at the end of its column.
 */
const TABLE = { role: 'table' };
const BODY = { role: 'rowgroup' };
const ROW = { role: 'row' };
const CELL = { role: 'cell' };

export function Table(props: ComponentProps<'table'>) {
  return (
    <div className={classes.room}>
      <table {...TABLE} {...props} className={classes.table} />
    </div>
  );
}

export function Body(props: ComponentProps<'tbody'>) {
  return <tbody {...BODY} {...props} />;
}

export function Line(props: ComponentProps<'tr'>) {
  return <tr {...ROW} {...props} />;
}

export function Cell(props: ComponentProps<'td'>) {
  return <td {...CELL} {...props} />;
}

/** What a row is called, with a second line below it in `small`. */
export function Named({ children }: { readonly children: ReactNode }) {
  return <span className={classes.named}>{children}</span>;
}

/** Leads from a row to what it stands for; the whole row is its target. */
export function Open({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link href={href} className={classes.open ?? ''}>
      {children}
    </Link>
  );
}

/** What can be done to a row, in its last cell. */
export function RowActions({ children }: { readonly children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}
