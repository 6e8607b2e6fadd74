import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSecrets } from '../../src/adapters/secrets.ts';
import type { Sealed } from '../../src/ports/secrets.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64'));
const place = fc.record({ tenantId: fc.string(), row: fc.string() });
const OLD = Buffer.alloc(32, 1).toString('base64');
const NEW = Buffer.alloc(32, 2).toString('base64');
const PLACE = { tenantId: 'ten_a', row: 'num_1' };

it('opens what it sealed, whatever the text, and shows nothing of it', () => {
  fc.assert(
    fc.property(key, place, fc.string({ unit: 'grapheme', minLength: 8 }), (one, at, text) => {
      const secrets = createSecrets([one]);
      const sealed = secrets.seal(at, text);
      expect(secrets.open(at, sealed)).toBe(text);
      expect(JSON.stringify(sealed)).not.toContain(JSON.stringify(text).slice(1, -1));
    }),
  );
});

it('opens nothing at another place, also where the two names run together alike', () => {
  const secrets = createSecrets([OLD]);
  fc.assert(
    fc.property(place, place, (at, other) => {
      fc.pre(at.tenantId !== other.tenantId || at.row !== other.row);
      expect(secrets.open(other, secrets.seal(at, 'text'))).toBeNull();
    }),
  );
  expect(secrets.open({ tenantId: 'ten_', row: 'anum_1' }, secrets.seal(PLACE, 'text'))).toBeNull();
});

it('opens nothing in which a single bit was changed, cut off or added', () => {
  const secrets = createSecrets([OLD]);
  const sealed = secrets.seal(PLACE, 'EAAsecret');
  for (const part of ['wrap', 'box'] as const) {
    const bytes = Buffer.from(sealed[part], 'base64');
    const tampered = [...bytes.keys()].flatMap((at) =>
      [0x01, 0x80].map((bit) => {
        const copy = Buffer.from(bytes);
        copy.writeUInt8(copy.readUInt8(at) ^ bit, at);
        return copy;
      }),
    );
    for (const one of [
      ...tampered,
      bytes.subarray(1),
      bytes.subarray(0, -1),
      Buffer.concat([bytes, bytes]),
      Buffer.of(),
    ]) {
      expect(secrets.open(PLACE, { ...sealed, [part]: one.toString('base64') })).toBeNull();
    }
    expect(secrets.open(PLACE, { ...sealed, [part]: `${sealed[part]}=` })).toBeNull();
  }
  expect(secrets.open(PLACE, sealed)).toBe('EAAsecret');
});

it('opens no box under the wrap of another', () => {
  const secrets = createSecrets([OLD]);
  const [one, other] = [secrets.seal(PLACE, 'one'), secrets.seal(PLACE, 'other')];
  expect(secrets.open(PLACE, { ...one, wrap: other.wrap })).toBeNull();
});

it('uses a data key of its own for every text, so that equal texts do not look equal', () => {
  const secrets = createSecrets([OLD]);
  const [one, other] = [secrets.seal(PLACE, 'same'), secrets.seal(PLACE, 'same')];
  expect([one.box === other.box, one.wrap === other.wrap]).toEqual([false, false]);
});

it('seals with the first key and opens with all, so that keys can be changed', () => {
  const before = createSecrets([OLD]).seal(PLACE, 'text');
  const changing = createSecrets([NEW, OLD]);
  expect(changing.open(PLACE, before)).toBe('text');
  const after = changing.rewrap(PLACE, before) as Sealed;
  // Only the wrap has changed.
  expect([after.box, after.wrap === before.wrap]).toEqual([before.box, false]);
  expect(createSecrets([NEW]).open(PLACE, after)).toBe('text');
  expect(createSecrets([OLD]).open(PLACE, after)).toBeNull();
  expect(changing.rewrap(PLACE, after)).toBeNull();
  expect(changing.rewrap({ ...PLACE, tenantId: 'ten_b' }, before)).toBeNull();
});

it('knows what its keys have wrapped, and nothing without one', () => {
  const sealed = createSecrets([OLD]).seal(PLACE, 'text');
  expect([createSecrets([NEW, OLD]).knows(sealed), createSecrets([NEW]).knows(sealed)]).toEqual([true, false]);
  const none = createSecrets([]);
  expect([none.ready, none.knows(sealed), none.open(PLACE, sealed)]).toEqual([false, false, null]);
  expect(() => none.seal(PLACE, 'text')).toThrow('no encryption key');
});
