import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePhone, parseUserId } from '../../src/application/recipient.ts';
import { GatewayError } from '../../src/domain/errors.ts';

/** An Iraqi mobile number in its bare international form. */
const digits = fc.stringMatching(/^\d{9}$/).map((rest) => `9647${rest}`);
const MARKS = ['\u200e', '\u200f', '\u202a', '\u202c', '\u2066', '\u2069', '\u061c', '\ufeff', ' ', '-', '.', '(', ')'];

const inDigits = (zero: number) => (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
const SCRIPTS: readonly ((text: string) => string)[] = [(text) => text, inDigits(0x0660), inDigits(0x06f0)];

function failure(run: () => unknown): GatewayError {
  try {
    run();
  } catch (error) {
    if (error instanceof GatewayError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('a phone number', () => {
  it('means the same in every way of writing it', () => {
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom('', '+', '00'),
        fc.constantFrom(...SCRIPTS),
        fc.array(fc.tuple(fc.nat(30), fc.constantFrom(...MARKS)), { maxLength: 8 }),
        (number, prefix, script, marks) => {
          let written = script(`${prefix}${number}`);
          for (const [at, mark] of marks) written = `${written.slice(0, at)}${mark}${written.slice(at)}`;
          expect(parsePhone(written, 'to')).toBe(`+${number}`);
        },
      ),
    );
  });

  it('in its national form is refused, showing the international one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^7[5-9]\d{8}$/), fc.constantFrom(...SCRIPTS), (rest, script) => {
        const { code, details } = failure(() => parsePhone(script(`0${rest}`), 'to'));
        expect([code, details.field]).toEqual(['INVALID_INPUT', 'to']);
        expect(details.action).toContain(`+964${rest}`);
      }),
    );
    expect(failure(() => parsePhone('0770 123 4567', 'to')).details.action).toContain('+9647701234567');
  });

  it('is judged by its possible length alone', () => {
    for (const wrong of ['', '+', '12', '+964770', '+96477000000000000', 'hello', '+964x7700000000', '9'.repeat(500)]) {
      expect(failure(() => parsePhone(wrong, 'to')).code).toBe('INVALID_INPUT');
    }
  });

  it('is neither a username nor a user id, and the refusal says what to give instead', () => {
    for (const username of ['nadia.shop', '@nadia', 'نادية']) {
      const { details, message } = failure(() => parsePhone(username, 'to'));
      expect(message).toContain('username');
      expect(details).toMatchObject({ field: 'to', action: expect.stringContaining('userId') });
    }
    expect(failure(() => parsePhone('IQ.1349120865530274', 'to')).details.action).toContain(
      '{ "userId": "IQ.1349120865530274" }',
    );
  });

  it('is never answered by anything but a number or a named failure', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        try {
          expect(parsePhone(text, 'to')).toMatch(/^\+\d{5,15}$/);
        } catch (error) {
          expect(error).toBeInstanceOf(GatewayError);
        }
      }),
    );
  });
});

describe('a user id', () => {
  it('is kept as it is, or refused', () => {
    expect(parseUserId('IQ.1349120865530274', 'to')).toEqual({ userId: 'IQ.1349120865530274' });
    for (const wrong of ['', 'IQ', 'iq.1', '9647700000000', 'IQ.a/b']) {
      expect(failure(() => parseUserId(wrong, 'to')).details.field).toBe('to');
    }
  });
});
