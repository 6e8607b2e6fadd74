import { describe, expect, it } from 'vitest';
import { dayIn, isTimeZone, restOfDay } from '../../src/application/time-zone.ts';

const HOUR = 60 * 60 * 1000;

it.each(['Asia/Baghdad', 'UTC', 'Etc/GMT+3', 'America/Argentina/Buenos_Aires'])('%s is a time zone', (name) => {
  expect(isTimeZone(name)).toBe(true);
});
it.each(['', '+03:00', 'Baghdad', 'Asia/Nowhere', 'Asia/Baghdad; DROP', 'x'.repeat(100)])('"%s" is none', (name) => {
  expect(isTimeZone(name)).toBe(false);
});

describe('a day', () => {
  it('begins at midnight of the zone', () => {
    const at = Date.parse('2026-01-01T20:59:59.500Z');
    expect([dayIn('Asia/Baghdad', at), dayIn('Asia/Baghdad', at + 500)]).toEqual(['2026-01-01', '2026-01-02']);
    expect(dayIn('UTC', at + 500)).toBe('2026-01-01');
    expect(restOfDay('Asia/Baghdad', at - HOUR)).toBe(HOUR + 500);
    expect(restOfDay('Asia/Baghdad', at + 500)).toBe(24 * HOUR);
  });

  it.each([
    ['clocks go forward', '2026-03-29T00:30:00.000Z', 21.5],
    ['clocks go back', '2026-10-25T00:30:00.000Z', 22.5],
    ['nothing happens', '2026-07-01T00:30:00.000Z', 21.5],
  ])('ends at midnight when %s', (_name, at, hours) => {
    expect(restOfDay('Europe/Berlin', Date.parse(at)) / HOUR).toBe(hours);
  });
});
