import classes from './swatch.module.css';

/** A layer of a chart. `hatched` marks what went wrong for eyes that tell colours apart otherwise. */
export interface Series<Name extends string> {
  readonly name: Name;
  readonly label: string;
  /** A variable of the page, such as `var(--chart-read)`. */
  readonly colour: string;
  readonly hatched?: boolean;
}

export function Swatch<Name extends string>({ series }: { readonly series: Series<Name> }) {
  return (
    <span
      className={classes.swatch}
      data-hatched={series.hatched ?? false}
      style={{ backgroundColor: series.colour }}
      aria-hidden="true"
    />
  );
}

/** What the colours mean, and how many there are of each. */
export function Legend<Name extends string>({
  series,
  figure,
}: {
  readonly series: readonly Series<Name>[];
  readonly figure: (name: Name) => string;
}) {
  return (
    <ul className={classes.legend}>
      {series.map((one) => (
        <li key={one.name}>
          <Swatch series={one} />
          <span>{one.label}</span>
          <b dir="ltr" data-latin>
            {figure(one.name)}
          </b>
        </li>
      ))}
    </ul>
  );
}

/** How something is made up, as one bar of a table's row; the row's figures say it in words. */
export function Share<Name extends string>({
  series,
  counts,
}: {
  readonly series: readonly Series<Name>[];
  readonly counts: Readonly<Partial<Record<Name, number>>>;
}) {
  return (
    <span className={classes.share} dir="ltr" aria-hidden="true">
      {series.map((one) => {
        const count = counts[one.name] ?? 0;
        if (count === 0) return null;
        return (
          <span
            key={one.name}
            data-hatched={one.hatched ?? false}
            style={{ flexGrow: count, backgroundColor: one.colour }}
          />
        );
      })}
    </span>
  );
}
