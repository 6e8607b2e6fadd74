import type { MetaError } from '../domain/errors.ts';
import type { SendOutcome } from '../ports/cloud-api.ts';
import { PairLimit } from './pacing-pair.ts';
import { isPausing, isTokenRefused, NumberPause } from './pacing-pause.ts';
import { NumberRate } from './pacing-rate.ts';

/** Meta's default throughput of a number, in messages a second. */
export const DEFAULT_RATE = 80;
/** Codes by which Meta says "too fast": the number's rate, and the call limits of app and account (429: of HTTP). */
const TOO_FAST_CODES: ReadonlySet<number> = new Set([130429, 429, 4, 80007]);
const PAIR_CODE = 131056;
/** Numbers are looked through for idle ones when they have doubled, and never below this many. */
const FIRST_SWEEP = 256;

/** Which limits a send counts against. A conversation is one number and one person: Meta's pair. */
export interface Paced {
  readonly numberId: string;
  readonly conversationId: string;
  /** Made with a caller's own token: what Meta makes of the one kept for the number does not concern it, nor the reverse. */
  readonly direct?: boolean;
}

/** What holds a send back, and until when it surely does, in epoch milliseconds. */
export interface Held {
  readonly by: 'pause' | 'rate' | 'pair';
  readonly until: number;
  /** Why the number is paused; null for the other two. */
  readonly reason: string | null;
}

export interface NumberPace {
  /** Messages a second, as learned. */
  readonly rate: number;
  /** Epoch milliseconds; null when it is not paused. */
  readonly pausedUntil: number | null;
  readonly pauseReason: string | null;
  /** The error of Meta's that paused it; null when it is not paused, or Meta only asked to wait. */
  readonly pauseError: MetaError | null;
}

/**
 * How fast we send: per number a rate and a pause, per number and person Meta's pair limit. What is held waits; other
 * numbers and pairs go on. Kept in memory: after a restart Meta's next answer teaches it again. `now` is epoch ms.
 */
export interface Pacing {
  /** Takes what one send needs; null: it may go now. Otherwise nothing was taken. */
  take(send: Paced, now: number): Held | null;
  /** What `take` would answer, taking nothing. */
  peek(send: Paced, now: number): Held | null;
  /** The send for which `take` was asked did not take place. */
  giveBack(send: Paced, now: number): void;
  /** Learns from what became of a send that was taken at `takenAt`. */
  learn(send: Paced, outcome: SendOutcome, takenAt: number, now: number): void;
  /** The number's setting has changed: what was learned about its rate is forgotten, a pause is not. */
  rateChanged(numberId: string, now: number): void;
  /** What had paused the number may be mended (it has another token): its next send tries. */
  resume(numberId: string, now: number): void;
  /** Numbers none of whose sends may go now, with the time from which they may. */
  heldNumbers(now: number): ReadonlyMap<string, number>;
  paceOf(numberId: string, now: number): NumberPace;
  /** Numbers and pairs that are remembered. */
  remembered(): number;
}

interface NumberState {
  readonly rate: NumberRate;
  readonly pause: NumberPause;
}

/** `rateOf` gives a number's setting in messages a second. */
export function createPacing(rateOf: (numberId: string) => number = () => DEFAULT_RATE): Pacing {
  const numbers = new Map<string, NumberState>();
  const pairs = new PairLimit();
  let sweepAt = FIRST_SWEEP;

  /** Numbers come from callers' own credentials too, so those that would be made anew the same are forgotten. */
  function sweep(now: number): void {
    for (const [id, { rate, pause }] of numbers) {
      if (rate.isFresh(now) && pause.untouched && pause.wait(now) === 0) numbers.delete(id);
    }
    sweepAt = Math.max(FIRST_SWEEP, numbers.size * 2);
  }

  function stateOf(numberId: string, now: number): NumberState {
    const known = numbers.get(numberId);
    if (known !== undefined) return known;
    if (numbers.size >= sweepAt) sweep(now);
    const state = { rate: new NumberRate(rateOf(numberId), now), pause: new NumberPause() };
    numbers.set(numberId, state);
    return state;
  }

  function numberHeld({ rate, pause }: NumberState, now: number, direct = false): Held | null {
    const paused = direct && pause.ofToken ? 0 : pause.wait(now);
    if (paused > 0) return { by: 'pause', until: now + paused, reason: pause.reason(now) };
    const wait = rate.wait(now);
    return wait > 0 ? { by: 'rate', until: now + wait, reason: null } : null;
  }

  function peek({ numberId, conversationId, direct }: Paced, now: number): Held | null {
    const state = numbers.get(numberId);
    const held = state === undefined ? null : numberHeld(state, now, direct);
    if (held !== null) return held;
    const wait = pairs.wait(conversationId, now);
    return wait > 0 ? { by: 'pair', until: now + wait, reason: null } : null;
  }

  return {
    peek,

    take(send, now) {
      const held = peek(send, now);
      if (held !== null) return held;
      const { rate, pause } = stateOf(send.numberId, now);
      rate.spend(now);
      if (!(send.direct && pause.ofToken)) pause.taken(now);
      pairs.spend(send.conversationId, now);
      return null;
    },

    giveBack({ numberId, conversationId }, now) {
      const { rate, pause } = stateOf(numberId, now);
      rate.giveBack();
      pause.undecided(now, now);
      pairs.giveBack(conversationId);
    },

    learn({ numberId, conversationId, direct = false }, outcome, takenAt, now) {
      const { rate, pause } = stateOf(numberId, now);
      if (outcome.kind === 'accepted') pairs.accepted(conversationId);
      // The two tokens say nothing of each other.
      if (direct && (pause.ofToken || isTokenRefused(outcome))) return;
      if (outcome.kind === 'accepted') return pause.succeeded(takenAt);
      if (outcome.kind !== 'refused') return pause.undecided(takenAt, now);
      const { error } = outcome;
      if (isPausing(error)) return pause.refused(error, takenAt, now);
      pause.undecided(takenAt, now);
      const askedMs = (outcome.retryAfterSeconds ?? 0) * 1_000;
      if (error.code === PAIR_CODE) return pairs.refused(conversationId, askedMs, now);
      if (TOO_FAST_CODES.has(error.code)) rate.slowDown(takenAt, now);
      if (askedMs > 0 && outcome.class === 'later') pause.retryAfter(askedMs, now);
    },

    rateChanged(numberId, now) {
      const known = numbers.get(numberId);
      if (known !== undefined) numbers.set(numberId, { ...known, rate: new NumberRate(rateOf(numberId), now) });
    },

    resume(numberId, now) {
      numbers.get(numberId)?.pause.lift(now);
    },

    heldNumbers(now) {
      const held = new Map<string, number>();
      for (const [id, state] of numbers) {
        const until = numberHeld(state, now)?.until;
        if (until !== undefined) held.set(id, until);
      }
      return held;
    },

    paceOf(numberId, now) {
      const state = numbers.get(numberId);
      if (state === undefined)
        return { rate: rateOf(numberId), pausedUntil: null, pauseReason: null, pauseError: null };
      const wait = state.pause.wait(now);
      return {
        rate: state.rate.perSecond(now),
        pausedUntil: wait > 0 ? now + wait : null,
        pauseReason: state.pause.reason(now),
        pauseError: state.pause.error(now),
      };
    },

    remembered: () => numbers.size + pairs.size,
  };
}
