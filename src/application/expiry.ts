import { invalidInput } from '../domain/errors.ts';

const DAY = 24 * 60 * 60;
const LEAST = 60;
const MOST = 30 * DAY;

/** INVALID_INPUT unless it is left out (null) or a whole number of seconds from a minute to 30 days. */
export function checkExpiry(seconds: number | null): void {
  if (seconds === null || (Number.isInteger(seconds) && seconds >= LEAST && seconds <= MOST)) return;
  throw invalidInput(
    'expiresInSeconds',
    `A message may wait for ${LEAST} to ${MOST} seconds (a minute to 30 days).`,
    'Leave it out for 24 hours.',
  );
}

/** When a send is given up that is still queued, in epoch milliseconds; after a day unless its sender said otherwise. */
export function expiryOf(seconds: number | null, now: number): number {
  return now + (seconds ?? DAY) * 1_000;
}
