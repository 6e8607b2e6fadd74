import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomIds } from '../../src/adapters/system/ids.ts';
import { formatKey, keyPrefix, readKey } from '../../src/application/key-format.ts';

const ALPHABET = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_'];
const made = fc.constant(null).map(() => {
  const id = `key_${randomIds.fresh()}`;
  return { id, key: formatKey('live', id, randomIds.secret()) };
});

it('names its mode and its id, and carries 256 random bits', () => {
  fc.assert(
    fc.property(made, ({ id, key }) => {
      expect(key).toMatch(/^dk_live_[0-9a-z]{26}_[0-9A-Za-z]{49}$/);
      expect(readKey(key)).toEqual({ kind: 'key', mode: 'live', id });
      expect(key.startsWith(keyPrefix('live', id))).toBe(true);
    }),
  );
  const secrets = [0, 255].map((byte) => Buffer.alloc(32, byte).toString('base64url'));
  const ends = secrets.map((secret) => formatKey('test', 'key_00000000000000000000000000', secret).slice(-49, -6));
  expect(ends).toEqual(['0'.repeat(43), toBase62(2n ** 256n - 1n)]);
});

it('tells every change of one character', () => {
  fc.assert(
    fc.property(made, fc.nat(), fc.constantFrom(...ALPHABET), ({ key }, where, character) => {
      const at = where % key.length;
      if (key[at] === character) return;
      const changed = key.slice(0, at) + character + key.slice(at + 1);
      expect(readKey(changed).kind).not.toBe('key');
    }),
    { numRuns: 2_000 },
  );
});

it('tells swapped neighbours, and parts that are missing or too many', () => {
  fc.assert(
    fc.property(made, fc.nat(), ({ key }, where) => {
      const at = where % (key.length - 1);
      const [a = '', b = ''] = key.slice(at);
      if (a !== b) expect(readKey(key.slice(0, at) + b + a + key.slice(at + 2)).kind).not.toBe('key');
      expect(readKey(key.slice(0, at)).kind).not.toBe('key');
      expect(readKey(key + a).kind).not.toBe('key');
    }),
  );
});

it('says of other texts that they are none, or mistyped', () => {
  expect(readKey('a master key of some length')).toEqual({ kind: 'other' });
  expect(readKey('dk_live_')).toEqual({ kind: 'mistyped' });
});

function toBase62(value: bigint): string {
  const digits = ALPHABET.slice(0, 62).join('');
  return value === 0n ? '' : toBase62(value / 62n) + digits.charAt(Number(value % 62n));
}
