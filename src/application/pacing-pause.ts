import type { MetaError } from '../domain/errors.ts';
import type { SendOutcome } from '../ports/cloud-api.ts';

/** Meta's codes that stop a whole number until something changes: spam rate, policy block, locked account. */
const PAUSING_CODES: ReadonlySet<number> = new Set([131048, 368, 131031]);
/** Codes by which Meta says that it does not know the access token (any more). */
const TOKEN_CODES: ReadonlySet<number> = new Set([0, 190]);
/** The first pause; each that follows without a success in between is twice as long. */
const FIRST_MS = 5 * 60_000;
const LONGEST_MS = 60 * 60_000;
/** One send tries whether the number is free again; its answer comes within Meta's 30 s, or counts as lost. */
const TRIAL_MS = 35_000;

export function isPausing(error: MetaError): boolean {
  return PAUSING_CODES.has(error.code) || TOKEN_CODES.has(error.code);
}

/** True when Meta refused the token with which the send was made: the next one with it would fail too. */
export function isTokenRefused(outcome: SendOutcome): boolean {
  return outcome.kind === 'refused' && TOKEN_CODES.has(outcome.error.code);
}

/**
 * Whether a number is stopped. After a code of Meta's it waits 5 min, then lets a single send try; a refusal doubles the
 * wait (at most 1 h), a success frees the number. After a `Retry-After` it is simply free again.
 */
export class NumberPause {
  #until = 0;
  #reason: string | null = null;
  #error: MetaError | null = null;
  /** Pauses by code since the last success. */
  #pauses = 0;
  #since = Number.NEGATIVE_INFINITY;
  #ofToken = false;

  /** Milliseconds until a send may go; 0 when it may. `now`, here and below, in epoch milliseconds. */
  wait(now: number): number {
    return Math.max(0, this.#until - now);
  }

  /** Why the number is stopped; null when it is not. */
  reason(now: number): string | null {
    return this.wait(now) === 0 ? null : this.#reason;
  }

  /** The error of Meta's that stopped it; null when it is not stopped, or was only asked to wait. */
  error(now: number): MetaError | null {
    return this.wait(now) === 0 ? null : this.#error;
  }

  get untouched(): boolean {
    return this.#pauses === 0;
  }

  /** True when it is stopped because Meta refused the token kept for it: another token's sends are free to go. */
  get ofToken(): boolean {
    return this.#pauses > 0 && this.#ofToken;
  }

  /** A send goes out. When it is the first after a pause, the others wait for what becomes of it. */
  taken(now: number): void {
    if (this.#pauses > 0) this.#until = now + TRIAL_MS;
  }

  /** Sends that were taken before the pause began say nothing about it: they belong to the volley that caused it. */
  refused(error: MetaError, takenAt: number, now: number): void {
    if (takenAt <= this.#since) return;
    this.#until = now + Math.min(FIRST_MS * 2 ** this.#pauses, LONGEST_MS);
    this.#reason = `${error.code} ${error.title}: ${error.meaning}`;
    // Whoever shares the number sees why it is stopped, and nothing of the message that stopped it.
    this.#error = { ...error, details: null, fbtraceId: null };
    this.#pauses += 1;
    this.#ofToken = TOKEN_CODES.has(error.code);
    this.#since = now;
  }

  succeeded(takenAt: number): void {
    if (this.#pauses === 0 || takenAt <= this.#since) return;
    this.#pauses = 0;
    this.#until = 0;
  }

  /** What stopped it is mended, as far as is known: the next send tries. */
  lift(now: number): void {
    this.#pauses = 0;
    this.#until = 0;
    this.#since = now;
  }

  /** The send that was to try came to nothing that says anything: the next may try. */
  undecided(takenAt: number, now: number): void {
    if (this.#pauses > 0 && takenAt > this.#since) this.#until = Math.min(this.#until, now);
  }

  /** Meta asked to wait for `ms`; more than an hour is asked again after an hour. */
  retryAfter(ms: number, now: number): void {
    const until = now + Math.min(ms, LONGEST_MS);
    if (until <= this.#until) return;
    this.#until = until;
    if (this.#pauses > 0) return;
    this.#reason = 'Meta asked to wait (Retry-After).';
    this.#error = null;
  }
}
