import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMessageExport } from '../../src/application/message-export.ts';
import type { PageRequest } from '../../src/ports/store.ts';
import { record } from '../rest/support.ts';
import { operator } from './support.ts';
import { tenant } from './tenancy.ts';

/** Messages at some places of a log; those that pass the filter are of another kind. Notes what is asked for. */
function bench(places: readonly number[], passing: ReadonlySet<number>) {
  const asked: PageRequest[] = [];
  const all = [...places];
  const { pages } = createMessageExport({
    tenants: { of: () => tenant() },
    conversations: {
      async messages(_caller, filter, page) {
        const { after = 0, before = Infinity, limit, from } = page;
        asked.push(page);
        const found = all.filter(
          (seq) => seq > after && seq < before && (filter.type === undefined || passing.has(seq)),
        );
        const sorted = found.toSorted((a, b) => (from === 'oldest' ? a - b : b - a));
        const rows = sorted.slice(0, limit).toSorted((a, b) => b - a);
        return { rows: rows.map((seq) => record({ seq })), more: sorted.length > limit };
      },
    },
  });
  return { pages, asked, all };
}

it('every message that passes comes once, the oldest first, however few or many pass', async () => {
  const places = fc.uniqueArray(fc.integer({ min: 1, max: 30_000 }), { maxLength: 1_500, minLength: 1 });
  await fc.assert(
    fc.asyncProperty(places, fc.integer({ min: 1, max: 400 }), async (seqs, each) => {
      const sorted = seqs.toSorted((a, b) => a - b);
      const passing = new Set(sorted.filter((_, i) => i % each === 0));
      const { asked, pages } = bench(sorted, passing);
      const read: number[] = [];
      for await (const page of pages(operator(), { type: 'order' }).pages) read.push(...page.map(({ seq }) => seq));
      expect(read).toEqual([...passing]);
      for (const { limit, after = 0, before = 0, from } of asked.slice(1)) {
        expect([limit <= 200, before - after <= 5_001, from]).toEqual([true, true, 'oldest']);
      }
    }),
    { numRuns: 30 },
  );
});

it('it ends with what was there when it began', async () => {
  const { all, pages } = bench([1, 2, 3], new Set());
  const read: number[] = [];
  for await (const page of pages(operator(), {}).pages) {
    read.push(...page.map(({ seq }) => seq));
    all.push(all.length + 1);
  }
  expect(read).toEqual([1, 2, 3]);
});

it('an empty history is read once', async () => {
  const { asked, pages } = bench([], new Set());
  for await (const page of pages(operator(), {}).pages) expect(page).toEqual([]);
  expect(asked).toHaveLength(1);
});
