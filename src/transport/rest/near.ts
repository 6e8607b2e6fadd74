/**
 * The known name that a misspelt one most probably means, or null when none is near: equal but for case, `_` and `-`;
 * at most two slips away (one in names of up to five letters); or its beginning (`language` → `languageCode`).
 */
export function nearest(given: string, known: readonly string[]): string | null {
  const wanted = bare(given);
  if (wanted === '' || given.length > 64) return null;
  let best: string | null = null;
  let bestSlips = Number.POSITIVE_INFINITY;
  for (const name of known) {
    const slips = slipsBetween(wanted, bare(name));
    if (slips < bestSlips) [best, bestSlips] = [name, slips];
  }
  return best;
}

/** Slips between two bare names, or infinity when they are not near. */
function slipsBetween(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  const slips = editDistance(a, b);
  if (slips <= (longest <= 5 ? 1 : 2) && slips < Math.min(a.length, b.length)) return slips;
  // Worse than any slip, so that a name that is only misspelt wins.
  if (a.length >= 5 && b.startsWith(a)) return 3;
  return Number.POSITIVE_INFINITY;
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[_\-\s.]/g, '');
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let slips = Math.min(at(last, j) + 1, at(row, j - 1) + 1, replaced);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) slips = Math.min(slips, at(beforeLast, j - 2) + 1);
      row.push(slips);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

/** A cell of the table; those asked for are always there. */
function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
