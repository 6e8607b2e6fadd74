import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isDay, rangeOf, startOfDay } from '../../client/dashboard/parts/records/days/days.ts';

describe('the start of a day', () => {
  it.each([
    ['2026-11-28', 'Asia/Baghdad', '2026-11-27T21:00:00.000Z'],
    ['2026-11-28', 'UTC', '2026-11-28T00:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
    // Clocks go forward at midnight: the day begins at one.
    ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
    ['2026-11-28', 'Asia/Kathmandu', '2026-11-27T18:15:00.000Z'],
  ])('%s in %s', (day, zone, at) => {
    expect(new Date(startOfDay(day, zone)).toISOString()).toBe(at);
  });

  it('belongs to its day, and the moment before it does not', () => {
    const zones = ['Asia/Baghdad', 'Europe/London', 'America/Santiago', 'Asia/Beirut', 'Pacific/Apia', 'Africa/Cairo'];
    const day = fc.integer({ min: 0, max: 7_000 }).map((count) => addDays('2020-01-01', count));
    fc.assert(
      fc.property(day, fc.constantFrom(...zones), (date, zone) => {
        const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
        const at = startOfDay(date, zone);
        expect(clock.format(at)).toBe(date);
        expect(clock.format(at - 1) < date).toBe(true);
      }),
    );
  });
});

describe('the days of an address', () => {
  const today = '2026-11-28';
  const none = { span: '', from: '', to: '' };
  const range = (words: Partial<typeof none>) => rangeOf({ ...none, ...words }, today, '7', 92);

  it('are the usual ones when it says nothing, or what means nothing', () => {
    expect(range({})).toEqual({ from: '2026-11-22', to: today });
    expect(range({ span: 'ever', from: '2026-13-01', to: 'x' })).toEqual({ from: '2026-11-22', to: today });
  });

  it('are a span, or one’s own', () => {
    expect(range({ span: '1' })).toEqual({ from: today, to: today });
    expect(range({ span: '30', from: '2026-10-01', to: '2026-10-02' })).toEqual({
      from: '2026-10-01',
      to: '2026-10-02',
    });
  });

  it('are as many as the gateway counts, and none of the future', () => {
    expect(range({ from: '2020-01-01', to: '2030-01-01' })).toEqual({ from: '2026-08-29', to: today });
    expect(range({ from: '2026-11-20', to: '2026-11-10' })).toEqual({ from: '2026-11-10', to: '2026-11-10' });
    expect(daysBetween('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  });

  it('exist on the calendar', () => {
    expect(['2026-02-28', '2026-02-29', '2024-02-29', '26-1-1', ''].map(isDay)).toEqual([
      ...[true, false, true, false, false],
    ]);
  });
});
