import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from '../../src/domain/event.ts';

const word = fc.stringMatching(/^[\w-]{1,40}$/);
const position = fc.record({ tenantId: word, epoch: word, seq: fc.maxSafeNat().map((n) => n % 1e15) });

it('a cursor leads back to its position', () => {
  fc.assert(
    fc.property(position, (place) => {
      const cursor = encodeCursor(place);
      expect(cursor).toMatch(/^[\w-]{1,200}$/);
      expect(decodeCursor(cursor)).toEqual(place);
    }),
  );
});

it('what is no cursor is nothing, whatever it is', () => {
  const encoded = (text: string) => Buffer.from(text).toString('base64url');
  const almost = [
    '',
    'a:b',
    'a:b:',
    'a:b:-1',
    'a:b:1.5',
    'a:b:1e3',
    ':b:1',
    'a::1',
    'a:b:c:1',
    `a:b:${'9'.repeat(16)}`,
  ];
  for (const text of almost) expect(decodeCursor(encoded(text))).toBeNull();
  for (const cursor of ['', '=', '%', 'é', '\0', 'a', 'x'.repeat(201)]) expect(decodeCursor(cursor)).toBeNull();
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String()), (garbage) => {
      const found = decodeCursor(garbage);
      if (found !== null) expect(encodeCursor(found)).toBe(garbage.replace(/=+$/, ''));
    }),
  );
});
