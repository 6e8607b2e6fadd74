import type { ComponentProps } from 'react';
import classes from './table.module.css';

/*
 * A table on a desk, a card for each row on a phone. A card's boxes would take the roles of a table away from who hears
 * the page, so they are said. A cell is a line of its card with `data-label`, which names it; `data-wide` takes the whole
 * width, `data-side` stands beside the first one, `data-number` at the end of its column.
 */
const TABLE = { role: 'table' };
const BODY = { role: 'rowgroup' };
const ROW = { role: 'row' };
const CELL = { role: 'cell' };

export function Table(props: ComponentProps<'table'>) {
  return <table {...TABLE} {...props} className={classes.table} />;
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
