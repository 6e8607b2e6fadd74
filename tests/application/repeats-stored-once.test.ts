import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ingestRig, NUMBER, status, text, webhook } from './ingesting.ts';

const SEED = 20_260_301;

/** One thing that Meta tells, as the value of a change; `n` makes it another one. */
const kinds: readonly ((n: number) => object)[] = [
  (n) => text(`wamid.in${n}`, `text ${n}`),
  (n) => text(`wamid.un${n}`, `nobody's ${n}`, '999'),
  (n) => ({ metadata: { phone_number_id: NUMBER }, messages: [{ type: 'text', text: { body: `no id ${n}` } }] }),
  (n) => ({ metadata: { phone_number_id: NUMBER }, errors: [{ code: 130429, n }] }),
  (n) => status(`wamid.out${n}`, 'read'),
];
/** What a kind is told as; a status of an unknown message waits without an event. */
const TOLD = ['inbound_message', 'unrouted', 'platform', 'platform', null] as const;

const history = fc.array(fc.nat(kinds.length - 1), { minLength: 1, maxLength: 12 }).chain((chosen) =>
  fc.record({
    chosen: fc.constant(chosen),
    // Every one comes 1–5 times, in any order, cut into webhooks anywhere.
    order: fc
      .tuple(...chosen.map((_, i) => fc.integer({ min: 1, max: 5 }).map((times) => Array<number>(times).fill(i))))
      .chain((copies) => {
        const all = copies.flat();
        return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
      }),
    cuts: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 }),
    together: fc.boolean(),
  }),
);

/** The list in pieces whose lengths follow `cuts`, over and over. */
function inPieces<T>(list: readonly T[], cuts: readonly number[]): T[][] {
  const pieces: T[][] = [];
  for (let at = 0, i = 0; at < list.length; i += 1) {
    const length = cuts[i % cuts.length] ?? 1;
    pieces.push(list.slice(at, at + length));
    at += length;
  }
  return pieces;
}

it('stores every event once, however often, in whatever order and batch it comes: lost 0, duplicates 0', async () => {
  const rig = await ingestRig();
  let run = 0;
  let before = 0;
  await fc.assert(
    fc.asyncProperty(history, async ({ chosen, order, cuts, together }) => {
      run += 1;
      const value = (i: number) => kinds[chosen[i] ?? 0]?.(run * 1_000 + i) ?? {};
      const webhooks = inPieces(order, cuts).map((piece) => webhook(...piece.map(value)));
      if (together) await Promise.all(webhooks.map((one) => rig.receive(one)));
      else for (const one of webhooks) await rig.receive(one);

      const told = (await rig.events()).slice(before).map(({ type }) => type);
      before += told.length;
      const expected = chosen.flatMap((kind) => TOLD[kind] ?? []);
      expect(told.toSorted()).toEqual(expected.toSorted());
    }),
    { seed: SEED, numRuns: 40 },
  );
  expect(await rig.quarantined()).toEqual([]);
  const seqs = (await rig.events()).map(({ seq }) => seq);
  expect(seqs).toEqual(Array.from({ length: before }, (_, i) => i + 1));
});

it('stores a large webhook once when its copies and its halves come together', async () => {
  const rig = await ingestRig();
  const messages = Array.from({ length: 1_500 }, (_, n) => text(`wamid.${n}`, 'x'.repeat(200)).messages[0] ?? {});
  const of = (part: readonly object[]) => webhook({ metadata: { phone_number_id: NUMBER }, messages: part });
  const bodies = [of(messages), of(messages.slice(700)), of(messages.toReversed()), of(messages.slice(0, 800))];
  await Promise.all(bodies.map((body) => rig.receive(body)));
  const names = (await rig.events()).map(({ body }) => body.message?.whatsappId);
  expect(names).toHaveLength(1_500);
  expect(new Set(names).size).toBe(1_500);
});
