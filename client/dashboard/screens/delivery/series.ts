import { useTranslation } from 'react-i18next';
import type { Series } from '../../parts/records/chart/swatch.tsx';
import { OUTCOMES, type Outcome } from './outcomes.ts';

const COLOURS: Readonly<Record<Outcome, string>> = {
  read: 'var(--chart-read)',
  delivered: 'var(--chart-delivered)',
  underway: 'var(--chart-underway)',
  waiting: 'var(--chart-waiting)',
  unconfirmed: 'var(--chart-unconfirmed)',
  failed: 'var(--chart-bad)',
  cancelled: 'var(--chart-cancelled)',
};

/** The layers of every chart of this screen. */
export function useSeries(): readonly Series<Outcome>[] {
  const { t } = useTranslation();
  return OUTCOMES.map((name) => ({
    name,
    label: t(`delivery:outcome.${name}`),
    colour: COLOURS[name],
    hatched: name === 'failed',
  }));
}
