import { useElementSize } from '@mantine/hooks';
import { scaleBand, scaleLinear } from '@visx/scale';
import { type PointerEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../data/session-context.ts';
import { useSettings } from '../../../data/settings-context.ts';
import { createFormats } from '../../../i18n/format.ts';
import type { Day } from '../days/days.ts';
import classes from './day-bars.module.css';
import { type Series, Swatch } from './swatch.tsx';

export interface DayBar<Name extends string> {
  readonly day: Day;
  readonly counts: Readonly<Partial<Record<Name, number>>>;
}

const HEIGHT = 240;
const TOP = 12;
const BOTTOM = 28;
const START = 44;
const LEAST_LABEL = 64;

/**
 * Counts by day as bars in layers, the first series at the ground. A picture to whoever hears the page: the figures stand
 * in a table beside it. Always from left to right, in Latin digits.
 */
export function DayBars<const Name extends string>({
  label,
  series,
  days,
}: {
  readonly label: string;
  readonly series: readonly Series<Name>[];
  readonly days: readonly DayBar<Name>[];
}) {
  const { ref, width } = useElementSize();
  const hatch = useId();
  const formats = useChartFormats();
  const [shown, setShown] = useState<number | null>(null);
  const sums = days.map(({ counts }) => series.reduce((sum, { name }) => sum + (counts[name] ?? 0), 0));
  const across = scaleBand<number>({
    domain: days.map((_day, index) => index),
    range: [START, Math.max(width, START + 1)],
    paddingInner: days.length > 45 ? 0.12 : 0.28,
    paddingOuter: 0.1,
  });
  const up = scaleLinear<number>({
    domain: [0, Math.max(4, ...sums)],
    range: [HEIGHT - BOTTOM, TOP],
    nice: 4,
  });
  const step = Math.max(1, Math.ceil((days.length * LEAST_LABEL) / Math.max(width - START, 1)));
  const point = ({ clientX, currentTarget }: PointerEvent<SVGSVGElement>) => {
    const at = clientX - currentTarget.getBoundingClientRect().left - START;
    const index = Math.floor((at / Math.max(width - START, 1)) * days.length);
    setShown(index >= 0 && index < days.length ? index : null);
  };
  const bar = shown === null ? undefined : days[shown];

  return (
    <div className={classes.chart} dir="ltr" data-latin ref={ref}>
      <svg
        role="img"
        aria-label={label}
        width={width}
        height={HEIGHT}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setShown(null)}
      >
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" fill="var(--chart-bad)" />
            <rect width="2" height="6" fill="var(--ground)" opacity="0.55" />
          </pattern>
        </defs>
        {up.ticks(4).map((tick) => (
          <g key={tick} transform={`translate(0 ${up(tick)})`}>
            <line x1={START} x2={width} className={classes.grid} />
            <text x={START - 8} dy="0.32em" textAnchor="end">
              {formats.number(tick, { notation: 'compact' })}
            </text>
          </g>
        ))}
        {days.map(({ counts, day }, index) => {
          const x = across(index) ?? 0;
          let below = 0;
          return (
            <g key={day} data-shown={shown === index}>
              {shown === index && (
                <rect
                  className={classes.band}
                  x={x - 2}
                  y={TOP}
                  width={across.bandwidth() + 4}
                  height={HEIGHT - BOTTOM - TOP}
                />
              )}
              {series.map(({ hatched, name, colour }) => {
                const count = counts[name] ?? 0;
                if (count === 0) return null;
                const [y, end] = [up(below + count), up(below)];
                below += count;
                return (
                  <rect
                    key={name}
                    x={x}
                    y={y}
                    width={across.bandwidth()}
                    height={Math.max(end - y - 1, 1)}
                    rx={Math.min(2, across.bandwidth() / 4)}
                    fill={hatched ? `url(#${hatch})` : colour}
                  />
                );
              })}
              {(days.length - 1 - index) % step === 0 && (
                <text x={x + across.bandwidth() / 2} y={HEIGHT - 8} textAnchor="middle">
                  {formats.day(day)}
                </text>
              )}
            </g>
          );
        })}
        <line x1={START} x2={width} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} className={classes.ground} />
      </svg>
      {bar !== undefined && shown !== null && (
        <Told bar={bar} series={series} side={shown < days.length / 2 ? 'end' : 'start'} />
      )}
    </div>
  );
}

/** The figures of the day that is pointed at, on the other side of the picture. */
function Told<Name extends string>({
  bar,
  series,
  side,
}: {
  readonly bar: DayBar<Name>;
  readonly series: readonly Series<Name>[];
  readonly side: 'start' | 'end';
}) {
  const { i18n } = useTranslation();
  const formats = useChartFormats();
  return (
    <div className={classes.told} data-side={side} aria-hidden="true">
      <strong>{formats.wholeDay(bar.day)}</strong>
      {series
        .filter(({ name }) => (bar.counts[name] ?? 0) > 0)
        .toReversed()
        .map((one) => (
          <div key={one.name}>
            <Swatch series={one} />
            <span dir={i18n.dir()}>{one.label}</span>
            <b>{formats.number(bar.counts[one.name] ?? 0)}</b>
          </div>
        ))}
    </div>
  );
}

/** Charts are written in Latin digits in every language. */
export function useChartFormats() {
  const { language } = useSettings();
  const { timeZone } = useSession();
  const formats = createFormats({ language, digits: 'latn' }, timeZone);
  const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const whole = createFormats({ language, digits: 'latn' }, 'UTC');
  return {
    number: formats.number,
    /** `3 May`; in Arabic `3/5`, since a month's name would turn the line round. */
    day: (day: Day) =>
      language === 'ar' ? day.replace(/^\d+-0?(\d+)-0?(\d+)$/, '$2/$1') : short.format(Date.parse(day)),
    /** `Sunday 3 May` */
    wholeDay: (day: Day) => whole.day(`${day}T00:00:00Z`),
  };
}
