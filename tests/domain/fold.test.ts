import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { InboundItem } from '../../src/domain/inbound.ts';
import { handleOf } from '../../src/domain/inbound.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import { acceptedAs, draft, image, inbound, NOW, NUMBER, notice, person, routed, status } from '../ports/fixtures.ts';
import { MemoryRows } from './memory-rows.ts';

const WORDS = ['ACCEPTED', 'HELD', 'SENT', 'FAILED', 'DELIVERED', 'READ', 'PLAYED'] as const;
const SENDS = ['wamid.out0', 'wamid.out1'] as const;

const words = fc.record({
  send: fc.constantFrom(...SENDS),
  word: fc.constantFrom(...WORDS),
  who: fc.constantFrom('', 'p'),
});
const people = fc.constantFrom(
  person({ phone: '+9641' }),
  person({ userId: 'IQ.1' }),
  person({ phone: '+9642', userId: 'IQ.2' }),
);
const messages = fc.uniqueArray(fc.record({ id: fc.nat(30), from: people }), {
  selector: ({ id }) => id,
  maxLength: 20,
});

/** A history as Meta might tell it: repeated, and cut into webhooks anywhere. */
function retold<T>(history: readonly T[]): fc.Arbitrary<T[][]> {
  if (history.length === 0) return fc.constant([]);
  const times = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: history.length, maxLength: history.length });
  const cuts = fc.array(fc.integer({ min: 1, max: 5 }), {
    minLength: history.length * 3,
    maxLength: history.length * 3,
  });
  return fc.tuple(times, cuts).map(([repeats, sizes]) => {
    const told = history.flatMap((item, i) => Array.from({ length: repeats[i] ?? 1 }, () => item));
    const batches: T[][] = [];
    for (let from = 0, i = 0; from < told.length; i += 1) {
      const size = sizes[i] ?? 1;
      batches.push(told.slice(from, from + size));
      from += size;
    }
    return batches;
  });
}

/** Two sends, one answered before the history and one after it, between which the items arrive. */
function finalState(batches: readonly (readonly InboundItem[])[]) {
  const rows = new MemoryRows(NOW);
  const [first, second] = SENDS.map((_, i) => rows.accept(draft({ freshId: `out${i}`, direct: true })));
  rows.settle(HOME_TENANT, first ?? '', acceptedAs(SENDS[0]));
  for (const batch of batches) rows.append(batch.map((item) => ({ ...routed(item), freshId: `of_${item.key}` })));
  rows.settle(HOME_TENANT, second ?? '', acceptedAs(SENDS[1]));
  return rows;
}

function outcome(rows: MemoryRows) {
  return [...rows.messages.values()].map(({ record: { id, whatsappId, status, error }, statusKeys }) => ({
    ...{ id, whatsappId, status, error },
    steps: statusKeys.toSorted(),
  }));
}

it('statuses in any order, repeated and cut anywhere, end in the same state and history', () => {
  const histories = fc
    .array(words, { maxLength: 12 })
    .map((told) => told.map(({ send, word, who }) => status(send, word, { participant: who })))
    .chain((told) =>
      fc.tuple(
        fc.constant(told),
        fc.shuffledSubarray(told, { minLength: told.length }).chain((shuffled) => retold(shuffled)),
      ),
    );
  fc.assert(
    fc.property(histories, ([told, retelling]) => {
      expect(outcome(finalState(retelling))).toEqual(outcome(finalState([told])));
    }),
  );
});

it('items repeated and cut anywhere are stored once, in order, with the same counts', () => {
  const histories = messages
    .map((all): InboundItem[] => all.flatMap(({ id, from }) => [inbound(`wamid.${id}`, from), notice(`n|${id}`)]))
    .chain((told) => fc.tuple(fc.constant(told), retold(told)));
  fc.assert(
    fc.property(histories, ([told, retelling]) => {
      const [once, often] = [finalState([told]), finalState(retelling)];
      expect(outcome(often)).toEqual(outcome(once));
      expect(often.conversations()).toEqual(once.conversations());
      expect(often.events).toEqual(once.events);
      expect(often.events.map(({ event }) => event.seq)).toEqual(often.events.map((_, i) => i + 1));
    }),
  );
});

it('every media message awaits one file, however often it is told, and no other message does', () => {
  const histories = fc
    .uniqueArray(fc.record({ id: fc.nat(30), file: fc.constantFrom('7', null, 'text') }), { selector: ({ id }) => id })
    .map((all) =>
      all.map(({ id, file }) => {
        const content = file === 'text' ? undefined : image('7', { mediaId: file });
        return inbound(`wamid.${id}`, undefined, content === undefined ? {} : { type: 'image', content });
      }),
    )
    .chain((told) => fc.tuple(fc.constant(told), retold<InboundItem>(told)));
  fc.assert(
    fc.property(histories, ([told, retelling]) => {
      const rows = finalState(retelling);
      const awaited = told.filter(({ content }) => content.kind === 'media' && content.mediaId !== null);
      expect(rows.media).toHaveLength(awaited.length);
      for (const { id, messageId, state } of rows.media) {
        const content = rows.messages.get(messageId ?? '')?.record.content;
        expect(content).toMatchObject({ kind: 'media', media: { id, state } });
      }
    }),
  );
});

it('an unanswered send ends in the same state whenever its statuses with our handle arrive', () => {
  const histories = fc.shuffledSubarray(['SENT', 'DELIVERED', 'READ'] as const, { minLength: 1 });
  fc.assert(
    fc.property(histories, fc.nat(3), (told, before) => {
      const rows = new MemoryRows(NOW);
      const id = rows.accept(draft({ direct: true }));
      const handle = handleOf(id, 1);
      const tell = (word: (typeof told)[number]) => rows.append([routed(status('wamid.1', word, { handle }))]);
      for (const word of told.slice(0, before)) tell(word);
      rows.settle(HOME_TENANT, id, { kind: 'unconfirmed', reason: 'time-out', error: null });
      for (const word of told.slice(before)) tell(word);
      const highest = (['READ', 'DELIVERED', 'SENT'] as const).find((word) => told.includes(word));
      expect(rows.messages.get(id)).toMatchObject({ outbox: null, record: { whatsappId: 'wamid.1', status: highest } });
    }),
  );
});

it('a send reads what was written before it, tells it once, and what comes after is unread again', () => {
  const histories = fc.array(fc.constantFrom('in' as const, 'out' as const), { maxLength: 12 });
  fc.assert(
    fc.property(histories, (turns) => {
      const rows = new MemoryRows(NOW);
      for (const [i, turn] of turns.entries()) {
        if (turn === 'in') rows.append([routed(inbound(`wamid.${i}`))]);
        else rows.accept(draft());
      }
      const told = rows.events.filter(({ event }) => event.type === 'conversation_read');
      const answers = turns.filter((turn, i) => turn === 'out' && turns[i - 1] === 'in');
      expect(told).toHaveLength(answers.length);
      const unreadCount = turns.length - 1 - turns.lastIndexOf('out');
      expect(rows.conversations()).toMatchObject(turns.length === 0 ? [] : [{ unreadCount }]);
      expect(rows.events.map(({ event }) => event.seq)).toEqual(rows.events.map((_, i) => i + 1));
    }),
  );
});

it('a quoted message is found in the same batch', () => {
  const rows = new MemoryRows(NOW);
  rows.append([routed(inbound('wamid.1')), routed(inbound('wamid.2', undefined, { replyTo: 'wamid.1' }))]);
  const [first, second] = [...rows.messages.values()];
  expect(second?.record.replyToId).toBe(first?.record.id);
  expect(first?.record.phoneNumber).toEqual(NUMBER);
});
