import type { MetaError } from '../domain/errors.ts';
import type { Settlement } from '../domain/outbound.ts';
import type { SendOutcome } from '../ports/cloud-api.ts';
import type { Held } from './pacing.ts';
import { isPausing, isTokenRefused } from './pacing-pause.ts';

/** Waits between attempts grow fourfold; half of each is left to chance, so that a crowd does not come back as one. */
const BACK_OFF_MS = { first: 500, most: 5 * 60_000 };
const LONGEST_RETRY_AFTER_MS = 60 * 60_000;

/** The gateway's own codes beside Meta's: surely not sent, since WhatsApp could not be reached … */
export const UNREACHABLE_CODE = -1;
/** … or since the number or the pair may not send yet. */
export const HELD_CODE = -2;

/** … or since the number is its tenant's no more. */
export const LOST_NUMBER_CODE = -3;

/** … or since its tenant was suspended. */
export const SUSPENDED_CODE = -4;

/** What decides when a send that Meta did not take is tried again. */
export interface Retry {
  /** The attempt that was made, from 1. */
  readonly attempt: number;
  /** Epoch milliseconds. */
  readonly now: number;
  /** From 0 to 1. */
  readonly random: number;
  /** What pacing has learned from the outcome. */
  readonly held: Held | null;
}

/**
 * The settlement of a queued send. Only what was surely not accepted goes back to the queue: no byte written, a code of
 * the class `later`, or one that pauses the number. What is doubtful is never tried again by us.
 */
export function queuedSettlement(outcome: SendOutcome, retry: Retry): Settlement {
  if (outcome.kind === 'notWritten') return { kind: 'requeued', notBefore: retry.now + backOff(retry), error: null };
  if (outcome.kind !== 'refused') return definiteSettlement(outcome);
  const { error } = outcome;
  // The pause holds it, and ends as soon as the number has another token.
  if (isTokenRefused(outcome)) return { kind: 'requeued', notBefore: retry.now, error };
  if (isPausing(error)) return { kind: 'requeued', notBefore: heldUntil(retry), error };
  if (outcome.class !== 'later') return definiteSettlement(outcome);
  const asked = Math.min((outcome.retryAfterSeconds ?? 0) * 1_000, LONGEST_RETRY_AFTER_MS);
  const notBefore = Math.max(retry.now + Math.max(backOff(retry), asked), heldUntil(retry));
  return { kind: 'requeued', notBefore, error };
}

/** The settlement of a send that nobody will try again. */
export function definiteSettlement(outcome: SendOutcome): Settlement {
  switch (outcome.kind) {
    case 'accepted':
      return outcome;
    case 'refused': {
      const { error, answer } = outcome;
      if (outcome.class === 'doubtful') return { kind: 'unconfirmed', reason: error.meaning, error };
      return { kind: 'failed', error, answer };
    }
    case 'notWritten':
      return { kind: 'failed', error: unreachable(outcome.reason), answer: null };
    case 'unknown':
      return { kind: 'unconfirmed', reason: outcome.reason, error: outcome.error };
  }
}

/** The settlement of a direct send that was not let out in time: surely not sent. */
export function heldSettlement(held: Held): Settlement {
  const error: MetaError = {
    code: HELD_CODE,
    title: 'Held back',
    details: held.reason,
    fbtraceId: null,
    meaning:
      held.by === 'pair'
        ? 'Too much was sent to this person in a short time; the message was not sent.'
        : 'This number may not send yet; the message was not sent.',
    action: 'Send it again after the time given.',
    retryable: true,
  };
  return { kind: 'failed', error, answer: null };
}

/** The settlement of a queued send whose tenant may not use the number any more: surely not sent. */
export function lostNumberSettlement(): Settlement {
  return notSent({
    code: LOST_NUMBER_CODE,
    title: 'Number no longer yours',
    meaning: 'The number was removed or assigned to another tenant while the message waited; it was not sent.',
    action: 'Send it again from a number of yours.',
    retryable: false,
  });
}

/** The settlement of a direct send whose tenant was suspended while it waited for its turn: surely not sent. */
export function suspendedSettlement(): Settlement {
  return notSent({
    code: SUSPENDED_CODE,
    title: 'Tenant suspended',
    meaning: 'The tenant was suspended while the message waited for its turn; it was not sent.',
    action: 'Send it again when the operator has made the tenant active.',
    retryable: true,
  });
}

function notSent(why: Omit<MetaError, 'details' | 'fbtraceId'>): Settlement {
  return { kind: 'failed', error: { details: null, fbtraceId: null, ...why }, answer: null };
}

/** Until when pacing surely holds the send. The rate is no such time: tokens come back one by one. */
function heldUntil({ held, now }: Retry): number {
  return held === null || held.by === 'rate' ? now : held.until;
}

function backOff({ attempt, random }: Retry): number {
  const full = Math.min(BACK_OFF_MS.first * 4 ** (attempt - 1), BACK_OFF_MS.most);
  return Math.ceil((full * (1 + random)) / 2);
}

function unreachable(reason: string): MetaError {
  return {
    code: UNREACHABLE_CODE,
    title: 'WhatsApp could not be reached',
    details: reason,
    fbtraceId: null,
    meaning: 'The gateway could not open a connection to Meta; the message was surely not sent.',
    action: 'Send it again in a moment.',
    retryable: true,
  };
}
