import { useTranslation } from 'react-i18next';
import { clockOf } from './clock.ts';
import { BARS } from './read-peaks.ts';
import classes from './seek.module.css';
import type { Peaks } from './use-peaks.ts';

/** A bar and the gap behind it, in the drawing's units; the lowest bar is a dot. */
const STEP = 3;
const BAR = 2;
const HEIGHT = 32;

/**
 * Where in a sound one is, in seconds, and the way to another place of it. Its bars are drawn where they are known; what
 * takes pointer and keys is a slider over them, from left to right in every language.
 */
export function Seek({
  at,
  length,
  onSeek,
  peaks,
}: {
  readonly at: number;
  /** 0 while it is not known. */
  readonly length: number;
  readonly onSeek: (to: number) => void;
  readonly peaks: Peaks;
}) {
  const { t } = useTranslation();
  const bars = peaks === 'reading' ? NONE : peaks;
  return (
    <div className={classes.seek} data-drawn={bars !== null}>
      {bars !== null && (
        <svg viewBox={`0 0 ${BARS * STEP} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {bars.map((loudness, bar) => {
            const height = Math.max(BAR, loudness * HEIGHT);
            return (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: bars are known by their place.
                key={bar}
                x={bar * STEP}
                y={(HEIGHT - height) / 2}
                width={BAR}
                height={height}
                rx={BAR / 2}
                data-played={length > 0 && (bar + 0.5) / BARS <= at / length}
              />
            );
          })}
        </svg>
      )}
      <input
        type="range"
        dir="ltr"
        min={0}
        max={length || 1}
        step={0.1}
        value={Math.min(at, length || 1)}
        disabled={length === 0}
        aria-label={t('inbox:player.position')}
        aria-valuetext={`${clockOf(at)} / ${clockOf(length)}`}
        onChange={(event) => onSeek(Number(event.currentTarget.value))}
      />
    </div>
  );
}

const NONE: readonly number[] = Array.from({ length: BARS }, () => 0);
