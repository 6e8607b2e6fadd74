import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayIn, dayNumber, dayOf, dayText } from '../../src/domain/calendar.ts';
import { Fold } from '../../src/domain/fold.ts';
import { foldItems } from '../../src/domain/fold-inbound.ts';
import type { InboundItem } from '../../src/domain/inbound.ts';
import type { MessageRecord } from '../../src/domain/message.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import { acceptedAs, draft, inbound, NOW, REFUSED, routed, status } from '../ports/fixtures.ts';
import { MemoryRows } from './memory-rows.ts';

const SENDS = ['wamid.out0', 'wamid.out1', 'wamid.out2'] as const;
const TODAY = 20260301;

const pricings = fc.option(
  fc.record({
    billable: fc.constantFrom(true, false, null),
    model: fc.constantFrom('PMP', null),
    type: fc.constantFrom('regular', 'free_customer_service', null),
    category: fc.constantFrom('marketing', 'utility', 'service', 'a\nb', null),
  }),
);
const told = fc.record({
  send: fc.constantFrom(...SENDS),
  word: fc.constantFrom('SENT', 'DELIVERED', 'READ', 'FAILED' as const),
  participant: fc.constantFrom('', 'p'),
  pricing: pricings,
  code: fc.constantFrom(131026, 131049, 0),
});
const items: fc.Arbitrary<InboundItem> = fc.oneof(
  {
    weight: 3,
    arbitrary: told.map(({ send, word, participant, pricing, code }) => {
      const error = word === 'FAILED' ? { ...REFUSED, code } : null;
      return status(send, word, { participant, pricing, error });
    }),
  },
  { weight: 1, arbitrary: fc.nat(5).map((id) => inbound(`wamid.in${id}`)) },
);

/** Independent of what is tested: every message once, under what stands in its row. */
function recount(rows: MemoryRows): Map<string, number> {
  const counts = new Map<string, number>();
  const as = ({ direction, type, status: now, error, pricing }: MessageRecord) =>
    JSON.stringify({
      ...{ tenantId: HOME_TENANT, day: TODAY, direction, type },
      failure: now === 'FAILED' ? `${error === null ? 'unknown' : error.code}` : '',
      category: pricing?.category ?? '',
      pricingType: pricing?.type ?? '',
      pricingModel: pricing?.model ?? '',
      billable: pricing === null || pricing.billable === null ? '' : String(pricing.billable),
    });
  for (const { record } of rows.messages.values()) counts.set(as(record), (counts.get(as(record)) ?? 0) + 1);
  return counts;
}

const kept = (usage: ReadonlyMap<string, number>) => new Map([...usage].filter(([, messages]) => messages !== 0));

it('the counts are what a recount of the messages gives, whatever Meta tells, in whatever order, however often', () => {
  const histories = fc
    .array(items, { maxLength: 20 })
    .chain((history) =>
      fc.tuple(
        fc.shuffledSubarray([...history, ...history], { minLength: history.length }),
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 40, maxLength: 40 }),
        fc.nat(2),
      ),
    );
  fc.assert(
    fc.property(histories, ([history, cuts, failing]) => {
      const rows = new MemoryRows(NOW);
      const ids = SENDS.map((_, i) => rows.accept(draft({ freshId: `out${i}`, direct: true })));
      // One send is answered before, one between and one not at all: what is told of it is parked, or it fails.
      rows.settle(HOME_TENANT, ids[0] ?? '', acceptedAs(SENDS[0]));
      for (let from = 0, i = 0; from < history.length; i += 1) {
        const batch = history.slice(from, from + (cuts[i] ?? 1));
        rows.append(batch.map((item) => ({ ...routed(item), freshId: `of_${item.key}` })));
        expect(kept(rows.usage)).toEqual(recount(rows));
        from += cuts[i] ?? 1;
      }
      rows.settle(HOME_TENANT, ids[1] ?? '', acceptedAs(SENDS[1]));
      const error = failing === 0 ? null : { ...REFUSED, code: failing };
      rows.settle(HOME_TENANT, ids[2] ?? '', { kind: 'failed', error, answer: null });
      expect(kept(rows.usage)).toEqual(recount(rows));
      expect([...rows.usage.values()].every((messages) => messages >= 0)).toBe(true);
    }),
  );
});

it('a batch of a thousand messages that are alike is one count', () => {
  const fold = new Fold(
    {
      logs: [{ tenantId: HOME_TENANT, lastSeq: 0, timeZone: 'Asia/Baghdad' }],
      ...{ aliases: [], former: [], contacts: [], conversations: [], messages: [], seenKeys: [], parked: [] },
    },
    NOW,
  );
  const batch = Array.from({ length: 1_000 }, (_, i) => routed(inbound(`wamid.${i}`)));
  foldItems(fold, batch);
  expect(fold.changes().usage).toMatchObject([
    { tenantId: HOME_TENANT, day: TODAY, direction: 'INBOUND', messages: 1_000 },
  ]);
});

it('a message counts on the day it was stored, whenever it changes', () => {
  const rows = new MemoryRows(NOW);
  const id = rows.accept(draft({ direct: true }));
  rows.settle(HOME_TENANT, id, acceptedAs('wamid.1'));
  const pricing = { billable: true, model: 'PMP', type: 'regular', category: 'utility' };
  rows.append([routed(status('wamid.1', 'SENT', { pricing, at: NOW + 3 * 24 * 60 * 60 * 1000 }))]);
  expect([...kept(rows.usage)]).toEqual([
    [
      expect.stringContaining(`"day":${TODAY},"direction":"OUTBOUND","type":"text","failure":"","category":"utility"`),
      1,
    ],
  ]);
});

it('a zone that the machine does not know counts as UTC', () => {
  expect(dayOf('Mars/Olympus', NOW)).toBe(20260301);
});

it('a day that was asked for often is the day that the calendar shows', () => {
  const zones = fc.constantFrom('Asia/Baghdad', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia', 'UTC');
  const from = Date.parse('1980-01-01');
  const moments = fc.array(fc.tuple(zones, fc.integer({ min: from, max: Date.parse('2060-01-01') })), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(moments, (asked) => {
      for (const [zone, at] of [...asked, ...asked]) {
        const day = dayIn(zone, at);
        expect([dayOf(zone, at), dayOf(zone, at + 1), dayText(dayNumber(day))]).toEqual([
          dayNumber(day),
          dayNumber(dayIn(zone, at + 1)),
          day,
        ]);
      }
    }),
  );
});
