import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countRows } from '../../client/dashboard/parts/records/count-rows.ts';
import { jsonText, jsonTokens } from '../../client/dashboard/parts/records/json-tokens.ts';
import { ACTIONS, changesOf, isMoment, shortly } from '../../client/dashboard/screens/audit/actions.ts';
import { outcomesOf, shares } from '../../client/dashboard/screens/delivery/outcomes.ts';
import { exportFilters, filterOf, NO_WORDS } from '../../client/dashboard/screens/messages/message-filter.ts';
import { stepsOf } from '../../client/dashboard/screens/messages/steps.ts';
import { byDay, byKind } from '../../client/dashboard/screens/usage/usage-tables.ts';
import { AUDIT_ACTIONS } from '../../src/domain/audit.ts';

describe('JSON', () => {
  it('is told apart into pieces that together are the text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 200 }), (value, most) => {
        const text = jsonText(value);
        expect(
          jsonTokens(text, most)
            .map((token) => token.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('tells keys from strings, also where a string looks like one', () => {
    const kinds = jsonTokens('{"a\\":": "b\\": ", "n": [-1.5e3, true, null]}')
      .filter(({ kind }) => kind !== 'mark')
      .map(({ kind, text }) => [kind, text]);
    expect(kinds).toEqual([
      ['key', '"a\\":"'],
      ['string', '"b\\": "'],
      ['key', '"n"'],
      ['number', '-1.5e3'],
      ['word', 'true'],
      ['word', 'null'],
    ]);
  });
});

it('counts the rows of a file, wherever its pieces end', () => {
  const cells = fc.array(
    fc.array(fc.string({ unit: fc.constantFrom('a', '"', '\n', '\r', ',', 'م') }), { minLength: 2, maxLength: 2 }),
  );
  fc.assert(
    fc.property(cells, fc.integer({ min: 1, max: 9 }), (rows, size) => {
      const bytes = new TextEncoder().encode(stringify([['one', 'two'], ...rows]));
      const count = countRows('csv');
      let counted = 0;
      for (let at = 0; at < bytes.length; at += size) counted = count.add(bytes.subarray(at, at + size));
      expect(counted).toBe(rows.length);
    }),
  );
  expect(countRows('jsonl').add(new TextEncoder().encode('{"a":"\\""}\n{}\n'))).toBe(2);
});

describe('a timeline', () => {
  const at = (ms: number) => new Date(ms).toISOString();
  const ours = (ms: number) =>
    ({ status: 'ACCEPTED', at: at(ms), recordedAt: at(ms), error: null, raw: null }) as const;
  const metas = (second: number, heard: number) =>
    ({ status: 'SENT', at: at(second), recordedAt: at(heard), error: null, raw: {} }) as const;

  it('says how long each step took, though Meta’s clock tells whole seconds', () => {
    const steps = stepsOf([ours(5_400), metas(5_000, 5_700), metas(9_000, 60_000)]);
    expect(steps.map(({ sinceLast }) => sinceLast)).toEqual([null, 300, 4_299]);
    expect(steps.map(({ storedWithin }) => storedWithin)).toEqual([0, 700, 51_000]);
  });
});

describe('outcomes', () => {
  it('are shares of what is decided', () => {
    const outcomes = outcomesOf([
      { status: 'READ', count: 2 },
      { status: 'PLAYED', count: 1 },
      { status: 'DELIVERED', count: 3 },
      { status: 'SENT', count: 90 },
      { status: 'FAILED', count: 1 },
      { status: 'EXPIRED', count: 1 },
      { status: 'RECEIVED', count: 7 },
    ]);
    expect(outcomes).toMatchObject({ read: 3, delivered: 3, underway: 90, failed: 2 });
    expect(shares(outcomes)).toEqual({ arrived: 0.75, read: 0.5, failed: 0.25 });
    expect(shares(outcomesOf([{ status: 'QUEUED', count: 4 }]))).toBe(null);
  });
});

describe('usage', () => {
  it('has every day of the range, and kinds by how much they are used', () => {
    const row = (day: string, direction: 'INBOUND' | 'OUTBOUND', messages: number) => ({ day, direction, messages });
    expect(
      byDay([row('2026-01-02', 'INBOUND', 3), row('2026-01-02', 'OUTBOUND', 1)], ['2026-01-01', '2026-01-02']),
    ).toEqual([
      { day: '2026-01-01', counts: { INBOUND: 0, OUTBOUND: 0 } },
      { day: '2026-01-02', counts: { INBOUND: 3, OUTBOUND: 1 } },
    ]);
    const kind = (messages: number, failed: boolean) =>
      ({ direction: 'OUTBOUND', type: 'text', failed, messages }) as const;
    expect(
      byKind([{ direction: 'INBOUND', type: 'image', failed: false, messages: 5 }, kind(4, false), kind(2, true)]),
    ).toEqual([
      { direction: 'OUTBOUND', type: 'text', messages: 6, failed: 2 },
      { direction: 'INBOUND', type: 'image', messages: 5, failed: 0 },
    ]);
  });
});

describe('the filter of an address', () => {
  it('is what means something, with days of the tenant', () => {
    const words = {
      ...NO_WORDS,
      q: ' two words ',
      status: 'FAILED',
      type: 'nonsense',
      code: '131026',
      from: '2026-11-28',
      to: '2026-11-28',
    };
    expect(filterOf(words, 'Asia/Baghdad')).toMatchObject({
      search: 'two words',
      status: 'FAILED',
      type: null,
      errorCode: 131026,
      from: '2026-11-27T21:00:00.000Z',
      to: '2026-11-28T21:00:00.000Z',
    });
    expect(exportFilters(words, 'Asia/Baghdad')).toEqual({
      search: 'two words',
      status: 'FAILED',
      errorCode: '131026',
      from: '2026-11-27T21:00:00.000Z',
      to: '2026-11-28T21:00:00.000Z',
    });
  });
});

it('has a word for everything that the audit log tells of', () => {
  expect([...ACTIONS].sort()).toEqual([...AUDIT_ACTIONS].sort());
});

it('reads the changes of an audit entry, however they are told', () => {
  expect(changesOf({ name: { before: 'a', after: 'b' }, kind: 'standard' })).toEqual([
    { name: 'name', before: 'a', after: 'b' },
    { name: 'kind', before: undefined, after: 'standard' },
  ]);
  expect([changesOf(null), changesOf('x')]).toEqual([[], []]);
  expect(changesOf({ allowedIps: { before: null, after: [] }, sockets: { before: 5, after: null } })).toEqual([
    { name: 'sockets', before: 5, after: null },
  ]);
  expect([isMoment({ name: 'expiresAt' }, 1_800_000_000_000), isMoment({ name: 'sendsPerDay' }, 5)]).toEqual([
    true,
    false,
  ]);
  const values = [null, '', 0, false, ['a', 'b'], [], { sendsPerDay: 5, sockets: null }, { sockets: null }];
  expect(values.map(shortly)).toEqual(['–', '–', '0', 'false', 'a, b', '–', 'sendsPerDay: 5', '–']);
});
