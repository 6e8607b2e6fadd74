import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WINDOW_MS } from '../../src/domain/conversation.ts';
import { Fold } from '../../src/domain/fold.ts';
import { foldItems } from '../../src/domain/fold-inbound.ts';
import { OPTED_OUT_CODE, WINDOW_CLOSED_CODE } from '../../src/domain/fold-window.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import {
  type EntrySource,
  freeEntryPoint,
  judgeWindow,
  mergeFacts,
  NO_FACTS,
  optedOutSince,
  refusedAt,
  unansweredEntry,
  type WindowFacts,
  windowEnd,
} from '../../src/domain/window.ts';
import { ALI, acceptedAs, draft, inbound, NOW, NUMBER, notice, REFUSED, routed, status } from '../ports/fixtures.ts';
import { MemoryRows } from './memory-rows.ts';

const SECOND = 1000;
const HOUR = 60 * 60 * SECOND;
const DAY = 24 * HOUR;
const TO = ALI.phone ?? '';

/** What may happen between us and one person, `at` seconds after a moment. */
type Happening =
  | { readonly kind: 'wrote'; readonly at: number; readonly entryPoint?: EntrySource }
  | { readonly kind: 'called'; readonly at: number }
  | { readonly kind: 'preference'; readonly at: number; readonly wanted: boolean }
  | { readonly kind: 'refused'; readonly at: number; readonly code: number };

const at = fc.nat(3 * 24 * 3600);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('wrote' as const), at }),
  fc.record({ kind: fc.constant('wrote' as const), at, entryPoint: fc.constantFrom('ad' as const, 'post' as const) }),
  fc.record({ kind: fc.constant('called' as const), at }),
  fc.record({ kind: fc.constant('preference' as const), at, wanted: fc.boolean() }),
  fc.record({
    kind: fc.constant('refused' as const),
    at,
    code: fc.constantFrom(WINDOW_CLOSED_CODE, OPTED_OUT_CODE, 131026),
  }),
);
/** As it happened, and as Meta may tell it: in any order, repeated, and cut into webhooks anywhere. */
const retold = fc.array(happening, { maxLength: 8 }).chain((history) => {
  const twice = [...history.keys(), ...history.keys()];
  const order = fc.shuffledSubarray(twice, { minLength: twice.length });
  return fc.record({ history: fc.constant(history), order, size: fc.integer({ min: 1, max: 4 }) });
});

const timeOf = ({ at }: Happening) => NOW + at * SECOND;

/** The facts about ALI after the happenings of `order` (indexes) were told in webhooks of so many items. */
function factsAfter(history: readonly Happening[], order: readonly number[], size: number): WindowFacts {
  const rows = new MemoryRows(NOW);
  for (const [i, one] of history.entries()) {
    if (one.kind !== 'refused') continue;
    const id = rows.accept(draft({ freshId: `out${i}`, direct: true, now: timeOf(one) }));
    rows.settle(HOME_TENANT, id, acceptedAs(`wamid.out${i}`));
  }
  for (let from = 0; from < order.length; from += size) {
    const items = order.slice(from, from + size).flatMap((i) => {
      const one = history[i];
      return one === undefined ? [] : [{ ...routed(itemOf(one, i)), number: NUMBER, freshId: `of${i}` }];
    });
    rows.append(items);
  }
  return rows.window(NUMBER.phoneNumberId, TO);
}

function itemOf(one: Happening, i: number) {
  const when = timeOf(one);
  switch (one.kind) {
    case 'wrote': {
      const { entryPoint } = one;
      return inbound(`wamid.${i}`, ALI, { at: when, ...(entryPoint && { entryPoint }) });
    }
    case 'refused':
      return status(`wamid.out${i}`, 'FAILED', { error: { ...REFUSED, code: one.code } });
    case 'called':
      return newsItem(i, { kind: 'called', who: ALI, at: when });
    case 'preference':
      return newsItem(i, { kind: 'marketing', who: ALI, at: when, wanted: one.wanted });
  }
}

function newsItem(i: number, one: NonNullable<ReturnType<typeof notice>['news']>[number]) {
  return { ...notice(`n|${i}`), phoneNumberId: NUMBER.phoneNumberId, news: [one] };
}

function latest(history: readonly Happening[], which: (one: Happening) => boolean): number {
  return Math.max(0, ...history.filter(which).map(timeOf));
}

describe('whatever the order in which it is told, however often, and however it is cut', () => {
  it('the window is open for 24 hours after the last message or call that Meta did not refuse us after', () => {
    fc.assert(
      fc.property(retold, fc.nat(5 * 24 * 3600), ({ history, order, size }, seconds) => {
        const now = NOW + seconds * SECOND;
        const facts = factsAfter(history, order, size);
        expect(facts).toEqual(factsAfter(history, [...history.keys()], history.length + 1));
        const heard = latest(history, (one) => one.kind === 'wrote' || one.kind === 'called');
        const refused = latest(history, (one) => one.kind === 'refused' && one.code === WINDOW_CLOSED_CODE);
        const nothing = heard === 0 && refused === 0;
        const open = heard >= refused && now - heard < WINDOW_MS;
        expect(judgeWindow(facts, now)).toBe(nothing ? 'unknown' : open ? 'open' : 'closed');
      }),
    );
  });

  it('the latest of what the person wants of marketing counts', () => {
    fc.assert(
      fc.property(retold, ({ history, order, size }) => {
        const facts = factsAfter(history, order, size);
        const stopped = latest(history, (one) => one.kind === 'preference' && !one.wanted);
        const resumed = latest(history, (one) => one.kind === 'preference' && one.wanted);
        const refused = latest(history, (one) => one.kind === 'refused' && one.code === OPTED_OUT_CODE);
        const out = (stopped > 0 && stopped >= resumed) || (refused > 0 && refused > resumed);
        expect(optedOutSince(facts) !== null).toBe(out);
      }),
    );
  });

  it('the newest free entry point is the one that is known', () => {
    fc.assert(
      fc.property(retold, ({ history, order, size }) => {
        const { entry } = factsAfter(history, order, size);
        const newest = latest(history, (one) => one.kind === 'wrote' && one.entryPoint !== undefined);
        expect(entry?.at ?? 0).toBe(newest);
      }),
    );
  });
});

it('facts merge to the same in any grouping', () => {
  const time = fc.nat(5);
  const entry = fc.option(
    fc.record({
      at: fc.integer({ min: 1, max: 3 }),
      source: fc.constant('ad' as const),
      messageId: fc.constantFrom('msg_1', 'msg_2'),
    }),
  );
  const facts = fc.record({
    ...{ lastInboundAt: time, closedAt: time, stoppedAt: time, resumedAt: time, freeUntil: time },
    entry,
  });
  fc.assert(
    fc.property(facts, facts, facts, (a, b, c) => {
      expect(mergeFacts(mergeFacts(a, b), c)).toEqual(mergeFacts(a, mergeFacts(c, b)));
      expect(mergeFacts(a, a)).toEqual(a);
      expect(mergeFacts(NO_FACTS, a)).toEqual(a);
    }),
  );
});

it('a person of a number that nobody has bound leaves no trace', () => {
  const fold = new Fold(
    {
      logs: [{ tenantId: HOME_TENANT, lastSeq: 0, timeZone: 'UTC' }],
      ...{ aliases: [], former: [], contacts: [], conversations: [], messages: [], seenKeys: [], parked: [] },
    },
    NOW,
  );
  foldItems(fold, [
    routed({ ...inbound('wamid.1'), entryPoint: 'ad' }, HOME_TENANT, null),
    routed({ ...notice('n|1'), news: [{ kind: 'called', who: ALI, at: NOW }] }),
  ]);
  expect(fold.changes().windows).toEqual([]);
});

describe('a window', () => {
  const heard = (lastInboundAt: number, more: Partial<WindowFacts> = {}) => ({ ...NO_FACTS, lastInboundAt, ...more });

  it('ends a day after the last message, or when Meta closed it', () => {
    expect(windowEnd(NO_FACTS)).toBeNull();
    expect(windowEnd({ ...NO_FACTS, closedAt: NOW })).toBeNull();
    expect(windowEnd(heard(NOW))).toBe(NOW + DAY);
    expect(windowEnd(heard(NOW, { closedAt: NOW + HOUR }))).toBe(NOW + HOUR);
    expect(windowEnd(heard(NOW, { closedAt: NOW + 2 * DAY }))).toBe(NOW + DAY);
    expect(windowEnd(heard(NOW, { closedAt: NOW - HOUR }))).toBe(NOW + DAY);
  });

  it('that Meta closed is open again for what came in the same second as the refused message', () => {
    const closedAt = refusedAt(NOW + 500);
    expect(judgeWindow(heard(NOW, { closedAt }), NOW + SECOND)).toBe('open');
    expect(judgeWindow(heard(NOW - SECOND, { closedAt }), NOW + SECOND)).toBe('closed');
    expect(judgeWindow({ ...NO_FACTS, closedAt }, NOW + SECOND)).toBe('closed');
  });
});

describe('a free entry point', () => {
  const entry = { at: NOW, source: 'ad' as const, messageId: 'msg_1' };
  const came = { ...NO_FACTS, entry };

  it('waits a day for an answer, and then lasts for 72 hours from it', () => {
    const waiting = { since: NOW, source: 'ad', expiresAt: null };
    expect(freeEntryPoint(came, null, NOW + DAY - 1)).toEqual(waiting);
    expect(freeEntryPoint(came, null, NOW + DAY)).toBeNull();
    const answered = { ...waiting, expiresAt: NOW + HOUR + 72 * HOUR };
    expect(freeEntryPoint(came, NOW + HOUR, NOW + 2 * DAY)).toEqual(answered);
    expect(freeEntryPoint(came, NOW + HOUR, NOW + 73 * HOUR)).toBeNull();
    expect(freeEntryPoint(came, NOW + DAY, NOW + DAY)).toBeNull();
    expect(freeEntryPoint(NO_FACTS, null, NOW)).toBeNull();
  });

  it("ends by Meta's own word where there is one, also when the message is not known", () => {
    const freeUntil = NOW + 50 * HOUR;
    const told = { since: NOW, source: 'ad', expiresAt: freeUntil };
    expect(freeEntryPoint({ ...came, freeUntil }, NOW + HOUR, NOW + 2 * HOUR)).toEqual(told);
    expect(freeEntryPoint({ ...came, freeUntil }, NOW + HOUR, freeUntil)).toBeNull();
    const unseen = { since: freeUntil - 72 * HOUR, source: null, expiresAt: freeUntil };
    expect(freeEntryPoint({ ...NO_FACTS, freeUntil }, null, NOW)).toEqual(unseen);
    const old = { ...entry, at: NOW - 5 * DAY };
    expect(freeEntryPoint({ ...NO_FACTS, freeUntil, entry: old }, null, NOW)).toEqual(unseen);
  });

  it('asks for its answer only while that decides anything', () => {
    expect(unansweredEntry(came, NOW)).toBe('msg_1');
    expect(unansweredEntry(came, NOW + 4 * DAY)).toBeNull();
    expect(unansweredEntry({ ...came, freeUntil: NOW + 1 }, NOW)).toBeNull();
    expect(unansweredEntry(NO_FACTS, NOW)).toBeNull();
  });
});
