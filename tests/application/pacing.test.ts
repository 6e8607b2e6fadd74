import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPacing, DEFAULT_RATE, type Pacing } from '../../src/application/pacing.ts';
import type { MetaErrorClass } from '../../src/domain/errors.ts';
import type { SendOutcome } from '../../src/ports/cloud-api.ts';
import { ACCEPTED, metaError } from './sending.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const START = Date.parse('2026-01-01T00:00:00.000Z');
const OK = ACCEPTED('wamid.1');
const AWAY: SendOutcome = { kind: 'notWritten', reason: 'ECONNREFUSED' };

const send = (numberId = 'num_1', conversationId = 'conv_1') => ({ numberId, conversationId });

function refused(code: number, retryAfterSeconds: number | null = null, kind: MetaErrorClass = 'later'): SendOutcome {
  return { kind: 'refused', class: kind, error: metaError(code), retryAfterSeconds, answer: null };
}

/** Takes all that one number gives at once, each for another person. */
function drain(pacing: Pacing, now: number, numberId = 'num_1'): number {
  let taken = 0;
  while (pacing.take(send(numberId, `conv_${now}_${taken}`), now) === null) taken += 1;
  return taken;
}

describe('the rate of a number', () => {
  it('lets one second’s worth go at once, then as many as its setting a second', () => {
    const pacing = createPacing();
    expect(drain(pacing, START)).toBe(DEFAULT_RATE);
    expect(pacing.take(send('num_1', 'conv_x'), START)).toEqual({ by: 'rate', until: START + 13, reason: null });
    expect(drain(pacing, START + 500)).toBe(40);
    expect(drain(pacing, START + 1_500)).toBe(80);
  });

  it('is a setting of each number', () => {
    const pacing = createPacing((id) => (id === 'num_slow' ? 20 : 1_000));
    expect([drain(pacing, START, 'num_slow'), drain(pacing, START, 'num_fast')]).toEqual([20, 1_000]);
  });

  it('is halved when Meta finds it too fast, once for a volley, and never below one a second', () => {
    const pacing = createPacing();
    const rate = (now: number) => pacing.paceOf('num_1', now).rate;
    drain(pacing, START);
    for (let i = 0; i < 64; i += 1) pacing.learn(send(), refused(130429), START, START + 100 + i);
    expect(rate(START + 200)).toBe(40);
    expect(drain(pacing, START + 1_100)).toBe(40);
    for (let i = 1; i <= 12; i += 1) pacing.learn(send(), refused(130429), START + i * SECOND, START + i * SECOND + 1);
    expect(rate(START + 13 * SECOND)).toBe(1);
    expect(drain(pacing, START + 20 * SECOND)).toBe(1);
  });

  it('comes back by a twentieth of its setting each quiet ten seconds, and no further', () => {
    const pacing = createPacing();
    drain(pacing, START);
    pacing.learn(send(), refused(130429), START, START);
    const rates = [9, 10, 20, 99, 100, 500].map((seconds) => pacing.paceOf('num_1', START + seconds * SECOND).rate);
    expect(rates).toEqual([40, 44, 48, 76, 80, 80]);
  });

  it('gives a token back for a send that did not take place', () => {
    const pacing = createPacing(() => 1);
    expect(pacing.take(send(), START)).toBeNull();
    pacing.giveBack(send(), START);
    expect(pacing.take(send(), START)).toBeNull();
    expect(pacing.take(send('num_1', 'conv_2'), START)).toMatchObject({ by: 'rate' });
  });
});

describe('the pair of a number and a person', () => {
  it('may send 45 at once, then one every six seconds', () => {
    const pacing = createPacing();
    for (let i = 0; i < 45; i += 1) expect(pacing.take(send(), START)).toBeNull();
    expect(pacing.take(send(), START)).toEqual({ by: 'pair', until: START + 6 * SECOND, reason: null });
    expect(pacing.take(send('num_1', 'conv_2'), START)).toBeNull();
    expect(pacing.take(send(), START + 6 * SECOND)).toBeNull();
    expect(pacing.take(send(), START + 6 * SECOND)).toMatchObject({ until: START + 12 * SECOND });
  });

  it('waits 4^X seconds when Meta refuses it, alone, and from the start again after a success', () => {
    const pacing = createPacing();
    const held = () => (pacing.peek(send(), START)?.until ?? START) - START;
    for (const seconds of [1, 4, 16, 64, 256, 1_024, 3_600, 3_600]) {
      pacing.learn(send(), refused(131056), START, START);
      expect(held()).toBe(seconds * SECOND);
    }
    expect(pacing.take(send('num_1', 'conv_2'), START)).toBeNull();
    pacing.learn(send(), OK, START, START);
    expect(held()).toBe(0);
    pacing.learn(send(), refused(131056, 30), START, START);
    expect(held()).toBe(30 * SECOND);
    expect(pacing.paceOf('num_1', START)).toMatchObject({ rate: DEFAULT_RATE, pausedUntil: null });
  });
});

describe('the pause of a number', () => {
  it.each([131048, 368, 131031])('follows %i at once, says why, and grows from 5 minutes to an hour', (code) => {
    const pacing = createPacing();
    let now = START;
    for (const minutes of [5, 10, 20, 40, 60, 60]) {
      expect(pacing.take(send(), now)).toBeNull();
      const error = { ...metaError(code), details: 'of one message', fbtraceId: 'trace' };
      const refusal = { kind: 'refused', class: 'changed', error, retryAfterSeconds: null, answer: null } as const;
      pacing.learn(send(), refusal, now, now);
      const { pauseError, pausedUntil, pauseReason } = pacing.paceOf('num_1', now);
      expect([pausedUntil, pauseReason]).toEqual([now + minutes * MINUTE, `${code} title ${code}: meaning ${code}`]);
      // Those who share the number learn nothing of the message that stopped it.
      expect(pauseError).toMatchObject({ code, details: null, fbtraceId: null });
      expect(pacing.take(send('num_1', 'conv_2'), now + 1)).toMatchObject({ by: 'pause', reason: pauseReason });
      now += minutes * MINUTE;
    }
  });

  it('counts a volley once, and no late success of it lifts the pause', () => {
    const pacing = createPacing();
    for (let i = 0; i < 3; i += 1) pacing.take(send('num_1', `conv_${i}`), START);
    pacing.learn(send(), refused(131048, null, 'changed'), START, START + 10);
    pacing.learn(send('num_1', 'conv_1'), refused(131048, null, 'changed'), START, START + 20);
    pacing.learn(send('num_1', 'conv_2'), OK, START, START + 30);
    expect(pacing.paceOf('num_1', START + 40).pausedUntil).toBe(START + 10 + 5 * MINUTE);
  });

  it('ends with one send that tries, while all others wait for what becomes of it', () => {
    const pacing = createPacing();
    pacing.take(send(), START);
    pacing.learn(send(), refused(368, null, 'changed'), START, START);
    const after = START + 5 * MINUTE;
    expect(pacing.take(send(), after)).toBeNull();
    expect(pacing.take(send('num_1', 'conv_2'), after)).toMatchObject({ by: 'pause' });
    pacing.learn(send(), AWAY, after, after + 1);
    expect(pacing.take(send('num_1', 'conv_2'), after + 1)).toBeNull();
    pacing.learn(send('num_1', 'conv_2'), OK, after + 1, after + 2);
    expect(pacing.paceOf('num_1', after + 2)).toMatchObject({ pausedUntil: null, pauseReason: null });
    expect(drain(pacing, after + 2)).toBeGreaterThan(70);
  });

  it('lasts as long as Retry-After says, at most an hour, and leaves no trace', () => {
    const pacing = createPacing();
    pacing.learn(send(), refused(131057, 90), START, START);
    expect(pacing.take(send('num_1', 'conv_2'), START)).toMatchObject({ by: 'pause', until: START + 90 * SECOND });
    expect(pacing.take(send('num_1', 'conv_2'), START + 90 * SECOND)).toBeNull();
    expect(pacing.take(send(), START + 90 * SECOND)).toBeNull();
    pacing.learn(send(), refused(80007, 1e9), START, START);
    expect(pacing.peek(send(), START)?.until).toBe(START + 60 * MINUTE);
  });
});

it('forgets numbers and pairs that are idle, and none that owe something', () => {
  const pacing = createPacing();
  pacing.take(send('num_held', 'conv_held'), START);
  pacing.learn(send('num_held', 'conv_held'), refused(131048, null, 'changed'), START, START);
  for (let i = 0; i < 20_000; i += 1) {
    pacing.take(send(`num_${i}`, `conv_${i}`), START + i * SECOND);
    expect(pacing.remembered()).toBeLessThan(256 + 1_024 + 2);
  }
  const again = START + 20_000 * SECOND;
  pacing.take(send('num_held', 'conv_held'), again);
  pacing.learn(send('num_held', 'conv_held'), refused(131048, null, 'changed'), again, again);
  expect(pacing.paceOf('num_held', again).pausedUntil).toBe(again + 10 * MINUTE);
});

describe('whatever happens', () => {
  /** What one of four senders does: after a while it asks once, and learns this if it was let go. */
  const step = fc.record({
    after: fc.oneof(fc.nat(30), fc.nat(2_000), fc.nat(400_000)),
    number: fc.constantFrom('num_1', 'num_2'),
    person: fc.nat(1),
    asks: fc.integer({ min: 1, max: 120 }),
    outcome: fc.constantFrom(
      OK,
      OK,
      AWAY,
      refused(130429),
      refused(131056),
      refused(80007, 20),
      refused(131048, null, 'changed'),
      refused(131026, null, 'never'),
    ),
  });
  const histories = fc.array(step, { minLength: 1, maxLength: 60 });

  /** Plays a history; answers with the times at which each number and each pair was let go. */
  function play(history: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]) {
    const pacing = createPacing();
    const taken = new Map<string, number[]>();
    let now = START;
    for (const { after, number, person, asks, outcome } of history) {
      now += after;
      const one = send(number, `${number} ${person}`);
      for (let i = 0; i < asks; i += 1) {
        if (pacing.take(one, now) !== null) break;
        for (const key of [one.numberId, one.conversationId]) taken.set(key, [...(taken.get(key) ?? []), now]);
      }
      pacing.learn(one, outcome, now, now);
    }
    return { pacing, taken, now };
  }

  it('a number never sends more than a second’s worth and its rate, nor a pair more than Meta lets it, in any window', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const [key, times] of play(history).taken) {
          const [burst, perSecond] = key.includes(' ') ? [45, 1 / 6] : [DEFAULT_RATE, DEFAULT_RATE];
          for (let from = 0; from < times.length; from += 1) {
            for (let to = from; to < times.length; to += 1) {
              const seconds = ((times[to] ?? 0) - (times[from] ?? 0)) / SECOND;
              expect(to - from + 1).toBeLessThanOrEqual(burst + perSecond * seconds + 1e-6);
            }
          }
        }
      }),
    );
  });

  it('a send that waits until it is told to is let go in the end, and never before', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom('num_1', 'num_2'), fc.nat(1), (history, number, person) => {
        const { pacing, now } = play(history);
        const one = send(number, `${number} ${person}`);
        let at = now;
        for (let asked = 0; asked < 5; asked += 1) {
          const held = pacing.take(one, at);
          if (held === null) return;
          expect(held.until).toBeGreaterThan(at);
          // "Surely held": a moment earlier the answer is the same.
          expect(pacing.peek(one, held.until - 1)).not.toBeNull();
          at = held.until;
        }
        expect.fail('asked five times and still held');
      }),
    );
  });

  it('another number and its pairs are as free as if nothing had happened', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { pacing, now } = play(history);
        for (let i = 0; i < 45; i += 1) expect(pacing.take(send('num_3', 'num_3 0'), now)).toBeNull();
        expect(pacing.take(send('num_3', 'num_3 1'), now)).toBeNull();
        expect(pacing.heldNumbers(now).has('num_3')).toBe(false);
      }),
    );
  });

  it('a pair that Meta refused holds no other pair of its number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (times) => {
        const pacing = createPacing();
        for (let i = 0; i < times; i += 1) pacing.learn(send(), refused(131056), START, START);
        expect(pacing.take(send('num_1', 'conv_2'), START)).toBeNull();
      }),
    );
  });
});

describe('a token that Meta refuses', () => {
  const direct = { ...send(), direct: true };

  it('stops its number until there is another, and no send that brings its own', () => {
    const pacing = createPacing();
    pacing.take(send(), START);
    pacing.learn(send(), refused(190, null, 'never'), START, START + 1);
    expect(pacing.peek(send(), START + 2)).toMatchObject({ by: 'pause', reason: expect.stringMatching(/^190 /) });
    expect(pacing.take(direct, START + 2)).toBeNull();
    pacing.learn(direct, OK, START + 2, START + 3);
    expect(pacing.peek(send(), START + 4)).toMatchObject({ by: 'pause', until: START + 1 + 5 * MINUTE });
    pacing.resume('num_1', START + 5);
    expect(pacing.take(send(), START + 6)).toBeNull();
  });

  it('stops nothing when it came with the call', () => {
    const pacing = createPacing();
    pacing.take(direct, START);
    pacing.learn(direct, refused(190, null, 'never'), START, START + 1);
    expect(pacing.peek(send(), START + 2)).toBeNull();
  });
});
