import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldStatus, isMetaStatus, MESSAGE_STATUSES, type MessageStatus } from '../../src/domain/status.ts';

const metas = MESSAGE_STATUSES.filter(isMetaStatus);
const history = fc.array(fc.constantFrom(...metas), { maxLength: 12 });
const foldAll = (told: readonly MessageStatus[], start: MessageStatus = 'QUEUED') => told.reduce(foldStatus, start);

it('any order and repetition of a history ends in the same status', () => {
  const retold = history.chain((told) =>
    fc.tuple(fc.constant(told), fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 })),
  );
  fc.assert(
    fc.property(retold, ([told, again]) => {
      expect(foldAll(again)).toBe(foldAll(told));
    }),
  );
});

it('a history folded in two parts ends as in one', () => {
  fc.assert(
    fc.property(history, fc.nat(12), (told, cut) => {
      expect(foldAll(told.slice(cut), foldAll(told.slice(0, cut)))).toBe(foldAll(told));
    }),
  );
});

it('a first word of Meta replaces any of ours', () => {
  for (const ours of MESSAGE_STATUSES.filter((status) => !isMetaStatus(status))) {
    for (const word of metas) expect(foldStatus(ours, word)).toBe(word);
  }
});

it('words of ours are not folded', () => {
  expect(() => foldStatus('SENT', 'QUEUED')).toThrow(TypeError);
});
