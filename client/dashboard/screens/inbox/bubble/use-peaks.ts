import { useEffect, useState } from 'react';
import { readPeaks } from './read-peaks.ts';

/** `reading`: on their way. Null: there are none, or nobody has asked. */
export type Peaks = readonly number[] | 'reading' | null;

/** The bars of a sound, once they are `wanted`. */
export function usePeaks(url: string, wanted: boolean): Peaks {
  const [found, setFound] = useState<{ readonly url: string; readonly peaks: readonly number[] | null } | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    void readPeaks(url).then((peaks) => {
      if (!left) setFound({ url, peaks });
    });
    return () => {
      left = true;
    };
  }, [url, wanted]);
  if (!wanted) return null;
  return found?.url === url ? found.peaks : 'reading';
}
