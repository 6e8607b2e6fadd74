import { expect, it } from 'vitest';
import { createWebhookHealth, createWebhookHealths } from '../../src/application/webhook-health.ts';
import { TestClock } from './support.ts';

const HOUR = 3_600_000;

it('counts the last 24 hours apart from all', () => {
  const clock = new TestClock();
  const health = createWebhookHealth(clock);
  for (let hour = 0; hour < 30; hour += 1) {
    health.answered('STORED', clock.now());
    if (hour === 0) health.signatureRefused(null, '::1');
    clock.advance(HOUR);
  }
  const { last24Hours, sinceStart } = health.figures();
  // The present hour has seen none yet.
  expect([last24Hours.STORED, last24Hours.REFUSED]).toEqual([23, 0]);
  expect([sinceStart.STORED, sinceStart.REFUSED]).toEqual([30, 1]);
  clock.advance(48 * HOUR);
  expect(health.figures().last24Hours.STORED).toBe(0);
});

it('times what was stored, the last 512 of it', () => {
  const clock = new TestClock();
  const health = createWebhookHealth(clock);
  expect(health.figures().storing).toBeNull();
  health.answered('FAILED', clock.now() - 9_000);
  expect(health.figures().storing).toBeNull();
  for (let i = 0; i < 600; i += 1) health.answered('STORED', clock.now() - (i < 88 ? 5_000 : 10));
  health.answered('QUARANTINED', clock.now() - 30);
  expect(health.figures()).toMatchObject({
    storing: { count: 512, median: 10, p95: 10 },
    last: { result: 'QUARANTINED' },
  });
});

it('of tenants keeps the latest, and says since when the others may have been forgotten', () => {
  const clock = new TestClock();
  const began = clock.now();
  const healths = createWebhookHealths(clock, 2);
  clock.advance(HOUR);
  for (const id of ['ten_a', 'ten_b', 'ten_a']) healths.at(id).signatureRefused(null, '::1');
  expect(healths.figures('ten_a')).toMatchObject({ startedAt: began, sinceStart: { REFUSED: 2 } });
  expect(healths.figures('ten_none')).toMatchObject({ startedAt: began, refusedSignature: null });
  healths.at('ten_c').handshake(true, '::1');
  const { sinceStart, startedAt } = healths.figures('ten_b');
  expect([sinceStart.REFUSED, startedAt]).toEqual([0, clock.now()]);
  expect(healths.figures('ten_a').sinceStart.REFUSED).toBe(2);
  expect(healths.figures('ten_c').acceptedHandshakeAt).toBe(clock.now());
});
